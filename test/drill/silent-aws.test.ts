/** SQS and Secrets Manager leave many calls without an answer: a run ends in its time, and nothing is sent again for it. */
import { drill, type Plan } from '../../drill/drill';
import { randomPlan } from '../../drill/scenarios';
import { HAZARDS, NO_HAZARDS } from '../../drill/world';
import { run } from '../../lambda/sender/run';

const silent = (seed: number, more: Partial<Plan> = {}): Plan => ({
  ...randomPlan(seed, 1_000),
  hazards: { ...HAZARDS, awsSilent: 0.3 },
  ...more,
});

test.each([11, 12, 13])('promise 1: in random trouble, seed %s', async (seed) => {
  const { ledger, queued } = await drill(silent(seed));
  expect(ledger.violations).toEqual([]);
  expect(queued).toBe(0);
});

test('promise 1: whatever fails at Pinterest, no repetition is caused by a call of AWS that hangs', async () => {
  const hours = 4;
  const windows: Plan['windows'] = (_, end) => [{ from: 0, to: end, trouble: 'storm' }];
  const { ledger } = await drill(silent(14, { hours, windows, hazards: { ...NO_HAZARDS, awsSilent: 0.3 } }));
  expect(ledger.violations).toEqual([]);
});

describe('the drill fails with a sender that', () => {
  test('ends with an error when a back-off is not set', async () => {
    // most copies are recognized by the environment that delivered them; in this draw some come to another one.
    const { ledger } = await drill(
      silent(12, {
        sender: async (messages, props) => {
          const failed: string[] = [];
          const telemetry = { ...props.telemetry, warn: (message: string) => void failed.push(message) };
          const kept = await run(messages, { ...props, telemetry });
          if (failed.some((message) => message.startsWith('back-off not set'))) throw new Error('back-off not set');
          return kept;
        },
      }),
    );
    expect(ledger.violations).toContainEqual(expect.stringMatching(/was delivered again for no reason/));
  });

  test('waits for an answer for longer than it may run', async () => {
    const windows: Plan['windows'] = (_, end) => [{ from: 0, to: end, trouble: 'unreachable' }];
    const sender: Plan['sender'] = (messages, props) => {
      const post: typeof props.post = (body, test, token) => props.post(body, test, token, 300_000);
      return run(messages, { ...props, post });
    };
    const { ledger } = await drill(silent(11, { windows, sender, hours: 1 / 2 }));
    expect(ledger.violations).toContainEqual('a run did not end within its time');
  });
});
