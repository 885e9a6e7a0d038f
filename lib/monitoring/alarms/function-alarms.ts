/** Alarms on the functions themselves. */
import { Duration } from 'aws-cdk-lib';
import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmRows } from '../alarm-row';

const SUM = { statistic: Stats.SUM, period: Duration.minutes(5) };

const twiceOfThree = (above: number) => ({ above, periods: 3, datapoints: 2 });

export const FUNCTION_ALARMS = {
  FunctionErrors: {
    metric: ({ ingestFunction, senderFunction }) =>
      new MathExpression({
        label: 'Failed invocations',
        expression: 'FILL(ingest, 0) + FILL(sender, 0)',
        usingMetrics: { ingest: ingestFunction.metricErrors(SUM), sender: senderFunction.metricErrors(SUM) },
      }),
    condition: ({ thresholds }) => twiceOfThree(thresholds.functionErrors),
    options: ['functionErrorsThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.functionErrors} failed invocations in 5 minutes, in two of three periods`,
    meaning: () =>
      'A function crashes or times out. Events in flight in the sender return to the queue after 21 minutes; a request that ' +
      'ingest did not finish is lost unless the caller repeats it.',
    firstStep: ({ ingestLogGroup, senderLogGroup }) =>
      `check the errors in ${ingestLogGroup.logGroupName} and ${senderLogGroup.logGroupName}.`,
  },
  FunctionThrottles: {
    metric: ({ ingestFunction, senderFunction }) =>
      new MathExpression({
        label: 'Throttled invocations',
        expression: 'FILL(ingest, 0) + FILL(sender, 0)',
        usingMetrics: { ingest: ingestFunction.metricThrottles(SUM), sender: senderFunction.metricThrottles(SUM) },
      }),
    condition: ({ thresholds }) => twiceOfThree(thresholds.functionThrottles),
    options: ['functionThrottlesThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.functionThrottles} throttled invocations in 5 minutes, in two of three periods`,
    meaning: () =>
      'AWS throttles a function, because the concurrency of the account, or ingestReservedConcurrency, is used up. Meanwhile ' +
      'requests are answered with 503.',
    firstStep: () =>
      'see which functions use the concurrency of the account (Lambda, Dashboard), and raise the limit that was reached.',
  },
} as const satisfies AlarmRows;
