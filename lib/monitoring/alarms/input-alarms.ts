/** Alarms on the way in: is what arrives taken, is it meant to count, and can Pinterest match it? */
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
      `more than ${thresholds.endpointErrorRate} % of the requests answered 5xx, and at least ${FEWEST_FAULTS}`,
    meaning: ({ thresholds, scale }) =>
      `The endpoint answered more than ${text(thresholds.endpointErrorRate)} % of the requests of the last ` +
      `${scale.faults.toHumanString()} with 5xx. Back ends can repeat them; what browsers send now is lost.`,
    firstStep: ({ ingestLogGroup }) => `the errors in ${ingestLogGroup.logGroupName}.`,
  },
  RefusedInputRate: {
    metric: ({ metrics, scale }) => refusedInputRate(metrics, scale.faults),
    condition: ({ thresholds }) => ({ above: thresholds.refusedInputRate }),
    options: ['refusedInputRateThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.refusedInputRate} % of the events refused, and at least ${FEWEST_FAULTS}`,
    meaning: ({ thresholds, scale }) =>
      `More than ${text(thresholds.refusedInputRate)} % of the events of the last ${scale.faults.toHumanString()} were refused, ` +
      'because something is wrong with them. They are not queued: who sent them was told why.',
    firstStep: ({ ingestLogGroup }) =>
      `the reasons in the warnings "events not taken" in ${ingestLogGroup.logGroupName}; most often a release changed the events.`,
  },
  TestModeLeftOn: {
    metric: ({ metrics }) => testEventShare(metrics, Duration.hours(6)),
    condition: ({ thresholds }) => ({ above: thresholds.testEventShare, periods: 4 }),
    options: ['testEventShareThreshold'],
    raisedWhen: ({ thresholds }) => `more than ${thresholds.testEventShare} % of the events are tests, for a day`,
    meaning: ({ thresholds }) =>
      `For a day more than ${text(thresholds.testEventShare)} % of the events were sent as tests: Pinterest checks them and counts none.`,
    firstStep: () => 'is "testMode" still true, or does a back end send ?test=true?',
  },
} as const satisfies AlarmRows;

export const COVERAGE_ALARMS = {
  MatchCoverageDrop: {
    members: ({ matchKeys }) => matchKeys,
    metric: ({ metrics, scale: { coverage, expectedEventsPerDay } }, matchKey) => {
      // in the quiet hours a share jumps about more than its band knows.
      const usual = (expectedEventsPerDay * coverage.period.toSeconds()) / Duration.days(1).toSeconds();
      const fewest = Math.max(FEWEST_EVENTS, Math.floor((3 * usual) / 4));
      return matchCoverage(metrics, matchKey, coverage.period, fewest);
    },
    condition: ({ scale }) => ({ belowBand: scale.coverage }),
    options: ['matchCoverageBand', 'expectedEventsPerDay', 'watchedMatchKeys'],
    raisedWhen: () => 'the share of events with the key is below its learned band',
    meaning: (_, matchKey) =>
      `Fewer events than usual carry "${matchKey}". Pinterest matches fewer of them to people, so the ads get credit for fewer sales.`,
    firstStep: () =>
      'what was released on the site or in the back end; compare the events of before and after in the dashboard.',
    ofTraffic: true,
  },
} as const satisfies AlarmRows;
