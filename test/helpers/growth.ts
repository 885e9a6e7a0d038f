/** How much longer a function takes for eight times the input. Linear is about 8; the square of it 64, whatever the machine. */
export function growth(run: (size: number) => void, size = 100): number {
  run(size);
  return (
    fastest(() => run(8 * size)) /
    Math.max(
      fastest(() => run(size)),
      LEAST_MILLISECONDS,
    )
  );
}

/** Below it a clock tells nothing. */
const LEAST_MILLISECONDS = 0.05;

function fastest(run: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
