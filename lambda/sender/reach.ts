/**
 * Whether this environment of the function reaches Pinterest at all. Any HTTP answer shows that it does, 503 and 429 too; only
 * connections that are refused, reset or silent, one after the other and for minutes, show that it does not. It may be alone
 * with that: its process is not as healthy as the other's, or its network is not.
 */
export interface Reach {
  /** The same `fetch`, listened to. */
  watching(fetch: Fetch): Fetch;
  /** What shows that it is cut off; undefined while that is not certain. */
  lost(): Lost | undefined;
}

interface Lost {
  readonly attempts: number;
  readonly minutes: number;
}

type Fetch = typeof fetch;

/**
 * Both must be reached. An outage of Pinterest in which nothing answers costs a cold start as often as that, which takes less
 * than a second, and three attempts at once. Twelve of them are no chance in an outage in which some calls are answered.
 */
const CUT_OFF = { attempts: 12, milliseconds: 600_000 };

export function createReach(now: () => number): Reach {
  let attempts = 0;
  let since = 0;
  let until = 0;
  return {
    watching:
      (fetch) =>
      async (...request) => {
        try {
          const response = await fetch(...request);
          attempts = 0;
          return response;
        } catch (error) {
          until = now();
          if (attempts++ === 0) since = until;
          throw error;
        }
      },
    lost: () =>
      attempts >= CUT_OFF.attempts && until - since >= CUT_OFF.milliseconds
        ? { attempts, minutes: Math.round((until - since) / 60_000) }
        : undefined,
  };
}
