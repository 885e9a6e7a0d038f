/** What the routes work with; the handler makes it from the environment, tests make it by hand. */
import type { Keys } from './authorise';
import type { TakeEventsProps } from './take-events';

export interface IngestProps extends TakeEventsProps {
  readonly adAccountId: string;
  readonly allowedOrigins: readonly string[];
  readonly keys: Keys;
  /** True when back ends sign with IAM instead of sending the ingest key. */
  readonly iam: boolean;
  readonly testMode: boolean;
  /** Domain of the click id cookie; no cookie is set when absent. */
  readonly cookieDomain?: string | undefined;
  /** Text of /pinterest.js. */
  readonly script: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
