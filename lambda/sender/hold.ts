/** Why an event stays queued for now. Nothing of this ever makes a dead letter. */
export type HoldCause =
  /** Pinterest or the network is failing; heals by itself. */
  | 'outage'
  /** Asked to slow down. */
  | 'rate'
  /** The token is not accepted; the owner has to act. */
  | 'token'
  /** The token works but not for this ad account, or the address is wrong; the owner has to act. */
  | 'account'
  /** Pinterest refuses even an event that is known to be good. */
  | 'request'
  /** It alone draws a failure, or an answer that tells nothing, from a Pinterest that is well. */
  | 'event'
  /** The invocation ended before its turn. */
  | 'time';

export interface Hold {
  readonly kind: 'held';
  readonly cause: HoldCause;
  readonly detail: string;
  readonly retryAfterSeconds?: number;
  /** Nothing was tried for it: it comes back soon, however often it has come. */
  readonly untried?: boolean;
  /** Pinterest said that it took some of the POST, and not which. */
  readonly mayBeTaken?: boolean;
}

/** A hold that may be one event's fault: not what Pinterest says of the token or the rate. */
export const isFailure = ({ cause }: Hold): boolean => cause === 'outage' || cause === 'account';

export const held = (cause: HoldCause, detail: string): Hold => ({ kind: 'held', cause, detail });
