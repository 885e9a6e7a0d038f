/** Alarms on fewer events than there should be: series in, a mail or none. */
import { alarm, END, raised, SILENT } from './rule-test';

describe('NoEvents', () => {
  it('is raised after half an hour without any event, and ends with the next', () => {
    expect(alarm('NoEvents', { NumberOfMessagesSent: '7x60 0x60 1 0x5' })).toEqual([
      raised(92, 123, 'No event at all has arrived for 30 minutes. Pinterest learns of no sale.'),
    ]);
  });

  it('is silent when an event comes before that, and in a new deployment', () => {
    expect(alarm('NoEvents', { NumberOfMessagesSent: '7x60 0x29 1 0x29' })).toEqual(SILENT);
    expect(alarm('NoEvents', { NumberOfMessagesSent: '_x600 0x20' })).toEqual(SILENT);
  });
});

describe('EventVolumeFloor', () => {
  it('is raised after two days with less than 40 % of what is expected', () => {
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
    ).toEqual([raised(35, 780, 'Far fewer events arrive than is usual for this time of the week.')]);
  });

  it('is raised of one name', () => {
    const series = {
      NumberOfMessagesSent: { usual: 700, now: '700x60' },
      'EventsAccepted.checkout': { usual: 40, now: '40x30 _x30' },
    };
    expect(alarm('EventVolumeDrop.checkout', series, 1e6)).toEqual([
      raised(34, END, 'Far fewer "checkout" events are accepted than is usual for this time of the week.'),
    ]);
  });

  it('is silent when a twentieth is missing', () => {
    expect(alarm('EventVolumeDrop', { NumberOfMessagesSent: { usual: 700, now: '665x120' } }, 1e6)).toEqual(SILENT);
  });
});
