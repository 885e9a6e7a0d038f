/**
 * What passes in and out of the simulator. It deliberately shares nothing with lambda/event: a mistake in the tables
 * there must not be able to pass here as well.
 */

/** An event that holds to events.schema.json. */
export interface SentEvent {
  readonly event_name: string;
  readonly action_source: string;
  /** Unix seconds. */
  readonly event_time: number;
  readonly event_id: string;
  readonly user_data: { readonly [key: string]: unknown };
  readonly custom_data?: { readonly [key: string]: unknown };
  readonly [key: string]: unknown;
}

export interface EventResult {
  readonly event_id: string;
  readonly event_name: string;
  readonly status: 'processed' | 'failed';
  /** Error of a failed event, warnings of a processed one. */
  readonly message: string;
}

/** One call of the events endpoint, as the terminal and the tests see it. */
export interface SimulatorRequest {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** HTTP status; 0 when the connection was cut instead of answered. */
  readonly status: number;
  readonly test: boolean;
  readonly received: number;
  readonly processed: number;
  readonly events: readonly EventResult[];
  /** Kind of the fault that was switched on during this call. */
  readonly fault?: string | undefined;
}

/** An event that was processed, exactly as it came. */
export interface SimulatorEvent {
  readonly time: number;
  /** Came with `?test=true`: Pinterest would not count it. */
  readonly test: boolean;
  /** Pinterest would drop it: same event_id and event_name as an earlier one that was not offline. */
  readonly duplicate: boolean;
  readonly event: SentEvent;
}

/** Counts since the start, not bounded by what is remembered. */
export interface SimulatorTotals {
  readonly requests: number;
  /** Live events processed, duplicates included. */
  readonly processed: number;
  readonly duplicates: number;
  readonly testProcessed: number;
  readonly failed: number;
}

/** What goes back over HTTP. A text body is sent as HTML, anything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: unknown;
}
