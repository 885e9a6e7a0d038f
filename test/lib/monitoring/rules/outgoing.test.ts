/** Alarms on the way out, and on the functions: series in, a mail or none. */
import { alarm, END, raised, SILENT } from './rule-test';

const DAY_SECONDS = 86_400;

describe('TokenRejected', () => {
  it('is raised by a single refusal, and ends 75 minutes after it', () => {
    expect(alarm('TokenRejected', { TokenRejected: '_x10 1 _x90' })).toEqual([
      raised(13, 88, 'Pinterest refuses the access token, or no token has been set yet.'),
    ]);
  });

  it('is silent while no answer refuses the token', () => {
    expect(alarm('TokenRejected', { TokenRejected: '0x100' })).toEqual(SILENT);
  });
});

describe('DeliveryErrorRate', () => {
  it('is raised when all deliveries fail for a quarter of an hour', () => {
    const series = { EventsDelivered: '7x20 0x20 7x20', EventsHeldBack: '0x20 7x20 0x20' };
    expect(alarm('DeliveryErrorRate', series)).toEqual([
      raised(
        33,
        47,
        'More than 5% of the deliveries to Pinterest failed, in each of three consecutive periods of 5 minutes.',
      ),
    ]);
  });

  it('is silent when they fail for 6 minutes, or when one of twenty does for long', () => {
    const brief = { EventsDelivered: '7x20 0x6 7x20', EventsHeldBack: '0x20 7x6 0x20' };
    expect(alarm('DeliveryErrorRate', brief)).toEqual(SILENT);
    expect(alarm('DeliveryErrorRate', { EventsDelivered: '19x60', EventsHeldBack: '1x60' })).toEqual(SILENT);
  });
});

describe('EventsDelayed', () => {
  it('is raised by an event that SQS, or the sender, saw wait for more than 30 minutes', () => {
    const says = 'Events have been waiting for more than 30 minutes.';
    expect(alarm('EventsDelayed', { 'ApproximateAgeOfOldestMessage events': '2x20 1801x40' })).toEqual([
      raised(23, END, says),
    ]);
    expect(alarm('EventsDelayed', { LongestWait: '2x20 1801 2x90' })).toEqual([raised(23, 98, says)]);
  });

  it('is silent at 30 minutes', () => {
    const series = { 'ApproximateAgeOfOldestMessage events': '1800x60', LongestWait: '1800x60' };
    expect(alarm('EventsDelayed', series)).toEqual(SILENT);
  });
});

describe('AcceptedNotDelivered', () => {
  it('is raised when events are accepted for 15 minutes and none is tried', () => {
    const series = { EventsAccepted: '7x40', EventsDelivered: '7x20 _x20' };
    expect(alarm('AcceptedNotDelivered', series)).toEqual([
      raised(37, END, 'Events are accepted, but the sender has not tried to deliver any for 15 minutes.'),
    ]);
  });

  it('is silent when what is tried is held, rejected or put aside, or when nothing is accepted', () => {
    for (const tried of ['EventsHeldBack', 'EventsRejected', 'EventsPutAside']) {
      expect(alarm('AcceptedNotDelivered', { EventsAccepted: '7x40', [tried]: '1x40' })).toEqual(SILENT);
    }
    expect(alarm('AcceptedNotDelivered', { EventsAccepted: '0x40' })).toEqual(SILENT);
  });
});

describe('RejectionRate', () => {
  it('is raised when Pinterest refuses more than 5% of the events of an hour', () => {
    const series = { EventsDelivered: '7x60 0x10', EventsRejected: '_x60 7x10' };
    expect(alarm('RejectionRate', series)).toEqual([
      raised(66, END, 'Within 1 hour Pinterest refused more than 5% of the events.'),
    ]);
  });

  it('is silent at 5%, and at four refused events however few there are', () => {
    expect(alarm('RejectionRate', { EventsDelivered: '19x90', EventsRejected: '1x90' })).toEqual(SILENT);
    expect(alarm('RejectionRate', { EventsDelivered: '0x20', EventsRejected: '1x4 0x16' })).toEqual(SILENT);
  });
});

describe('DeadLetters', () => {
  it('is raised by one dead letter, and ends when the queue is empty', () => {
    expect(alarm('DeadLetters', { ApproximateNumberOfMessagesVisible: '0x10 1x20 0x20' })).toEqual([
      raised(13, 37, 'The dead-letter queue holds events that were not delivered.'),
    ]);
  });

  it('is silent while the queue is empty, or was never used', () => {
    expect(alarm('DeadLetters', { ApproximateNumberOfMessagesVisible: '0x20 _x20' })).toEqual(SILENT);
  });
});

describe('InFlightLimit', () => {
  it.each(['events', 'backlog'])(
    'is raised when more than 100,000 messages of one queue are in flight: %s',
    (queue) => {
      const series = { [`ApproximateNumberOfMessagesNotVisible ${queue}`]: '90000x10 100001x10' };
      expect(alarm('InFlightLimit', series)).toEqual([raised(13, END, 'More than 100,000 messages are in flight.')]);
    },
  );

  it('is silent until then, however many the two have together', () => {
    const series = {
      'ApproximateNumberOfMessagesNotVisible events': '100000x20',
      'ApproximateNumberOfMessagesNotVisible backlog': '100000x20',
    };
    expect(alarm('InFlightLimit', series)).toEqual(SILENT);
  });
});

describe('EventsAboutToExpire', () => {
  it.each(['ApproximateAgeOfOldestMessage events', 'ApproximateAgeOfOldestMessage dead-letters', 'LongestWait'])(
    'is raised when an event has waited for 12 days, by %s',
    (metric) => {
      const series = { [metric]: `60x10 ${12 * DAY_SECONDS + 1}x10` };
      expect(alarm('EventsAboutToExpire', series)).toEqual([
        raised(13, END, 'Events have been waiting for 12 days. SQS deletes them after 14.'),
      ]);
    },
  );

  it('is silent until then', () => {
    expect(alarm('EventsAboutToExpire', { LongestWait: `${12 * DAY_SECONDS}x20` })).toEqual(SILENT);
  });
});

describe('FunctionErrors', () => {
  it('is raised when six invocations fail within 5 minutes, twice', () => {
    expect(alarm('FunctionErrors', { 'Errors ingest': '0x20 2x10 0x20' })).toEqual([
      raised(30, 40, 'A function crashes or times out.'),
    ]);
    expect(alarm('FunctionErrors', { 'Errors sender': '0x20 2x10 0x20' })).toHaveLength(1);
  });

  it('is silent after one burst', () => {
    expect(alarm('FunctionErrors', { 'Errors ingest': '0x20 50 0x20' })).toEqual(SILENT);
  });
});

describe('FunctionThrottles', () => {
  it.each(['Throttles ingest', 'Throttles sender'])(
    'is raised when six invocations are throttled within 5 minutes, twice, by %s',
    (metric) => {
      expect(alarm('FunctionThrottles', { [metric]: '0x20 2x10 0x20' })).toEqual([
        raised(
          30,
          40,
          'AWS throttles a function, because the concurrency of the account, or ingestReservedConcurrency, is used up',
        ),
      ]);
    },
  );

  it('is silent when one invocation a minute is throttled', () => {
    expect(alarm('FunctionThrottles', { 'Throttles ingest': '1x60' })).toEqual(SILENT);
  });
});
