/**
 * Why `send` could not go on. Whatever may hold a key or a personal value stands in private fields behind getters, which
 * neither a log of the error nor its JSON shows.
 */
import type { ConversionEvent } from './event';
import type { EventResult } from './result';

export type SendErrorReason =
  /** 401, also with the key asked for anew. */
  | 'wrong-key'
  /** The function given as `ingestKey` failed, or gave no key; `lastError` holds what it threw. */
  | 'no-key'
  /** 403: the endpoint serves another ad account than the one in `endpoint`, or takes requests signed with IAM only. */
  | 'forbidden'
  /** 404, 405, a redirect, or an answer that is not the endpoint's: `endpoint` is the address of something else. */
  | 'wrong-endpoint'
  /** Another answer that no repetition mends. */
  | 'refused'
  /** No attempt succeeded within `maxAttempts` and `timeLimitMs`. Nothing need be mended: send `unsent` later. */
  | 'unavailable'
  /** The signal of `send` was aborted. */
  | 'aborted';

interface SendErrorDetails {
  readonly reason: SendErrorReason;
  readonly status: number | undefined;
  readonly results: readonly EventResult<'processed' | 'failed' | 'unsent'>[];
  readonly unsent: readonly ConversionEvent[];
  readonly lastError: unknown;
}

export class SendError extends Error {
  public readonly reason: SendErrorReason;
  /** HTTP status of the last answer, when there was one. */
  public readonly status: number | undefined;
  readonly #details: SendErrorDetails;

  public constructor(message: string, details: SendErrorDetails) {
    super(message);
    this.reason = details.reason;
    this.status = details.status;
    this.#details = details;
  }

  public override get name(): string {
    return 'SendError';
  }

  /** What is known of each event, in the order of `send`. */
  public get results(): readonly EventResult<'processed' | 'failed' | 'unsent'>[] {
    return this.#details.results;
  }

  /**
   * The events that are not known to be queued, with their ids: keep them, and send them again. One that was queued all the
   * same, because the answer was lost, is counted once.
   */
  public get unsent(): readonly ConversionEvent[] {
    return this.#details.unsent;
  }

  /** What the last attempt threw: an error of `fetch` or of `ingestKey`. It may hold what those put into their errors. */
  public get lastError(): unknown {
    return this.#details.lastError;
  }
}
