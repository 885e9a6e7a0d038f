/** Alarms on the functions themselves. */
import { Duration } from 'aws-cdk-lib';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../../contract/metric-names';
import type { AlarmRows } from '../alarm-row';

const SUM = { statistic: Stats.SUM, period: Duration.minutes(5) };

const twiceOfThree = (above: number) => ({ above, periods: 3, datapoints: 2 });

export const FUNCTION_ALARMS = {
  FunctionErrors: {
    metric: ({ ingestFunction, senderFunction, metrics }) =>
      // a run of the sender that held everything ends with an error on purpose.
      new MathExpression({
        label: 'Failed runs',
        expression: 'FILL(ingest, 0) + IF(FILL(sender, 0) > FILL(held, 0), FILL(sender, 0) - FILL(held, 0), 0)',
        usingMetrics: {
          ingest: ingestFunction.metricErrors(SUM),
          sender: senderFunction.metricErrors(SUM),
          held: metrics.metric(METRICS.runsHeld),
        },
      }),
    condition: ({ thresholds }) => twiceOfThree(thresholds.functionErrors),
    options: ['functionErrorsThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.functionErrors} failed runs in 5 minutes, twice of three times`,
    meaning: () =>
      'A function crashes or runs out of time. Events that the sender had in hand return to the queue after 21 minutes; a ' +
      'request that ingest did not finish is lost unless its sender repeats it.',
    firstStep: ({ ingestLogGroup, senderLogGroup }) =>
      `the errors in ${ingestLogGroup.logGroupName} and ${senderLogGroup.logGroupName}.`,
  },
  FunctionThrottles: {
    metric: ({ ingestFunction, senderFunction }) =>
      new MathExpression({
        label: 'Throttled runs',
        expression: 'FILL(ingest, 0) + FILL(sender, 0)',
        usingMetrics: { ingest: ingestFunction.metricThrottles(SUM), sender: senderFunction.metricThrottles(SUM) },
      }),
    condition: ({ thresholds }) => twiceOfThree(thresholds.functionThrottles),
    options: ['functionThrottlesThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.functionThrottles} throttled runs in 5 minutes, twice of three times`,
    meaning: () =>
      'AWS refuses to run a function, because the account, or ingestReservedConcurrency, allows no more at once. Requests are ' +
      'answered 503 meanwhile.',
    firstStep: () =>
      'which functions of the account use its concurrency (Lambda, Dashboard); raise the limit that is reached.',
  },
} as const satisfies AlarmRows;
