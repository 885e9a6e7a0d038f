/** Alarms on intake: are events accepted, are they meant to count, and can Pinterest match them? */
import { Duration } from 'aws-cdk-lib';
import { type AlarmRows, text } from '../alarm-row';
import {
  endpointErrorRate,
  FEWEST_EVENTS,
  FEWEST_FAULTS,
  matchCoverage,
  refusedInputRate,
  testEventShare,
} from '../rates';

export const INPUT_ALARMS = {
  EndpointErrors: {
    metric: (watch) => endpointErrorRate(watch, watch.scale.faults),
    condition: ({ thresholds }) => ({ above: thresholds.endpointErrorRate }),
    options: ['endpointErrorRateThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.endpointErrorRate}% of the requests are answered with 5xx, and at least ${FEWEST_FAULTS}`,
    meaning: ({ thresholds, scale }) =>
      `Within ${scale.faults.toHumanString()} the endpoint answered more than ${text(thresholds.endpointErrorRate)}% of the requests ` +
      'with 5xx. Back ends can repeat theirs; those of browsers are lost.',
    firstStep: ({ ingestLogGroup }) => `check the errors in ${ingestLogGroup.logGroupName}.`,
  },
  RefusedInputRate: {
    metric: ({ metrics, scale }) => refusedInputRate(metrics, scale.faults),
    condition: ({ thresholds }) => ({ above: thresholds.refusedInputRate }),
    options: ['refusedInputRateThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.refusedInputRate}% of the events are refused, and at least ${FEWEST_FAULTS}`,
    meaning: ({ thresholds, scale }) =>
      `Within ${scale.faults.toHumanString()} more than ${text(thresholds.refusedInputRate)}% of the events were refused, because ` +
      'something is wrong with them. They are not queued; the answer told the caller why.',
    firstStep: ({ ingestLogGroup }) =>
      `read the reasons in the warnings "events not taken" in ${ingestLogGroup.logGroupName}; most often a release changed the events.`,
  },
  TestModeLeftOn: {
    metric: ({ metrics }) => testEventShare(metrics, Duration.hours(6)),
    condition: ({ thresholds }) => ({ above: thresholds.testEventShare, periods: 4 }),
    options: ['testEventShareThreshold'],
    raisedWhen: ({ thresholds }) => `more than ${thresholds.testEventShare}% of the events are tests, for a day`,
    meaning: ({ thresholds }) =>
      `For a day, more than ${text(thresholds.testEventShare)}% of the events were tests: Pinterest checks them and counts none.`,
    firstStep: () => 'check whether "testMode" is still true, or a back end sends ?test=true.',
  },
} as const satisfies AlarmRows;

export const COVERAGE_ALARMS = {
  MatchCoverageDrop: {
    members: ({ matchKeys }) => matchKeys,
    metric: ({ metrics, scale: { coverage, expectedEventsPerDay } }, matchKey) => {
      // in quiet hours a share varies more than its learned band allows.
      const usual = (expectedEventsPerDay * coverage.period.toSeconds()) / Duration.days(1).toSeconds();
      const fewest = Math.max(FEWEST_EVENTS, Math.floor((3 * usual) / 4));
      return matchCoverage(metrics, matchKey, coverage.period, fewest);
    },
    condition: ({ scale }) => ({ belowBand: scale.coverage }),
    options: ['matchCoverageBand', 'expectedEventsPerDay', 'watchedMatchKeys'],
    raisedWhen: () => 'the share of events that carry the key is below its learned band',
    meaning: (_, matchKey) =>
      `A smaller share of events than usual carries "${matchKey}". Pinterest matches fewer of them to people, so the ads get credit for fewer sales.`,
    firstStep: () =>
      'check what was released on the site or in the back end; compare the events before and after on the dashboard.',
    ofTraffic: true,
  },
} as const satisfies AlarmRows;
