/** Alarms on the functions themselves: series in, a mail or none. */
import { alarm, raised, SILENT } from './rule-test';

describe('FunctionErrors', () => {
  it('is raised when six invocations fail within 5 minutes, twice', () => {
    expect(alarm('FunctionErrors', { 'Errors ingest': '0x20 2x10 0x20' })).toEqual([
      raised(30, 40, 'A function crashes or runs out of time.'),
    ]);
    expect(alarm('FunctionErrors', { 'Errors sender': '0x20 2x10 0x20' })).toHaveLength(1);
  });

  it('is silent after one burst, and when the sender only holds events', () => {
    expect(alarm('FunctionErrors', { 'Errors ingest': '0x20 50 0x20' })).toEqual(SILENT);
    expect(alarm('FunctionErrors', { 'Errors sender': '10x40', RunsHeld: '10x40' })).toEqual(SILENT);
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
          'AWS refuses to run a function, because the account, or ingestReservedConcurrency, allows no more',
        ),
      ]);
    },
  );

  it('is silent when one invocation a minute is throttled', () => {
    expect(alarm('FunctionThrottles', { 'Throttles ingest': '1x60' })).toEqual(SILENT);
  });
});
