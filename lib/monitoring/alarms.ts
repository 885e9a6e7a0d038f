/**
 * What the owner is told of, one method an alarm. A description says what happened, what it means and where to look
 * first, because it is the text of the e-mail.
 */
import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { METRICS } from '../../lambda/telemetry/metric-names';
import { QUEUE_RETENTION } from '../event-queue';
import { deliveryErrorRate } from './delivery-error-rate';
import type { MonitoredParts } from './monitored-parts';

export interface AlarmsProps extends MonitoredParts {
  readonly topic: ITopic;
  readonly deliveryErrorRateThreshold: number;
  readonly minimumEventsPerHour?: number | undefined;
}

/** Well before the hour after which Pinterest may count an event and its twin from the browser tag as two. */
const LONGEST_WAIT = Duration.minutes(15);

/** What is left to save events before SQS deletes them. */
const LAST_CALL = Duration.days(2);

/** Answers 5xx in 5 minutes that a caller's repetition mends. */
const SINGLE_FAULTS = 5;

const { GREATER_THAN_THRESHOLD, LESS_THAN_THRESHOLD, LESS_THAN_LOWER_THRESHOLD } = cloudwatch.ComparisonOperator;
const { NOT_BREACHING, MISSING } = cloudwatch.TreatMissingData;

