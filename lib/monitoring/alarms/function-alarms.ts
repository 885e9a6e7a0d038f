/** Alarms on the functions themselves. */
import { Duration } from 'aws-cdk-lib';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../../contract/metric-names';
import type { AlarmDefinition } from '../alarm-definition';
import type { MonitoredParts } from '../monitored-parts';
import type { Thresholds } from '../thresholds';

export function functionAlarms(parts: MonitoredParts, thresholds: Thresholds): AlarmDefinition[] {
  const { ingestFunction, senderFunction, metrics, ingestLogGroup, senderLogGroup } = parts;
  const sum = { statistic: Stats.SUM, period: Duration.minutes(5) };
  return [
    {
      name: 'FunctionErrors',
      // a run of the sender that held everything ends with an error on purpose.
      metric: new MathExpression({
        label: 'Failed runs',
        expression: 'FILL(ingest, 0) + IF(FILL(sender, 0) > FILL(held, 0), FILL(sender, 0) - FILL(held, 0), 0)',
        usingMetrics: {
          ingest: ingestFunction.metricErrors(sum),
          sender: senderFunction.metricErrors(sum),
          held: metrics.metric(METRICS.runsHeld),
        },
      }),
      threshold: thresholds.functionErrors,
      periods: 3,
      datapoints: 2,
      happened:
        'A function crashes or runs out of time. Events that the sender had in hand return to the queue after 21 minutes; a ' +
        'request that ingest did not finish is lost unless its sender repeats it.',
      lookFirst: `the errors in ${ingestLogGroup.logGroupName} and ${senderLogGroup.logGroupName}.`,
    },
    {
      name: 'FunctionThrottles',
      metric: new MathExpression({
        label: 'Throttled runs',
        expression: 'FILL(ingest, 0) + FILL(sender, 0)',
        usingMetrics: { ingest: ingestFunction.metricThrottles(sum), sender: senderFunction.metricThrottles(sum) },
      }),
      threshold: thresholds.functionThrottles,
      periods: 3,
      datapoints: 2,
      happened:
        'AWS refuses to run a function, because the account, or ingestReservedConcurrency, allows no more at once. Requests are ' +
        'answered 503 meanwhile.',
      lookFirst:
        'which functions of the account use its concurrency (Lambda, Dashboard); raise the limit that is reached.',
    },
  ];
}
