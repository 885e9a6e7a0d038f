/** The sender as its queue meets it: the real run, from messages to what is left, with stand-ins for AWS and Pinterest. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { LateEvents } from '../../../contract/sender-environment';
import type { Disk } from '../../../lambda/runtime/disk';
import { SecretVersions } from '../../../lambda/runtime/secret-versions';
import { createLineMemories } from '../../../lambda/sender/line-memory';
import { createPost } from '../../../lambda/sender/pinterest-client';
import type { Received } from '../../../lambda/sender/received';
import { run } from '../../../lambda/sender/run';
import { createToken } from '../../../lambda/sender/token';
import { NOW } from '../../helpers/factories';
import {
  apiError,
  fakeFetch,
  fakeSecrets,
  fakeSqs,
  fakeTelemetry,
  type Posted,
  results,
  type SqsFaults,
} from '../../helpers/fakes';

const AD_ACCOUNT = '549755885175';
export const TOKEN = 'pina_AEATNGASAKKZMAQAGBAL2';

export interface SenderOptions {
  /** Pinterest's answer; it takes everything by default. */
  readonly answer?: (post: Posted) => Response | Promise<Response>;
  readonly faults?: SqsFaults;
  /** In place of the SQS that keeps account. */
  readonly client?: Pick<SQSClient, 'send'>;
  readonly token?: string;
  readonly hasTime?: () => boolean;
  readonly lateEvents?: LateEvents;
  /** Whether there is a backlog queue, and whether the messages come from it. */
  readonly hasBacklog?: boolean;
  readonly fromBacklog?: boolean;
  /** Of the environment. */
  readonly disk?: Disk;
}

const BACKLOG = 'https://sqs.example/backlog';

/** The event that the sender asks with whether Pinterest takes anything at all. */
export const isKnownGood = ({ ids }: Posted): boolean => ids.some((id) => id.startsWith('known-good'));

/** The answer to any event but the one that asks. */
export const toOthers =
  (answer: (post: Posted) => Response | Promise<Response>) =>
  (post: Posted): Response | Promise<Response> =>
    isKnownGood(post) ? takesAll(post) : answer(post);

/** Event ids of the POSTs, less those that only asked. */
export const idsSent = (posts: readonly Posted[]): string[] =>
  posts.filter((post) => !isKnownGood(post)).flatMap(({ ids }) => ids);

export const takesAll = ({ ids }: Posted): Response => Response.json(results(ids));

/** Pinterest as it answers to an event that makes it refuse the whole POST. */
export const refusing =
  (...poison: string[]) =>
  (post: Posted) =>
    post.ids.some((id) => poison.includes(id)) ? apiError(400, 'The request was invalid.') : takesAll(post);

export function createSender(options: SenderOptions = {}) {
  const { answer = takesAll, faults, token = TOKEN, hasTime = () => true } = options;
  const { fetch, posts } = fakeFetch(answer);
  const sqs = fakeSqs(faults);
  const secrets = fakeSecrets({ AWSCURRENT: token });
  const telemetry = fakeTelemetry();
  const clock = { now: NOW };
  const versions = new SecretVersions({
    client: secrets.client,
    secretId: 'token',
    stages: ['AWSCURRENT'],
    now: () => clock.now,
  });
  const props = {
    lines: createLineMemories({ now: () => clock.now, random: () => 0.5 }, options.disk),
    policy: {
      lateEvents: options.lateEvents ?? 'deliver',
      maximumEventAgeSeconds: 7 * 86_400,
      adAccountId: AD_ACCOUNT,
    } as const,
    post: createPost({ apiUrl: 'https://api.example/v5/', adAccountId: AD_ACCOUNT, timeoutMs: 15_000, fetch }),
    token: createToken(versions),
    hasTime,
    client: options.client ?? sqs.client,
    queueUrl: options.fromBacklog ? BACKLOG : 'https://sqs.example/events',
    backlogQueueUrl: options.fromBacklog || options.hasBacklog ? BACKLOG : undefined,
    sleep: async (milliseconds: number) => {
      clock.now += milliseconds;
    },
    deadLetterQueueUrl: 'https://sqs.example/dead-letters',
    telemetry,
    now: () => clock.now,
    random: () => 0.5,
  };
  return {
    posts,
    sqs,
    secrets,
    telemetry,
    clock,
    /** One run; returns the ids of the messages that SQS keeps. */
    run: (messages: readonly Received[]) => run(messages, props),
    /** One run in which every event is held; returns why. */
    runToHold: async (messages: readonly Received[]): Promise<string> => {
      const kept = await run(messages, props);
      if (kept.length < messages.length) throw new Error(`only ${kept.length} of ${messages.length} were held`);
      const { fields } = telemetry.lines.findLast(({ message }) => message === 'events held back') ?? {};
      return `${fields?.events} events stay queued: ${fields?.cause} (${fields?.detail})`;
    },
    /** Attributes of the dead letters by the event's message body. */
    letters: () =>
      sqs.letters.map(({ MessageBody, MessageAttributes = {} }) => ({
        body: MessageBody,
        ...Object.fromEntries(Object.entries(MessageAttributes).map(([name, { StringValue }]) => [name, StringValue])),
      })),
  };
}
