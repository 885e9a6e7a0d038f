/** What the routes work with; the handler makes it from the environment, tests make it by hand. */
import type { IngestEnvironment } from '../../contract/ingest-environment';
import type { Keys } from './authorise';
import type { TakeEventsProps } from './take-events';

type Settings = Pick<IngestEnvironment, 'allowedOrigins' | 'serverAuthorization' | 'testMode' | 'cookieDomain'>;

export interface IngestProps extends TakeEventsProps, Settings {
  readonly keys: Keys;
  /** Text of /pinterest.js. */
  readonly script: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
