/** Troubles of Pinterest's that the console can switch on, to watch the system recover. */
import type { Fault } from '../pinterest-simulator';

export const FAULTS: ReadonlyMap<string, Fault | undefined> = new Map<string, Fault | undefined>([
  ['none', undefined],
  ['outage', { kind: 'status', status: 503 }],
  ['rate-limit', { kind: 'status', status: 429, resetSeconds: 5 }],
  ['revoked-token', { kind: 'status', status: 401 }],
  ['slow', { kind: 'slow', delayMs: 6_000 }],
]);
