/** Alarms on the way in, to the queue: series in, a mail or none. */
import { alarm, END, raised, SILENT } from './rule-test';

describe('NoEvents', () => {
  it('is raised after half an hour without any event, and ends with the next', () => {
    expect(alarm('NoEvents', { NumberOfMessagesSent: '7x60 0x60 1 0x5' })).toEqual([
      raised(92, 123, 'No event has arrived for 30 minutes. Pinterest does not learn of any sale.'),
    ]);
  });

  it('is silent when an event comes before that, and in a new deployment', () => {
    expect(alarm('NoEvents', { NumberOfMessagesSent: '7x60 0x29 1 0x29' })).toEqual(SILENT);
    expect(alarm('NoEvents', { NumberOfMessagesSent: '_x600 0x20' })).toEqual(SILENT);
  });
});

describe('EventVolumeFloor', () => {
  it('is raised after two days with less than 40% of what is expected', () => {
    expect(alarm('EventVolumeFloor', { NumberOfMessagesSent: '2x2940' })).toEqual([
      raised(2_882, END, 'Fewer than 4000 events arrived on each of the last two days.'),
    ]);
  });

  it('is silent after one such day, and in the first days of a deployment', () => {
    expect(alarm('EventVolumeFloor', { NumberOfMessagesSent: '7x1440 2x1440 7x1440' })).toEqual(SILENT);
    expect(alarm('EventVolumeFloor', { NumberOfMessagesSent: '_x1440 2x1380' })).toEqual(SILENT);
  });
});

describe('EventVolumeDrop', () => {
  it('is raised when far fewer events arrive than is usual, and stays for half a day after', () => {
    expect(
      alarm('EventVolumeDrop', { NumberOfMessagesSent: { usual: 700, now: '700x30 350x30 700x900' } }, 1e6),
    ).toEqual([raised(35, 780, 'Far fewer events are arriving than usual for this time of the week.')]);
  });

  it('is raised of one name', () => {
    const series = {
      NumberOfMessagesSent: { usual: 700, now: '700x60' },
      'EventsAccepted.checkout': { usual: 40, now: '40x30 _x30' },
    };
    expect(alarm('EventVolumeDrop.checkout', series, 1e6)).toEqual([
      raised(34, END, 'Far fewer "checkout" events are being accepted than usual for this time of the week.'),
    ]);
  });

  it('is silent when a twentieth is missing', () => {
    expect(alarm('EventVolumeDrop', { NumberOfMessagesSent: { usual: 700, now: '665x120' } }, 1e6)).toEqual(SILENT);
  });
});

describe('EndpointErrors', () => {
  it('is raised by the fifth 5xx when these are more than 1% of the requests of an hour', () => {
    expect(alarm('EndpointErrors', { Count: '7x80', '5xx': '0x60 1x20' })).toEqual([
      raised(67, END, 'Within 1 hour the endpoint answered more than 1% of the requests with 5xx.'),
    ]);
  });

  it('is silent at four, and at 1%', () => {
    expect(alarm('EndpointErrors', { Count: '1x60', '5xx': '1x4 0x56' })).toEqual(SILENT);
    expect(alarm('EndpointErrors', { Count: '100x120', '5xx': '1x120' })).toEqual(SILENT);
  });
});

describe('RefusedInputRate', () => {
  it('is raised when more than 10% of the events of an hour are refused', () => {
    expect(alarm('RefusedInputRate', { EventsReceived: '7x80', EventsRefused: '_x60 7x20' })).toEqual([
      raised(69, END, 'Within 1 hour more than 10% of the events were refused, because something is wrong'),
    ]);
  });

  it('is silent at 10%, and at four refused events however few there are', () => {
    expect(alarm('RefusedInputRate', { EventsReceived: '10x90', EventsRefused: '1x90' })).toEqual(SILENT);
    expect(alarm('RefusedInputRate', { EventsReceived: '1x4', EventsRefused: '1x4' })).toEqual(SILENT);
  });
});

describe('TestModeLeftOn', () => {
  it('is raised when for a day most events are tests', () => {
    expect(alarm('TestModeLeftOn', { EventsAccepted: '7x1500', EventsTest: '7x1500' })).toEqual([
      raised(1_442, END, 'For a day, more than 50% of the events were tests'),
    ]);
  });

  it('is silent when it was most of a day, and when half are tests', () => {
    expect(alarm('TestModeLeftOn', { EventsAccepted: '7x2000', EventsTest: '7x1200 0x800' })).toEqual(SILENT);
    expect(alarm('TestModeLeftOn', { EventsAccepted: '8x2000', EventsTest: '4x2000' })).toEqual(SILENT);
  });
});

describe('MatchCoverageDrop', () => {
  const accepted = { usual: 700, now: '700x60' };

  it('is raised when events no longer carry the key', () => {
    const series = { EventsAccepted: accepted, 'EventsWith.em': { usual: 300, now: '300x30 _x30' } };
    expect(alarm('MatchCoverageDrop.em', series, 1e6)).toEqual([
      raised(39, END, 'A smaller share of events than usual carries "em".'),
    ]);
  });

  it('is silent while as many do as usual, and where there are too few events to tell', () => {
    const usual = { EventsAccepted: accepted, 'EventsWith.em': { usual: 300, now: '300x60' } };
    expect(alarm('MatchCoverageDrop.em', usual, 1e6)).toEqual(SILENT);
    // the hour before was full of events, so the first minutes after it still have as many as it takes.
    const few = { EventsAccepted: { usual: 700, now: '200x60' }, 'EventsWith.em': { usual: 300, now: '90x15 _x45' } };
    expect(alarm('MatchCoverageDrop.em', few, 1e6)).toEqual(SILENT);
  });
});
