/** What became of events. */

export interface EventResult<Status extends string = 'processed' | 'failed'> {
  /**
   * `processed`: the endpoint has queued the event, and will deliver it. `failed`: it was not taken, and as it is it never
   * would be. `unsent`, in a SendError alone: not known to be queued.
   */
  readonly status: Status;
  /** The event's own id, or the one that it got; undefined when the endpoint alone can tell. */
  readonly eventId: string | undefined;
  /** Why it failed, and what to do. */
  readonly error: string | undefined;
  /** What was left out or changed. */
  readonly warning: string | undefined;
  /** How many requests carried the event. */
  readonly attempts: number;
}

export interface SendResult {
  readonly processed: number;
  readonly failed: number;
  /** One for each event, in the order of `send`. */
  readonly results: readonly EventResult[];
}
