/** One environment of the sender function, wired as its handler wires it; what it remembers ends with it, less its disk. */
import type { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SENDER_LIMITS, TIME_FOR_ONE_MORE_MS } from '../contract/sender-limits';
import type { Disk } from '../lambda/runtime/disk';
import { SecretVersions } from '../lambda/runtime/secret-versions';
import { endingIfCutOff } from '../lambda/sender/ending';
import { createLineMemories } from '../lambda/sender/line-memory';
import { createPost } from '../lambda/sender/pinterest-client';
import { createReach } from '../lambda/sender/reach';
import type { Received } from '../lambda/sender/received';
import type { RunProps, run } from '../lambda/sender/run';
import { createToken } from '../lambda/sender/token';
import { damaged, FAULTS } from './faults';
import { Ended, Life } from './life';
import type { Pinterest } from './pinterest';
import { silenceOf } from './silent-aws';
import { BACKLOG, DEAD_LETTERS, type Queues, sqsClient } from './sqs';
import type { World } from './world';

export type Sender = typeof run;

export interface FunctionProps {
  readonly world: World;
  readonly queues: Queues;
  readonly pinterest: Pinterest;
  /** What the owner has put into the secret. */
  readonly secret: { token: string };
  readonly sender: Sender;
}

const SILENT = { count: () => undefined, seconds: () => undefined, warn: () => undefined, error: () => undefined };

/** The step at the outside that kills a run: 1 is before the first POST, 2 is between it and its answer. */
const LAST_STEPS = [1, 2, 2, 3, 4, 6, 12, 40] as const;

/** @param queueUrl The queue that the messages come from. */
export type Environment = (messages: readonly Received[], queueUrl: string) => Promise<readonly string[]>;

/** @param isSick Whether it never reaches Pinterest; @param disk What outlives a reset of the environment. */
export function startEnvironment(props: FunctionProps, isSick: boolean, disk: Disk): Environment {
  const { world, queues, pinterest, secret, sender } = props;
  const { clock, random, hazards } = world;
  const now = () => clock.now;
  let life = new Life(Number.POSITIVE_INFINITY);

  /** Every call to the outside may be the last thing that a run does, before it or after it. */
  const mortal = async <T>(call: () => Promise<T>): Promise<T> => {
    const before = life.step();
    if (before !== undefined) return before;
    const outcome = await call().then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    return life.step() ?? outcome();
  };
  const secrets = {
    send: (_: GetSecretValueCommand) =>
      mortal(async () => {
        await silenceOf(world);
        if (random.chance(hazards.secretFailed)) throw new Error('secrets manager');
        return { SecretString: secret.token };
      }),
  } as unknown as Pick<SecretsManagerClient, 'send'>;
  const reach = createReach(now);
  const endEnvironment = async () => {
    throw new Ended();
  };
  const memory = {
    lines: createLineMemories({ now, random }, disk),
    token: createToken(new SecretVersions({ client: secrets, secretId: 'token', stages: ['AWSCURRENT'], now })),
    post: createPost({
      apiUrl: 'https://api.drill/v5',
      adAccountId: '1',
      timeoutMs: SENDER_LIMITS.postTimeoutSeconds * 1_000,
      fetch: reach.watching((input, init) => {
        const its = life;
        return mortal(() => (isSick ? nowhere(world, init) : pinterest.fetch(input, init, () => its.ended)));
      }),
      timeout: (milliseconds) => after(clock, milliseconds),
    }),
  };

  return (messages, queueUrl) => {
    life = new Life(random.chance(hazards.kill) ? random.pick(LAST_STEPS) : Number.POSITIVE_INFINITY);
    const end = clock.now + SENDER_LIMITS.functionTimeoutSeconds * 1_000;
    const runProps: RunProps = {
      ...memory,
      policy: { lateEvents: 'deliver', maximumEventAgeSeconds: 7 * 86_400, adAccountId: '1' },
      hasTime: () => end - clock.now > TIME_FOR_ONE_MORE_MS,
      client: sqsClient(world, queues, life),
      queueUrl,
      sleep: (milliseconds) => clock.sleep(milliseconds),
      backlogQueueUrl: BACKLOG,
      deadLetterQueueUrl: DEAD_LETTERS,
      telemetry: { ...SILENT, flush: () => undefined },
      now,
      random,
    };
    const finished = new AbortController();
    const timeout = clock.sleep(end - clock.now, finished.signal).then(() => {
      if (!finished.signal.aborted) world.ledger.violation('a run did not end within its time');
      return life.kill();
    });
    const work = endingIfCutOff(() => sender(messages, runProps), {
      ...{ messages: messages.length, telemetry: runProps.telemetry },
      ...{ reach, endEnvironment },
    });
    return Promise.race([work, life.killed, timeout]).finally(() => finished.abort());
  };
}

/** The way to Pinterest of an environment that never gets there. */
async function nowhere({ clock, random }: World, init: RequestInit | undefined): Promise<Response> {
  await clock.sleep(random.between(1, 50));
  return damaged(random.pick(FAULTS.unreachable), init?.signal ?? new AbortController().signal);
}

/** A time-out by the drill's clock. */
function after(clock: World['clock'], milliseconds: number): AbortSignal {
  const controller = new AbortController();
  clock.at(clock.now + milliseconds, () => controller.abort(new DOMException('no answer', 'TimeoutError')));
  return controller.signal;
}
