import { settled } from '../../../lib/options/table';
import { backlogConcurrency, senderConcurrency } from '../../../lib/private/sender-concurrency';
import { AD_ACCOUNT } from '../stacks';

describe('how many invocations of the sender run at once', () => {
  it.each([
    [undefined, 2],
    [1, 2],
    [930_000, 2],
    [950_000, 3],
    [8_640_000, 19],
    [86_400_000, 176],
    [1e9, 176],
  ])('%s events a day: %i', (expectedEventsPerDay, concurrency) => {
    expect(senderConcurrency(expectedEventsPerDay)).toBe(concurrency);
  });

  it('is the default of senderMaxConcurrency, and no more than that', () => {
    const known = { adAccountId: AD_ACCOUNT, expectedEventsPerDay: 8_640_000 };
    expect(settled(known).senderMaxConcurrency).toBe(19);
    expect(settled({ ...known, senderMaxConcurrency: 4 }).senderMaxConcurrency).toBe(4);
  });
});

describe('how many of them read the backlog', () => {
  it.each([
    [2, 2],
    [3, 2],
    [19, 10],
    [176, 10],
  ])('%i for new events: %i', (senderMaxConcurrency, concurrency) => {
    expect(backlogConcurrency(senderMaxConcurrency)).toBe(concurrency);
  });
});
