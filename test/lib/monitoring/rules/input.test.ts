/** Alarms on the way in: series in, a mail or none. */
import { alarm, END, raised, SILENT } from './rule-test';

describe('EndpointErrors', () => {
  it('is raised by the fifth 5xx when these are more than 1 % of the requests of an hour', () => {
    expect(alarm('EndpointErrors', { Count: '7x80', '5xx': '0x60 1x20' })).toEqual([
      raised(67, END, 'The endpoint answered more than 1 % of the requests of the last 1 hour with 5xx.'),
    ]);
  });

  it('is silent at four, and at 1 %', () => {
    expect(alarm('EndpointErrors', { Count: '1x60', '5xx': '1x4 0x56' })).toEqual(SILENT);
    expect(alarm('EndpointErrors', { Count: '100x120', '5xx': '1x120' })).toEqual(SILENT);
  });
});

describe('RefusedInputRate', () => {
  it('is raised when more than 10 % of the events of an hour are refused', () => {
    expect(alarm('RefusedInputRate', { EventsReceived: '7x80', EventsRefused: '_x60 7x20' })).toEqual([
      raised(69, END, 'More than 10 % of the events of the last 1 hour were refused, because something is wrong'),
    ]);
  });

  it('is silent at 10 %, and at four refused events however few there are', () => {
    expect(alarm('RefusedInputRate', { EventsReceived: '10x90', EventsRefused: '1x90' })).toEqual(SILENT);
    expect(alarm('RefusedInputRate', { EventsReceived: '1x4', EventsRefused: '1x4' })).toEqual(SILENT);
  });
});

describe('TestModeLeftOn', () => {
  it('is raised when for a day most events are tests', () => {
    expect(alarm('TestModeLeftOn', { EventsAccepted: '7x1500', EventsTest: '7x1500' })).toEqual([
      raised(1_442, END, 'For a day more than 50 % of the events were sent as tests'),
    ]);
  });

  it('is silent when it was most of a day, and when half are tests', () => {
    expect(alarm('TestModeLeftOn', { EventsAccepted: '7x2000', EventsTest: '7x1200 0x800' })).toEqual(SILENT);
    expect(alarm('TestModeLeftOn', { EventsAccepted: '8x2000', EventsTest: '4x2000' })).toEqual(SILENT);
  });
});

describe('MatchCoverageDrop', () => {
  const accepted = { usual: 70, now: '70x60' };

  it('is raised when events no longer carry the key', () => {
    const series = { EventsAccepted: accepted, 'EventsWith.em': { usual: 30, now: '30x30 _x30' } };
    expect(alarm('MatchCoverageDrop.em', series, 100_000)).toEqual([
      raised(39, END, 'Fewer events than usual carry "em".'),
    ]);
  });

  it('is silent while as many do as usual, and where there are too few events to tell', () => {
    const usual = { EventsAccepted: accepted, 'EventsWith.em': { usual: 30, now: '30x60' } };
    expect(alarm('MatchCoverageDrop.em', usual, 100_000)).toEqual(SILENT);
    // the hour before was full of events, so the first minutes after it still have as many as it takes.
    const few = { EventsAccepted: { usual: 70, now: '20x60' }, 'EventsWith.em': { usual: 30, now: '9x15 _x45' } };
    expect(alarm('MatchCoverageDrop.em', few, 100_000)).toEqual(SILENT);
  });
});
