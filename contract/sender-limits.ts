/**
 * The numbers that make SQS, Lambda and Pinterest fit together. They depend on one another, so they are defined together;
 * the construct and the one-machine run both read them here. docs/reliability.md has the arithmetic.
 */
const DAY_SECONDS = 86_400;

export const SENDER_LIMITS = {
  /** Events per invocation of the sender: one full POST, Pinterest accepts 1,000. */
  batchSize: 1_000,
  /**
   * Messages of the backlog queue per invocation. Four full ones are one POST; many pollers in an outage make small ones, of
   * which it takes more. Lambda ends a batch at 6 MB, eight POSTs or so.
   */
  backlogBatchSize: 100,
  /** Seconds that Lambda gathers messages of the backlog queue. */
  backlogBatchingWindowSeconds: 1,
  /** Seconds that Lambda gathers events before it invokes the sender with fewer than a full batch. */
  batchingWindowSeconds: 2,
  /**
   * Concurrent invocations of the sender, and so POSTs in flight: an invocation sends one after the other, except when it
   * looks for bad events, at a pace of its own. Lambda's minimum is 2. With answers after 100 ms, 2 invocations make 1,200
   * POSTs a minute; Pinterest allows 5,000.
   */
  maxConcurrency: 2,
  /** Seconds after which the token is read again: an owner who has replaced it must not wait long. */
  tokenSeconds: 60,
  /** Seconds that one POST may take. */
  postTimeoutSeconds: 15,
  /** Seconds of one invocation: 80 for POSTs, then a slow one, its retry with a new token, and the settling. */
  functionTimeoutSeconds: 120,
  /**
   * Seconds until a message returns by itself that a crashed run left behind. 1,000 receives at this distance take longer
   * than the 14 days that SQS keeps a message, so that not even a function that always crashes fills the dead-letter
   * queue; and it is above what AWS asks for, six times the function's timeout plus the batching window.
   */
  visibilityTimeoutSeconds: 21 * 60,
  /**
   * Receives before SQS itself moves a message to the dead-letter queue: the largest number it takes, because an
   * outage must never do that. What Pinterest refuses is moved by the sender, at once and with the reason.
   */
  maxReceiveCount: 1_000,
  /** The longest that SQS keeps a message: an outage, or an owner on holiday, must not cost events. */
  retentionSeconds: 14 * DAY_SECONDS,
  /** A message that waited this long is put aside before SQS deletes it; as a dead letter it has 14 days more. */
  longestWaitSeconds: 13 * DAY_SECONDS,
  /** Bytes of one POST body. Pinterest documents none; 2 MB is the lowest cut seen in other connectors. */
  maxBodyBytes: 2_000_000,
} as const;

/** How Lambda gathers the messages of each queue for an invocation. */
export const BATCHING = {
  events: { batchSize: SENDER_LIMITS.batchSize, batchingWindowSeconds: SENDER_LIMITS.batchingWindowSeconds },
  backlog: {
    batchSize: SENDER_LIMITS.backlogBatchSize,
    batchingWindowSeconds: SENDER_LIMITS.backlogBatchingWindowSeconds,
  },
} as const;

/** A POST, its repetition with another token, and the settling of the whole batch must still fit into the run. */
export const TIME_FOR_ONE_MORE_MS = (2 * SENDER_LIMITS.postTimeoutSeconds + 10) * 1_000;
