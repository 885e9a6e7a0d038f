/**
 * How much longer a function takes for eight times the input. Linear is about 8; the square of it 64, whatever the machine.
 * Told by the fastest of some runs, and of more while they look slow: the machine may be busy, and time of the processor
 * counts what the collector of garbage does beside.
 */
export function growth<Input>(make: (size: number) => Input, run: (input: Input) => void, size = 100): number {
  const [short, long] = [make(size), make(8 * size)];
  let [shortest, longest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const ratio = () => longest / Math.max(shortest, LEAST_MICROSECONDS);
  for (let round = 0; round < 5 || (round < 25 && ratio() > SURELY_LINEAR); round++) {
    shortest = Math.min(
      shortest,
      took(() => run(short)),
    );
    longest = Math.min(
      longest,
      took(() => run(long)),
    );
  }
  return ratio();
}

/** Below it a clock tells nothing. */
const LEAST_MICROSECONDS = 50;
const SURELY_LINEAR = 16;

/** Between the two, nearer to the square. */
export const BELOW_THE_SQUARE = 40;

/** Microseconds of the processor. */
function took(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}
