/** The account at the end: where each accepted event is, that it is there once, and for the right reason. */
import type { Message } from '@aws-sdk/client-sqs';
import { DEAD_LETTER_ATTRIBUTES } from '../../contract/queued-event';
import { eventually, must, step } from '../../test/deploy/steps';
import { idsIn, type Kind, kindOf } from './kinds';
import type { Line } from './line';
import { depthOf, takeAll } from './queues';
import type { Traffic } from './traffic';

/** Time for the batching window and for every try of an event that hangs. */
const WITHIN_SECONDS = 45;

export async function account(line: Line, { accepted }: Traffic): Promise<void> {
  const { client, urls, waiting } = line.queues;
  const { taken, bodies } = line.pinterest;
  const idsOf = (fate: Kind['fate']) => [...accepted.keys()].filter((id) => kindOf(id)?.fate === fate);
  const [good, refused, held] = [idsOf('delivered'), idsOf('dead letter'), idsOf('held')];

  await step('every accepted good event is delivered, none twice, and nothing else is', async () => {
    const twice = [...taken].filter(([, times]) => times.length > 1).map(([id]) => id);
    must(twice.length === 0, `delivered more than once: ${twice.join(', ')}`);
    must(areSame([...taken.keys()], good), `${taken.size} events arrived, of ${good.length} good ones`);
    return `${accepted.size} accepted, ${good.length} of them good, ${taken.size} delivered, in ${bodies.length} POSTs`;
  });

  let letters: readonly Message[] = [];
  await step('what Pinterest refuses is a dead letter with its reason, and nothing else is one', async () => {
    await eventually('the dead letters', WITHIN_SECONDS, async () =>
      (await depthOf(client, urls.deadLetterQueueUrl)) >= refused.length ? true : undefined,
    );
    letters = await takeAll(client, urls.deadLetterQueueUrl);
    const found = letters.map(idOf);
    must(areSame(found, refused), `dead letters are ${found.join(', ')}`);
    return letters.map(reasonOf).join('\n');
  });

  await step('what alone draws no decision waits, and nothing else does', async () => {
    // what Pinterest has taken is deleted only when its invocation is over.
    await line.stopSending();
    const depths = await Promise.all(waiting.map((queueUrl) => depthOf(client, queueUrl)));
    const messages = depths.reduce((sum, depth) => sum + depth, 0);
    // a message of the backlog carries several of them, when they were held together.
    must(messages > 0 && messages <= held.length, `${messages} messages wait, for ${held.length} events`);
    return `${held.join(', ')}: ${depths[0]} messages in the queue, ${depths[1]} in the backlog queue`;
  });

  await step('no body in a queue, and no POST, holds an e-mail address', async () => {
    const received = line.runs.flatMap(({ records }) => records.map(({ body }) => body));
    const dead = letters.map(({ Body = '' }) => Body);
    const clear = [...received, ...dead, ...bodies].find((body) => /@|%40|mail\.example/i.test(body));
    must(clear === undefined, `in clear: ${clear}`);
    return `${received.length} messages received by the sender, ${letters.length} dead letters, ${bodies.length} POSTs`;
  });
}

const areSame = (found: readonly string[], expected: readonly string[]): boolean =>
  found.toSorted().join() === expected.toSorted().join();

const idOf = ({ Body = '' }: Message): string => idsIn(Body)[0] ?? Body;

/** Fails when an attribute is missing or says something else. */
function reasonOf(letter: Message): string {
  const id = idOf(letter);
  const said = (name: keyof typeof DEAD_LETTER_ATTRIBUTES) =>
    letter.MessageAttributes?.[DEAD_LETTER_ATTRIBUTES[name]]?.StringValue ?? '';
  const text = `${id}: Reason=${said('reason')}, Status=${said('status')}, Message=${said('message')}`;
  const { statuses = [], message = '' } = kindOf(id) ?? {};
  must(said('reason') === 'rejected' && !Number.isNaN(Date.parse(said('time'))), text);
  must(statuses.includes(said('status')) && said('message').includes(message), text);
  return text;
}
