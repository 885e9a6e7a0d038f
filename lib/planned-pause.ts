import type { Duration } from 'aws-cdk-lib';

/**
 * A planned closure of the shop. The alarms on missing and fewer events send no notifications during it, nor afterwards for
 * as long as they look back (12 hours to 4 days, depending on `expectedEventsPerDay`).
 */
export interface PlannedPause {
  /**
   * When it starts, in the local time of `timeZone`, such as `2026-12-24T18:00`.
   */
  readonly start: string;

  /**
   * How long it lasts.
   *
   * Valid range: 1 minute to 11 days, in whole minutes.
   */
  readonly duration: Duration;

  /**
   * Time zone of `start`: an IANA name such as `Europe/Berlin`.
   *
   * @default 'Etc/UTC'
   */
  readonly timeZone?: string;
}
