/** What the owner sees, and the metrics that others may build upon. */
import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../../contract/metric-names';
import type { PinterestConversionsProps } from '../../../lib';
import { eventMapTable } from '../../../lib/monitoring/event-map-table';
import { construct, conversionsStack, environmentOf, templateOf } from '../stacks';

const bodyOf = (props: Partial<PinterestConversionsProps> = {}): string => {
  const [dashboard] = Object.values(templateOf(props).findResources('AWS::CloudWatch::Dashboard'));
  return JSON.stringify(dashboard?.Properties.DashboardBody);
};

describe('dashboard', () => {
  it('asks from the top down what an owner asks', () => {
    const body = bodyOf();
    const questions = ['Alarms', 'arriving?', 'reaching Pinterest?', 'match them?', 'waiting?', 'Which events'];
    const places = questions.map((question) => body.indexOf(question));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(body).toContain('docs/runbook.md');
  });

  it('leaves out what needs detailed metrics where there are none', () => {
    const body = bodyOf({ detailedMetrics: false });
    expect(body).not.toContain('match them?');
    expect(body).not.toMatch(/EventsAccepted\.|EventsWith\.|PinterestFailures\./);
  });

  it('shows the event map as a table', () => {
    const eventMap = { 'trial|started': { sendAs: 'signup', value: 40, currency: 'USD', trigger: 'first\nlogin' } };
    expect(eventMapTable(eventMap)).toContain('| trial\\|started | signup | 40 USD | first login | anywhere |');
    expect(bodyOf({ eventMap: { purchase: { sendAs: 'checkout' } } })).toContain('| purchase | checkout |');
    expect(bodyOf()).toContain('There is no event map');
  });
});

describe('metrics', () => {
  const { conversions } = conversionsStack();

  it('are those that the functions emit under the name of this pipeline', () => {
    const pipeline = environmentOf(Template.fromStack(conversionsStack()), 'sender').pipeline;
    const metrics: readonly Metric[] = [
      conversions.metricEventsReceived(),
      conversions.metricEventsAccepted(),
      conversions.metricTestEvents(),
      conversions.metricEventsRefused(),
      conversions.metricEventsWithheld(),
      conversions.metricEventsDelivered(),
      conversions.metricEventsRejected(),
      conversions.metricEventsHeldBack(),
      conversions.metricEventsPutAside(),
      conversions.metricEventsLate(),
      conversions.metricDeliveryDelay(),
      conversions.metricLongestWait(),
      conversions.metricPinterestRequests(),
      conversions.metricTokenRejected(),
    ];
    expect(metrics.map(({ metricName }) => metricName)).toEqual(Object.values(METRICS));
    for (const metric of metrics) {
      expect(metric).toMatchObject({ namespace: 'PinterestConversions', dimensions: { service: pipeline } });
    }
    expect(conversions.metricEventsAcceptedByName('checkout').metricName).toBe('EventsAccepted.checkout');
  });

  it('can be shares', () => {
    expect(conversions.metricDeliveryErrorRate().period).toEqual(Duration.minutes(5));
    expect(conversions.metricMatchCoverage('em', Duration.days(1)).usingMetrics).toHaveProperty('with_em');
  });

  it('can be changed by options', () => {
    expect(construct().metricEventsDelivered({ statistic: 'Maximum' }).statistic).toBe('Maximum');
  });
});
