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
  /** The run ended before its turn. */
  | 'time';

export interface Hold {
  readonly kind: 'held';
  readonly cause: HoldCause;
  readonly detail: string;
  readonly retryAfterSeconds?: number;
}

export const held = (cause: HoldCause, detail: string): Hold => ({ kind: 'held', cause, detail });
