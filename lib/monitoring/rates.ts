/**
 * Shares in percent. A metric that counted nothing has no data at all, hence every FILL; a share of nothing is zero.
 */
import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { detailMetric, METRIC_FAMILIES, METRICS } from '../../contract/metric-names';
import type { PipelineMetrics } from './metrics';
import type { MonitoredParts } from './monitored-parts';

/** Fewest faults for a share to mean anything: a few are chance, even if they are a tenth of all. */
export const FEWEST_FAULTS = 5;

/** Fewest events for the share with a match key to mean anything. */
export const FEWEST_EVENTS = 50;

/** Share of deliveries that were held back, of all that were tried. */
export const deliveryErrorRate = (metrics: PipelineMetrics): MathExpression =>
  math('Failed deliveries (%)', percent('heldBack', 'delivered + heldBack', 1), Duration.minutes(5), {
    heldBack: metrics.metric(METRICS.heldBack),
    delivered: metrics.metric(METRICS.delivered),
  });

/** Share of events that Pinterest refused, of all that it judged. */
export const rejectionRate = (metrics: PipelineMetrics, period: Duration): MathExpression =>
  math('Refused by Pinterest (%)', percent('rejected', 'delivered + rejected', FEWEST_FAULTS), period, {
    rejected: metrics.metric(METRICS.rejected),
    delivered: metrics.metric(METRICS.delivered),
  });

/** Share of events that the endpoint refused, of all that arrived. */
export const refusedInputRate = (metrics: PipelineMetrics, period: Duration): MathExpression =>
  math('Refused events (%)', percent('refused', 'received', FEWEST_FAULTS), period, {
    refused: metrics.metric(METRICS.refused),
    received: metrics.metric(METRICS.received),
  });

/** Share of requests that the endpoint answered with 5xx. */
export const endpointErrorRate = ({ api }: MonitoredParts, period: Duration): MathExpression =>
  math('Requests answered 5xx (%)', percent('errors', 'requests', FEWEST_FAULTS), period, {
    errors: api.metricServerError({ statistic: Stats.SUM }),
    requests: api.metricCount({ statistic: Stats.SUM }),
  });

/** Share of accepted events that are tests. */
export const testEventShare = (metrics: PipelineMetrics, period: Duration): MathExpression =>
  math('Test events (%)', percent('tests', 'accepted', 1), period, {
    tests: metrics.metric(METRICS.tests),
    accepted: metrics.metric(METRICS.accepted),
  });

/** Share of accepted events that carry a match key; no data where there are too few events. */
export function matchCoverage(
  metrics: PipelineMetrics,
  matchKey: string,
  period: Duration,
  fewest = FEWEST_EVENTS,
): MathExpression {
  // one graph shows several of these, and each metric in a graph needs a unique id.
  const matched = `with_${matchKey}`;
  const expression = `IF(accepted >= ${fewest}, 100 * (FILL(${matched}, 0) + 0 * accepted) / accepted)`;
  return math(`Events with ${matchKey} (%)`, expression, period, {
    [matched]: metrics.metric(detailMetric(METRIC_FAMILIES.matchKey, matchKey)),
    accepted: metrics.metric(METRICS.accepted),
  });
}

/**
 * A count that is zero where nothing was counted, so that an alarm sees when it stops. FILL needs a metric that has some data
 * in the evaluated range, so one that always has data is added, multiplied by zero.
 */
export const filled = (metric: IMetric, always: IMetric, label: string, period: Duration): MathExpression =>
  math(label, 'FILL(events, 0) + 0 * always', period, { events: metric, always });

/** `part` as a share of `whole`, both sums of metrics; zero where the part is fewer than `fewest`. */
function percent(part: string, whole: string, fewest: number): string {
  const fill = (sum: string) => sum.replace(/\w+/g, 'FILL($&, 0)');
  return `IF(${fill(part)} >= ${fewest}, 100 * ${fill(part)} / (${fill(whole)}), 0)`;
}

/** The period applies to every metric in the expression. */
const math = (
  label: string,
  expression: string,
  period: Duration,
  usingMetrics: { [id: string]: IMetric },
): MathExpression => new MathExpression({ label, expression, period, usingMetrics });
