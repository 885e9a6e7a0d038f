/** An environment that has long had no HTTP answer from Pinterest ends itself, when a run has held and settled everything. */
import { endingIfCutOff } from '../../../lambda/sender/ending';
import { createReach } from '../../../lambda/sender/reach';
import { numbered, received } from '../../helpers/factories';
import { apiError } from '../../helpers/fakes';
import { createSender } from './sender';

const MINUTE_MS = 60_000;
const refused = () => Promise.reject(new TypeError('fetch failed'));

describe('an environment is lost to Pinterest', () => {
  function attempts(every: number, ...answers: (() => Promise<Response>)[]) {
    const clock = { now: 0 };
    const reach = createReach(() => clock.now);
    return (async () => {
      for (const answer of answers) {
        await reach
          .watching(answer)('https://api.example')
          .catch(() => undefined);
        clock.now += every;
      }
      return reach.lost();
    })();
  }
  const times = (count: number, answer: () => Promise<Response>) => Array.from({ length: count }, () => answer);

  test('after twelve attempts without an answer in ten minutes or more', async () => {
    expect(await attempts(MINUTE_MS, ...times(12, refused))).toEqual({ attempts: 12, minutes: 11 });
  });

  test.each([
    ['any number of attempts in less than ten minutes', MINUTE_MS / 10, times(100, refused)],
    ['fewer attempts in hours', 60 * MINUTE_MS, times(11, refused)],
    ['none at all', 0, []],
  ])('not after %s', async (_, every, answers) => {
    expect(await attempts(every, ...answers)).toBeUndefined();
  });

  test.each([200, 401, 403, 429, 500, 503])('not when one of them was answered, be it with %s', async (status) => {
    const answered = async () => new Response('', { status });
    expect(await attempts(MINUTE_MS, ...times(100, refused), answered, ...times(11, refused))).toBeUndefined();
  });

  test('an answer of which only the beginning arrives is one', async () => {
    const cut = async () => new Response(new ReadableStream({ start: (stream) => stream.error(new Error('cut')) }));
    expect(await attempts(MINUTE_MS, ...times(100, refused), cut)).toBeUndefined();
  });
});

describe('the end of an environment that is lost', () => {
  async function ending(sender: ReturnType<typeof createSender>, isLost: boolean, messages = numbered(25)) {
    const seen: object[] = [];
    const flushed: Record<string, number>[] = [];
    const kept = await endingIfCutOff(() => sender.run(messages.map((id) => received(id))), {
      messages: messages.length,
      reach: { watching: (fetch) => fetch, lost: () => (isLost ? { attempts: 30, minutes: 11 } : undefined) },
      telemetry: { ...sender.telemetry, flush: () => flushed.push({ ...sender.telemetry.counts }) },
      endEnvironment: async () => {
        const { visibilities } = sender.sqs;
        seen.push({
          settled: visibilities.flatMap(({ seconds }) => Object.keys(seconds)).length,
          flushed: [...flushed],
        });
      },
    });
    return { seen, kept };
  }

  test('comes after each message has its back-off and the metrics are written', async () => {
    const sender = createSender({ answer: refused });
    const { seen, kept } = await ending(sender, true);
    expect(seen).toEqual([{ settled: 25, flushed: [expect.objectContaining({ EventsHeldBack: 25 })] }]);
    expect(kept).toHaveLength(25);
    expect(sender.telemetry.lines).toContainEqual({
      level: 'warn',
      message: expect.stringContaining('ends itself'),
      fields: { attempts: 30, minutes: 11 },
    });
  });

  test('does not come while it is not certain', async () => {
    const { seen, kept } = await ending(createSender({ answer: refused }), false);
    expect(seen).toEqual([]);
    expect(kept).toHaveLength(25);
  });

  test('does not come with a run that has finished an event: that has to be told', async () => {
    const sender = createSender({ answer: (post) => (post.test ? apiError(503, 'x') : refused()) });
    const defect = { ...received('defect'), body: '?' };
    const seen: string[] = [];
    const kept = await endingIfCutOff(() => sender.run([defect, received('a')]), {
      messages: 2,
      reach: { watching: (fetch) => fetch, lost: () => ({ attempts: 30, minutes: 11 }) },
      telemetry: sender.telemetry,
      endEnvironment: async () => void seen.push('ended'),
    });
    expect(kept).toEqual(['message-a']);
    expect(seen).toEqual([]);
  });

  test('does not come with a run that has moved an event to the backlog: it would be there and here', async () => {
    const sender = createSender({ answer: refused, hasBacklog: true });
    const seen: string[] = [];
    await endingIfCutOff(() => sender.run([received('a', {}, 2), received('b')]), {
      messages: 2,
      reach: { watching: (fetch) => fetch, lost: () => ({ attempts: 30, minutes: 11 }) },
      telemetry: sender.telemetry,
      endEnvironment: async () => void seen.push('ended'),
    });
    expect(seen).toEqual([]);
  });
});