export class Alarms extends Construct {
  public readonly byName: { [name: string]: cloudwatch.Alarm } = {};

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: AlarmsProps,
  ) {
    super(scope, id);
    this.failedDeliveries();
    this.rejectedToken();
    this.deadLetters();
    this.longWait();
    this.lastCall();
    this.ingestFaults();
    this.volumeDrop();
    if (props.minimumEventsPerHour !== undefined) this.volumeFloor(props.minimumEventsPerHour);
  }

  private failedDeliveries(): void {
    const { metrics, deliveryErrorRateThreshold, senderLogGroup } = this.props;
    this.addAlarm('DeliveryErrorRate', {
      metric: deliveryErrorRate(metrics),
      threshold: deliveryErrorRateThreshold,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      alarmDescription:
        `More than ${deliveryErrorRateThreshold} % of the deliveries to Pinterest failed. No event is lost: what was put ` +
        "off stays queued, what Pinterest refused is a dead letter with Pinterest's reason. " +
        `Look first at the warnings in the log group ${senderLogGroup.logGroupName}.`,
    });
  }

  private rejectedToken(): void {
    this.addAlarm('TokenRejected', {
      metric: this.props.metrics.metric(METRICS.tokenRejected),
      threshold: 0,
      evaluationPeriods: 1,
      alarmDescription:
        'Pinterest does not take the access token, or there is none yet. All events stay queued, for 14 days. Make a token ' +
        'in Ads Manager (Conversions, Conversion access token) and put it into the secret ' +
        `${this.props.tokenSecret.secretArn}; delivery then goes on by itself within minutes.`,
    });
  }

  private deadLetters(): void {
    const { deadLetterQueue } = this.props;
    this.addAlarm('DeadLetters', {
      metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: cloudwatch.Stats.MAXIMUM }),
      threshold: 0,
      evaluationPeriods: 1,
      alarmDescription:
        'There are events that Pinterest refused. They are kept for 14 days and not tried again by themselves. Look first ' +
        `at the attributes Reason and Message of the messages in ${deadLetterQueue.queueName}; mend the cause, then ` +
        'redrive the queue or, if the events are worthless, purge it.',
    });
  }

  /**
   * SQS takes a message that it handed out three times out of its age; ours is of what the sender last saw. A held event
   * shows itself once an hour, so the alarm stays for an hour after the last one.
   */
  private longWait(): void {
    this.addAlarm('OldestQueuedEvent', {
      metric: new cloudwatch.MathExpression({
        label: 'Oldest event (s)',
        expression: 'MAX([FILL(queued, 0), FILL(seen, 0)])',
        usingMetrics: this.ages(),
      }),
      threshold: LONGEST_WAIT.toSeconds(),
      evaluationPeriods: 12,
      datapointsToAlarm: 1,
      alarmDescription:
        'Events have waited for more than 15 minutes. They are safe, but an event that reaches Pinterest more than an hour ' +
        `late may be counted beside its twin from the browser tag. Look first at ${this.props.senderLogGroup.logGroupName} ` +
        'for why the sender holds them back.',
    });
  }

  private ages(): { [name: string]: cloudwatch.IMetric } {
    const statistic = cloudwatch.Stats.MAXIMUM;
    return {
      queued: this.props.queue.metricApproximateAgeOfOldestMessage({ statistic }),
      seen: this.props.metrics.metric(METRICS.longestWait, { statistic }),
    };
  }

  /** The alarms above were raised long before; this one comes back when nothing was done and events are about to go. */
  private lastCall(): void {
    const { queue, deadLetterQueue } = this.props;
    this.addAlarm('EventsAboutToExpire', {
      metric: new cloudwatch.MathExpression({
        label: 'Oldest event (s)',
        expression: 'MAX([FILL(queued, 0), FILL(seen, 0), FILL(dead, 0)])',
        usingMetrics: {
          ...this.ages(),
          dead: deadLetterQueue.metricApproximateAgeOfOldestMessage({ statistic: cloudwatch.Stats.MAXIMUM }),
        },
      }),
      threshold: QUEUE_RETENTION.toSeconds() - LAST_CALL.toSeconds(),
      evaluationPeriods: 1,
      alarmDescription:
        'Events have waited for 12 days, and SQS deletes them after 14. ' +
        `Look first at which of ${queue.queueName} and ${deadLetterQueue.queueName} holds them, and deliver or discard them.`,
    });
  }

  private ingestFaults(): void {
    const { api, ingestLogGroup } = this.props;
    this.addAlarm('IngestFaults', {
      metric: api.metricServerError({ statistic: cloudwatch.Stats.SUM, period: Duration.minutes(5) }),
      threshold: SINGLE_FAULTS,
      evaluationPeriods: 3,
      datapointsToAlarm: 2,
      alarmDescription:
        'The endpoint answers requests with 5xx. Back ends can repeat them, but what browsers send now is lost. ' +
        `Look first at the errors in ${ingestLogGroup.logGroupName}.`,
    });
  }

  /**
   * Both volume alarms read the count of SQS instead of our own of accepted events. They are the same number, but SQS
   * reports zeros too, where a metric that nothing is counted in just stops: a silence would never be noticed.
   */
  private volumeDrop(): void {
    this.register(
      'EventVolumeDrop',
      new cloudwatch.AnomalyDetectionAlarm(this, 'EventVolumeDrop', {
        metric: this.arrivingPerHour(),
        stdDevs: 3,
        comparisonOperator: LESS_THAN_LOWER_THRESHOLD,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        treatMissingData: MISSING,
        alarmDescription:
          'Far fewer events arrive than is usual for this time of the week. Most often a release took the script off some ' +
          'pages, or a back end stopped sending. Look first at the part "Arriving" of the dashboard: did events stop, or ' +
          'are they refused? (The alarm learns your traffic during its first two weeks.)',
      }),
    );
  }

  private volumeFloor(minimum: number): void {
    this.addAlarm('EventVolumeFloor', {
      metric: this.arrivingPerHour(),
      threshold: minimum,
      comparisonOperator: LESS_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: MISSING,
      alarmDescription:
        `Fewer than ${minimum} events arrived in the last hour, the floor set as minimumEventsPerHour. Look first at the ` +
        'part "Arriving" of the dashboard: did events stop, or are they refused?',
    });
  }

  private arrivingPerHour(): cloudwatch.Metric {
    return this.props.queue.metricNumberOfMessagesSent({
      statistic: cloudwatch.Stats.SUM,
      period: Duration.hours(1),
    });
  }

  private addAlarm(name: string, props: cloudwatch.AlarmProps): void {
    const defaults = { comparisonOperator: GREATER_THAN_THRESHOLD, treatMissingData: NOT_BREACHING };
    this.register(name, new cloudwatch.Alarm(this, name, { ...defaults, ...props }));
  }

  private register(name: string, alarm: cloudwatch.Alarm): void {
    const action = new SnsAction(this.props.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    this.byName[name] = alarm;
  }
}
