/** Every metric of ours, named once: the functions emit them, alarms and dashboard read them. */
export const METRIC_NAMESPACE = 'PinterestConversions';

/** The only dimension. Its value is the pipeline's name, so that several constructs in one account stay apart. */
export const METRIC_DIMENSION = 'service';

export const METRICS = {
  /** Events that reached ingest with a valid authorization. */
  received: 'EventsReceived',
  /** Events safely queued. */
  accepted: 'EventsAccepted',
  /** Of the accepted events, those that Pinterest only checks and does not count. */
  tests: 'EventsTest',
  /** Events that ingest refused, with a reason to the caller. */
  refused: 'EventsRefused',
  /** Events that may not be passed on: no consent, Global Privacy Control, a bot. */
  withheld: 'EventsWithheld',
  /** Events that Pinterest processed. */
  delivered: 'EventsDelivered',
  /** Events that Pinterest refused; each is a dead letter, and counted once it is. */
  rejected: 'EventsRejected',
  /** Deliveries that were held back: the event stays queued and is retried. */
  heldBack: 'EventsHeldBack',
  /** Events that became dead letters without Pinterest having refused them: defects, late and expired ones. */
  putAside: 'EventsPutAside',
  /** Web events that were delivered, or put aside, more than an hour after they happened. */
  late: 'EventsLate',
  /** Seconds from a web event to its delivery; of an invocation with many events, an evenly spread sample. */
  deliveryDelay: 'DeliveryDelay',
  /** Seconds that the oldest event of an invocation has been queued: SQS's own age leaves out what was received three times. */
  longestWait: 'LongestWait',
  /** POSTs to Pinterest. */
  requests: 'PinterestRequests',
  /** Answers 401, 403 and 404, and invocations without a token: the owner must fix the token or its role. */
  tokenRejected: 'TokenRejected',
} as const;

/** Detailed metrics, one per member: `EventsAccepted.checkout`. Each costs as much as one above, and can be left out. */
export const METRIC_FAMILIES = {
  /** Accepted events by their name at Pinterest. */
  acceptedByName: 'EventsAccepted',
  /** Accepted events that carry a match key, such as `em`. */
  matchKey: 'EventsWith',
  /** Events in which something was left out or changed, by kind. */
  warning: 'EventWarnings',
  /** POSTs that failed, by the class of the status: `3xx`, `4xx`, `5xx`, or `none` without an answer. */
  requestFailure: 'PinterestFailures',
} as const;

export type MetricFamily = (typeof METRIC_FAMILIES)[keyof typeof METRIC_FAMILIES];

export type DetailMetricName = `${MetricFamily}.${string}`;

export type MetricName = (typeof METRICS)[keyof typeof METRICS] | DetailMetricName;

export const detailMetric = (family: MetricFamily, member: string): DetailMetricName => `${family}.${member}`;

export const isDetail = (name: MetricName): name is DetailMetricName => name.includes('.');
