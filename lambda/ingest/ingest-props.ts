/** What the routes work with; the handler makes it from the environment, tests make it by hand. */
import type { ServerAuthorization } from '../../contract/environment';
import type { Keys } from './authorise';
import type { TakeEventsProps } from './take-events';

export interface IngestProps extends TakeEventsProps {
  readonly adAccountId: string;
  readonly allowedOrigins: readonly string[];
  readonly keys: Keys;
  readonly serverAuthorization: ServerAuthorization;
  readonly testMode: boolean;
  /** Domain of the click id cookie; no cookie is set when absent. */
  readonly cookieDomain?: string | undefined;
  /** Text of /pinterest.js. */
  readonly script: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
