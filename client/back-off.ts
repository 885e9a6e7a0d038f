/** How long to wait before a repetition: longer each time, spread so that many clients do not come back at one moment. */

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** @param attempts Made so far. @param askedForMs What the answer asked for, which is the least. */
export function waitBeforeNext(attempts: number, askedForMs: number, random: () => number): number {
  const longest = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
  // Also on top of what was asked for: everybody was told the same.
  return Math.round(Math.max(askedForMs + longest * 0.25 * random(), longest * (0.5 + random() / 2)));
}

/** `Retry-After` in milliseconds, 0 without one: seconds or a date. */
export function retryAfterMs(header: string | null, now: number): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now;
  return milliseconds > 0 ? milliseconds : 0;
}
