/** Alarms on the way in: is what arrives taken, is it meant to count, and can Pinterest match it? */
import { Duration } from 'aws-cdk-lib';
import { type AlarmDefinition, text } from '../alarm-definition';
import type { MonitoredParts } from '../monitored-parts';
import { endpointErrorRate, FEWEST_EVENTS, matchCoverage, refusedInputRate, testEventShare } from '../rates';
import type { Thresholds } from '../thresholds';
import type { TrafficScale } from '../traffic-scale';

export function inputAlarms(
  parts: MonitoredParts,
  thresholds: Thresholds,
  { faults }: TrafficScale,
): AlarmDefinition[] {
  const { metrics, ingestLogGroup } = parts;
  const time = faults.toHumanString();
  return [
    {
      name: 'EndpointErrors',
      metric: endpointErrorRate(parts, faults),
      threshold: thresholds.endpointErrorRate,
      happened:
        `The endpoint answered more than ${text(thresholds.endpointErrorRate)} % of the requests of the last ${time} with 5xx. Back ends can ` +
        'repeat them; what browsers send now is lost.',
      lookFirst: `the errors in ${ingestLogGroup.logGroupName}.`,
    },
    {
      name: 'RefusedInputRate',
      metric: refusedInputRate(metrics, faults),
      threshold: thresholds.refusedInputRate,
      happened:
        `More than ${text(thresholds.refusedInputRate)} % of the events of the last ${time} were refused, because something is wrong with ` +
        'them. They are not queued: who sent them was told why.',
      lookFirst: `the reasons in the warnings "events not taken" in ${ingestLogGroup.logGroupName}; most often a release changed the events.`,
    },
    {
      name: 'TestModeLeftOn',
      metric: testEventShare(metrics, Duration.hours(6)),
      threshold: thresholds.testEventShare,
      periods: 4,
      happened: `For a day more than ${text(thresholds.testEventShare)} % of the events were sent as tests: Pinterest checks them and counts none.`,
      lookFirst: 'is "testMode" still true, or does a back end send ?test=true?',
    },
  ];
}

export function coverageAlarms(
  { metrics }: MonitoredParts,
  matchKeys: readonly string[],
  { coverage, expectedEventsPerDay }: TrafficScale,
): AlarmDefinition[] {
  // in the quiet hours a share jumps about more than its band knows.
  const usual = (expectedEventsPerDay * coverage.period.toSeconds()) / Duration.days(1).toSeconds();
  const fewest = Math.max(FEWEST_EVENTS, Math.floor((3 * usual) / 4));
  return matchKeys.map((matchKey) => ({
    name: `MatchCoverageDrop.${matchKey}` as const,
    metric: matchCoverage(metrics, matchKey, coverage.period, fewest),
    window: coverage,
    ofTraffic: true,
    happened: `Fewer events than usual carry "${matchKey}". Pinterest matches fewer of them to people, so the ads get credit for fewer sales.`,
    lookFirst:
      'what was released on the site or in the back end; compare the events of before and after in the dashboard.',
  }));
}
