/**
 * The numbers that make SQS, Lambda and Pinterest fit together. They depend on one another, so they stand together;
 * the construct and the one-machine run both read them here.
 */
export const SENDER_LIMITS = {
  /** Events handed to one run of the sender: one full POST, Pinterest takes 1,000. */
  batchSize: 1_000,
  /** Seconds that SQS gathers events before it hands over fewer than a full batch. */
  batchingWindowSeconds: 2,
  /** Sender runs at the same time, and with that POSTs in flight. Lambda's minimum is 2. */
  maxConcurrency: 2,
  /** Seconds that one POST may take. */
  postTimeoutSeconds: 15,
  /** Seconds of one run: a slow POST, its repetition with a fresh token, and the settling of 1,000 messages. */
  functionTimeoutSeconds: 60,
  /** AWS asks for six times the function's timeout plus the batching window. */
  visibilityTimeoutSeconds: 6 * 60 + 2,
  /**
   * Receives before SQS itself moves a message to the dead-letter queue: the largest number it takes, because an
   * outage must never do that. What Pinterest refuses is moved by the sender, at once and with the reason.
   */
  maxReceiveCount: 1_000,
  /** Bytes of one POST body. Pinterest documents none; 2 MB is the lowest cut seen in other connectors. */
  maxBodyBytes: 2_000_000,
} as const;
