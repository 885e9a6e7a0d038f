/** Share of deliveries that failed, in percent: what was put off or refused, of all that was tried. */
import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../lambda/telemetry/metric-names';
import type { PipelineMetrics } from './metrics';

/** Deliveries in one period below which a share says nothing. */
const MINIMUM_DELIVERIES = 10;

/** A metric that counted nothing has no data at all, hence every FILL. */
export function deliveryErrorRate(metrics: PipelineMetrics): MathExpression {
  const failed = new MathExpression({
    expression: 'FILL(heldBack, 0) + FILL(rejected, 0)',
    usingMetrics: { heldBack: metrics.metric(METRICS.heldBack), rejected: metrics.metric(METRICS.rejected) },
  });
  const all = new MathExpression({
    expression: 'FILL(delivered, 0) + failed',
    usingMetrics: { delivered: metrics.metric(METRICS.delivered), failed },
  });
  return new MathExpression({
    label: 'Failed deliveries (%)',
    expression: `IF(all >= ${MINIMUM_DELIVERIES}, 100 * failed / all, 0)`,
    usingMetrics: { all, failed },
    period: Duration.minutes(5),
  });
}
