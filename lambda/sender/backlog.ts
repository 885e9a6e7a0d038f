/**
 * Where events wait that were held more than once: in a queue of their own, many to a message. An outage then keeps the queue of
 * new events empty, so that they are delivered at once when it ends, and 250 events take one place in flight instead of 250.
 */
import type { SQSClient } from '@aws-sdk/client-sqs';
import { packed } from '../../contract/packs';
import {
  type QueuedEvent,
  WAITING_EVENTS_LIMITS,
  type WaitingEvent,
  waitingMessageOf,
} from '../../contract/queued-event';
import type { Telemetry } from '../telemetry/telemetry';
import { type HeldMessage, type HeldPart, waitSeconds } from './held';
import { type Entry, sendMessages } from './send-messages';

export interface BacklogProps {
  readonly client: Pick<SQSClient, 'send'>;
  readonly backlogQueueUrl: string | undefined;
  readonly telemetry: Telemetry;
  readonly now: () => number;
  readonly random: () => number;
  /** False when little time is left in this run. */
  readonly hasTime: () => boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** The longest DelaySeconds. */
const LONGEST_DELAY_SECONDS = 900;

/**
 * What is left of a message is tried again for as long as there is time: were it not written, the events of that message that
 * are settled would come again. An event of the queue loses nothing by staying there.
 */
const ATTEMPTS = { rest: 12, event: 2 };

const PAUSE_MS = { first: 100, longest: 3_000 };

/** Returns the messages of which nothing could be moved. */
export async function moveToBacklog(
  messages: readonly HeldMessage[],
  props: BacklogProps,
): Promise<ReadonlySet<HeldMessage>> {
  const { client, backlogQueueUrl: queueUrl, telemetry, now, hasTime, sleep } = props;
  if (queueUrl === undefined) return new Set(messages);
  const onFailed = (packs: number, error: string) =>
    telemetry.warn('events not moved to the backlog queue', { messages: packs, error });
  const entryOf = (pack: Pack) => entry(pack, now());
  const outbox = { client, queueUrl, entryOf, onFailed };
  let left = await sendMessages(packs(messages, props), outbox);
  for (let attempt = 1; attempt < ATTEMPTS.rest && hasTime(); attempt++) {
    const again = [...left].filter(({ isRest }) => isRest || attempt < ATTEMPTS.event);
    if (again.length === 0) break;
    await sleep(Math.min(PAUSE_MS.longest, PAUSE_MS.first * 2 ** attempt));
    const unsent = await sendMessages(again, outbox);
    left = new Set([...left].filter((pack) => unsent.has(pack) || !again.includes(pack)));
  }
  const unmoved = new Set([...left].flatMap(({ held }) => held));
  return new Set(messages.filter(({ held: [first] }) => first !== undefined && unmoved.has(first)));
}

interface Written {
  readonly held: readonly HeldPart[];
  /** Whether it is what is left of a message of many. */
  readonly isRest: boolean;
  readonly json: readonly string[];
}

interface Pack extends Written {
  /**
   * When it is to be visible, in milliseconds since 1970, however often it is sent: where a confirmation is lost, the copies
   * come at the same time, and meet in one run.
   */
  readonly due: number;
}

/**
 * One that stood alone keeps a message to itself: it is settled at another time than the others. What is left of a message stays
 * one message: were only a part of it taken, that part would come twice.
 */
function packs(messages: readonly HeldMessage[], { now, random }: BacklogProps): Pack[] {
  const written = messages.map(({ held, carried }) => ({
    ...{ held, isRest: carried > 1 },
    json: held.map((one) => JSON.stringify(waiting(one))),
  }));
  const isOne = ({ held, isRest }: Written) => !isRest && held[0]?.hold.cause !== 'event';
  const bytesOf = ({ json: [json = ''] }: Written) => Buffer.byteLength(json) + 1;
  const together = packed(written.filter(isOne), bytesOf, WAITING_EVENTS_LIMITS);
  const all = [
    ...together.map((pack) => ({
      ...{ held: pack.flatMap(({ held }) => held), json: pack.flatMap(({ json }) => json) },
      isRest: false,
    })),
    ...written.filter((pack) => !isOne(pack)),
  ];
  return all.map((pack) => {
    const seconds = Math.min(LONGEST_DELAY_SECONDS, waitSeconds(pack.held, now(), random()));
    return { ...pack, due: now() + 1_000 * seconds };
  });
}

const waiting = ({ part, unconfirmed }: HeldPart): WaitingEvent => ({
  ...(part.queued as QueuedEvent),
  queued_at: part.queuedAt,
  receives: part.receives,
  ...(unconfirmed > 0 && { unconfirmed }),
});

const entry = ({ json, due }: Pack, now: number): Entry => ({
  MessageBody: waitingMessageOf(json),
  DelaySeconds: Math.max(0, Math.ceil((due - now) / 1_000)),
});
