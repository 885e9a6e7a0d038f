/**
 * How much longer a function takes for eight times the input. Linear is about 8; the square of it 64, whatever the machine.
 * Told by the fastest of some runs in turn, since the machine may be busy with other things.
 */
export function growth<Input>(make: (size: number) => Input, run: (input: Input) => void, size = 100): number {
  const [short, long] = [make(size), make(8 * size)];
  let [shortest, longest] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 7; round++) {
    shortest = Math.min(
      shortest,
      took(() => run(short)),
    );
    longest = Math.min(
      longest,
      took(() => run(long)),
    );
  }
  return longest / Math.max(shortest, LEAST_MILLISECONDS);
}

/** Below it a clock tells nothing. */
const LEAST_MILLISECONDS = 0.05;

/** Between the two, nearer to the square, because garbage is collected in the longer run. */
export const BELOW_THE_SQUARE = 40;

function took(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
