/**
 * Shares in percent. A metric that counted nothing has no data at all, hence every FILL; a share of nothing is none.
 */
import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { detailMetric, METRIC_FAMILIES, METRICS } from '../../contract/metric-names';
import type { PipelineMetrics } from './metrics';
import type { MonitoredParts } from './monitored-parts';

/** Faults below which a share says nothing: a few are chance, also where they are a tenth of all. */
export const FEWEST_FAULTS = 5;

/** Events below which the share with a match key says nothing. */
export const FEWEST_EVENTS = 50;

/** Deliveries that were put off, of all that were tried. */
export const deliveryErrorRate = (metrics: PipelineMetrics): MathExpression =>
  math('Failed deliveries (%)', percent('heldBack', 'delivered + heldBack', 1), Duration.minutes(5), {
    heldBack: metrics.metric(METRICS.heldBack),
    delivered: metrics.metric(METRICS.delivered),
  });

/** Events that Pinterest refused, of all that it judged. */
export const rejectionRate = (metrics: PipelineMetrics, period: Duration): MathExpression =>
  math('Refused by Pinterest (%)', percent('rejected', 'delivered + rejected', FEWEST_FAULTS), period, {
    rejected: metrics.metric(METRICS.rejected),
    delivered: metrics.metric(METRICS.delivered),
  });

/** Events that the endpoint refused, of all that arrived. */
export const refusedInputRate = (metrics: PipelineMetrics, period: Duration): MathExpression =>
  math('Refused events (%)', percent('refused', 'received', FEWEST_FAULTS), period, {
    refused: metrics.metric(METRICS.refused),
    received: metrics.metric(METRICS.received),
  });

/** Requests that the endpoint answered with 5xx, of all. */
export const endpointErrorRate = ({ api }: MonitoredParts, period: Duration): MathExpression =>
  math('Requests answered 5xx (%)', percent('errors', 'requests', FEWEST_FAULTS), period, {
    errors: api.metricServerError({ statistic: Stats.SUM }),
    requests: api.metricCount({ statistic: Stats.SUM }),
  });

/** Accepted events that only test, of all accepted. */
export const testEventShare = (metrics: PipelineMetrics, period: Duration): MathExpression =>
  math('Test events (%)', percent('tests', 'accepted', 1), period, {
    tests: metrics.metric(METRICS.tests),
    accepted: metrics.metric(METRICS.accepted),
  });

/** Accepted events that carry a match key, of all; nothing where there are too few to tell. */
export function matchCoverage(
  metrics: PipelineMetrics,
  matchKey: string,
  period: Duration,
  fewest = FEWEST_EVENTS,
): MathExpression {
  // several of these stand in one graph, where each metric needs an id of its own.
  const matched = `with_${matchKey}`;
  const expression = `IF(accepted >= ${fewest}, 100 * (FILL(${matched}, 0) + 0 * accepted) / accepted)`;
  return math(`Events with ${matchKey} (%)`, expression, period, {
    [matched]: metrics.metric(detailMetric(METRIC_FAMILIES.matchKey, matchKey)),
    accepted: metrics.metric(METRICS.accepted),
  });
}

/**
 * A count that is zero where nothing was counted, so that a stop of it is seen. FILL knows a metric only that has any data in
 * the time that is looked at; one that always has some, taken no times, stands beside it.
 */
export const filled = (metric: IMetric, always: IMetric, label: string, period: Duration): MathExpression =>
  math(label, 'FILL(events, 0) + 0 * always', period, { events: metric, always });

/** `part` of `whole`, both sums of metrics; none where there are fewer than `fewest` of the part. */
function percent(part: string, whole: string, fewest: number): string {
  const fill = (sum: string) => sum.replace(/\w+/g, 'FILL($&, 0)');
  return `IF(${fill(part)} >= ${fewest}, 100 * ${fill(part)} / (${fill(whole)}), 0)`;
}

/** The period goes to every metric in it. */
const math = (
  label: string,
  expression: string,
  period: Duration,
  usingMetrics: { [id: string]: IMetric },
): MathExpression => new MathExpression({ label, expression, period, usingMetrics });
