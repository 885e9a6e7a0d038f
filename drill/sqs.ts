/** The SQS client of the functions, in front of the queues of the drill, with faults of its own. */
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { batchAnswer } from '../sim/sqs/batch-answer';
import type { Queue } from '../sim/sqs/queue';
import type { Life } from './life';
import { silenceOf } from './silent-aws';
import { idsIn, type World } from './world';

export const EVENTS = 'https://sqs.drill/events';
export const BACKLOG = 'https://sqs.drill/backlog';
export const DEAD_LETTERS = 'https://sqs.drill/dead-letters';

type Client = Pick<SQSClient, 'send'>;

export interface Queues {
  readonly events: Queue;
  readonly backlog: Queue;
}

/** @param life Of the run that uses this client; the ingest function has none that ends. */
export function sqsClient(world: World, queues: Queues, life?: Life): Client {
  const queueAt = (url = '') => (url === BACKLOG ? queues.backlog : queues.events);

  const send = async (command: unknown): Promise<object> => {
    const before = life?.step();
    if (before !== undefined) return before;
    const silence = silenceOf(world, () => take(command, false));
    const answer = silence === undefined ? take(command, true) : () => silence;
    await silence?.catch(() => undefined);
    return life?.step() ?? answer();
  };

  /** @param isHeard Whether the answer arrives. */
  function take(command: unknown, isHeard: boolean): () => object {
    if (command instanceof ChangeMessageVisibilityBatchCommand) return changeVisibility(command);
    if (command instanceof SendMessageBatchCommand) {
      return command.input.QueueUrl === DEAD_LETTERS ? putLetters(command) : putEvents(command, isHeard);
    }
    if (command instanceof DeleteMessageBatchCommand) return deleteMessages(command);
    throw new Error('a command that nobody expects');
  }

  function putEvents({ input: { QueueUrl, Entries = [] } }: SendMessageBatchCommand, isHeard: boolean): () => object {
    const { random, hazards } = world;
    const wholeFails = random.chance(hazards.sendFailed);
    const confirmed = new Set<string>();
    for (const { Id = '', MessageBody = '', DelaySeconds = 0 } of Entries) {
      const fails = wholeFails || random.chance(hazards.sendFailed);
      // What is not confirmed may lie in the queue all the same.
      if (!fails || random.chance(0.5)) {
        if (QueueUrl === EVENTS) countCopies(MessageBody);
        else countMoves(MessageBody, fails || !isHeard);
        queueAt(QueueUrl).send(MessageBody, world.clock.now, DelaySeconds);
      }
      if (!fails) confirmed.add(Id);
    }
    return () => {
      if (wholeFails) throw new Error('socket hang up');
      return batchAnswer(Entries, (id) => confirmed.has(id));
    };
  }

  function countCopies(body: string): void {
    for (const id of idsIn(body)) {
      const entry = world.ledger.entry(id);
      entry.places++;
      if (entry.copies++ > 0) world.ledger.excuse(id, 'queued twice: confirmation lost');
    }
  }

  /** @param isLost Nobody hears of it: its events come again in the message that they were to leave, too. */
  function countMoves(body: string, isLost: boolean): void {
    for (const id of idsIn(body)) {
      if (isLost) world.ledger.excuse(id, 'moved twice: confirmation lost');
      const entry = world.ledger.entry(id);
      entry.moves++;
      entry.places++;
    }
  }

  function putLetters({ input: { Entries = [] } }: SendMessageBatchCommand): () => object {
    const { random, hazards, ledger } = world;
    const confirmed = new Set<string>();
    for (const { Id = '', MessageBody = '', MessageAttributes = {} } of Entries) {
      if (random.chance(hazards.letterFailed)) continue;
      confirmed.add(Id);
      const texts = Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue]);
      for (const id of idsIn(MessageBody)) ledger.letter(id, Object.fromEntries(texts));
    }
    return () => batchAnswer(Entries, (id) => confirmed.has(id));
  }

  function changeVisibility({ input: { QueueUrl, Entries = [] } }: ChangeMessageVisibilityBatchCommand): () => object {
    const throttled = world.random.chance(world.hazards.visibilityFailed);
    const done = throttled
      ? []
      : Entries.filter(({ ReceiptHandle = '', VisibilityTimeout = 0 }) =>
          queueAt(QueueUrl).changeVisibility(ReceiptHandle, VisibilityTimeout, world.clock.now),
        );
    return () => {
      if (throttled) throw Object.assign(new Error('slow down'), { name: 'RequestThrottled' });
      return batchAnswer(Entries, (id) => done.some(({ Id }) => Id === id));
    };
  }

  function deleteMessages({ input: { QueueUrl, Entries = [] } }: DeleteMessageBatchCommand): () => object {
    const { random, hazards } = world;
    const lost = new Set<string>();
    for (const { Id = '', ReceiptHandle = '' } of Entries) {
      // a drill without this hazard draws no number for it.
      if (hazards.deleteLost > 0 && random.chance(hazards.deleteLost)) lost.add(Id);
      else world.ledger.deleted(idsIn(queueAt(QueueUrl).delete(ReceiptHandle) ?? ''));
    }
    return () => batchAnswer(Entries, (id) => !lost.has(id));
  }

  return { send } as unknown as Client;
}
