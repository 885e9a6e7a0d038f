/** Every metric of ours, named once: the functions emit them, alarms and dashboard read them. */
export const METRIC_NAMESPACE = 'PinterestConversions';

/** The only dimension. Its value is the pipeline's name, so that several constructs in one account stay apart. */
export const METRIC_DIMENSION = 'service';

export const METRICS = {
  /** Events that reached ingest with a valid authorisation. */
  received: 'EventsReceived',
  /** Events safely queued. */
  accepted: 'EventsAccepted',
  /** Events that ingest refused, with a reason to the caller. */
  refused: 'EventsRefused',
  /** Events that may not be passed on: no consent, Global Privacy Control, a bot. */
  withheld: 'EventsWithheld',
  /** Events that Pinterest processed. */
  delivered: 'EventsDelivered',
  /** Events that Pinterest refused; each is a dead letter, and counted once it is. */
  rejected: 'EventsRejected',
  /** Deliveries put off: the event stays queued and is tried again. */
  heldBack: 'EventsHeldBack',
  /** Events that became dead letters without Pinterest's doing: defects, late and expired ones. */
  putAside: 'EventsPutAside',
  /** Web events that were delivered, or put aside, more than an hour after they happened. */
  late: 'EventsLate',
  /** Seconds that the oldest event of a run has been queued: SQS's own age leaves out what was received three times. */
  longestWait: 'LongestWait',
  /** Answers 401 and 403: the token or its role has to be mended by the owner. */
  tokenRejected: 'TokenRejected',
} as const;

export type MetricName = (typeof METRICS)[keyof typeof METRICS];
