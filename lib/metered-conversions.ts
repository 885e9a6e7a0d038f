import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { detailMetric, METRIC_FAMILIES, METRICS } from '../contract/metric-names';
import { PipelineMetrics } from './monitoring/metrics';
import { deliveryErrorRate, matchCoverage } from './monitoring/rates';

/**
 * The metrics of a pipeline, for graphs and alarms of your own.
 */
export abstract class MeteredConversions extends Construct {
  /** Name of the pipeline, which distinguishes its metrics from those of other pipelines. */
  protected abstract readonly pipeline: string;

  /**
   * Any metric of this pipeline: the sum over 5 minutes, unless the options change that.
   *
   * @param metricName name of the metric
   * @param options what to change in the metric
   */
  public metric(metricName: string, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return new PipelineMetrics(this.pipeline).metric(metricName, options);
  }

  /**
   * Events that reached the endpoint with a valid authorization.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsReceived(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.received, options);
  }

  /**
   * Events that were safely queued.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsAccepted(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.accepted, options);
  }

  /**
   * Events that the endpoint refused, with a reason in its answer.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsRefused(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.refused, options);
  }

  /**
   * Events that may not be passed on: no consent, Global Privacy Control, or a bot.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsWithheld(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.withheld, options);
  }

  /**
   * Events that Pinterest processed.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsDelivered(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.delivered, options);
  }

  /**
   * Events that Pinterest refused; each is a dead letter.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsRejected(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.rejected, options);
  }

  /**
   * Deliveries that were held back; the event stays queued and is retried.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsHeldBack(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.heldBack, options);
  }

  /**
   * Events that became dead letters without Pinterest having refused them: late and expired events, and defects.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsPutAside(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.putAside, options);
  }

  /**
   * Web events that were delivered, or put aside, more than an hour after they happened.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsLate(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.late, options);
  }

  /**
   * Seconds that the oldest event had been queued when the sender last saw it.
   *
   * @default - maximum over 5 minutes
   */
  public metricLongestWait(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.longestWait, { statistic: cloudwatch.Stats.MAXIMUM, ...options });
  }

  /**
   * Answers of Pinterest that refuse the token or its rights, and sender invocations without a token.
   *
   * @default - sum over 5 minutes
   */
  public metricTokenRejected(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.tokenRejected, options);
  }

  /**
   * Events that were accepted as tests: Pinterest checks them and counts none.
   *
   * @default - sum over 5 minutes
   */
  public metricTestEvents(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.tests, options);
  }

  /**
   * Events of one name that were safely queued. Requires `detailedMetrics`.
   *
   * @param eventName name at Pinterest, such as `checkout`
   * @default - sum over 5 minutes
   */
  public metricEventsAcceptedByName(eventName: string, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(detailMetric(METRIC_FAMILIES.acceptedByName, eventName), options);
  }

  /**
   * Percentage of accepted events that carry a match key; no data where there are fewer than 50 events. Requires
   * `detailedMetrics`.
   *
   * @param matchKey field of `user_data`, such as `em`
   * @param period time over which events are counted; an hour by default
   */
  public metricMatchCoverage(matchKey: string, period?: Duration): cloudwatch.MathExpression {
    return matchCoverage(new PipelineMetrics(this.pipeline), matchKey, period ?? Duration.hours(1));
  }

  /**
   * Percentage of deliveries that were held back, over 5 minutes.
   */
  public metricDeliveryErrorRate(): cloudwatch.MathExpression {
    return deliveryErrorRate(new PipelineMetrics(this.pipeline));
  }

  /**
   * Seconds from a web event to its delivery.
   *
   * @default - average over 5 minutes
   */
  public metricDeliveryDelay(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.deliveryDelay, { statistic: cloudwatch.Stats.AVERAGE, ...options });
  }

  /**
   * Calls to Pinterest.
   *
   * @default - sum over 5 minutes
   */
  public metricPinterestRequests(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.requests, options);
  }
}
