/** A deployment while events keep coming: test mode on → off. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Deployment, output, received } from './deployment';
import { fromDocs } from './operator';
import { messagesIn } from './queue';
import { order, postEvents, type Shop } from './shop';
import { eventually, must, step } from './steps';

const EVERY_MS = 50;

/** Posts an event after the other until it is told to stop; what is not accepted is posted again, as the interface asks. */
class Traffic {
  public readonly accepted: string[] = [];
  /** What was answered in place of 200. */
  public readonly refusals: string[] = [];
  private going = true;
  private readonly done: Promise<void>;

  public constructor(private readonly shop: Shop) {
    this.done = this.send();
  }

  public stop(): Promise<void> {
    this.going = false;
    return this.done;
  }

  private async send(): Promise<void> {
    while (this.going) {
      const id = `during-the-update-${this.accepted.length + 1}`;
      const refusal = await postEvents(this.shop, order(id)).then(
        async (answer) => (answer.status === 200 ? undefined : `${answer.status} ${await answer.text()}`),
        (error: Error) => `${error.message} (${error.cause})`,
      );
      if (refusal === undefined) this.accepted.push(id);
      else this.refusals.push(refusal);
      await pause(EVERY_MS);
    }
  }
}

export async function update(deployment: Deployment): Promise<void> {
  const { operator, emulator, config, shop } = deployment;
  await step('an update (test mode off) while events keep coming: none is lost', async () => {
    const traffic = new Traffic(shop);
    try {
      operator.configure({ ...config, testMode: false });
      await operator.succeed(fromDocs('npx cdk deploy -c adAccountId=549755885175'));
      const deployed = traffic.accepted.length;
      await eventually('events after the update', 30, () => traffic.accepted.length > deployed + 20 || undefined);
    } finally {
      await traffic.stop();
    }
    const { accepted, refusals } = traffic;
    const missing = () => accepted.filter((id) => received(deployment, id).length === 0);
    await eventually('every accepted event to arrive', 60, () => missing().length === 0 || undefined).catch(
      async (error: Error) => {
        const queued = await messagesIn(emulator.url, output(deployment, 'QueueUrl'));
        throw new Error(
          `${error.message}; ${missing().length} of ${accepted.length} did not, ${queued.length} are queued`,
        );
      },
    );

    const arrived = accepted.flatMap((id) => received(deployment, id));
    const twice = arrived.length - accepted.length;
    must(twice <= refusals.length, `${twice} events arrived twice, and ${refusals.length} were posted twice`);
    must(received(deployment, accepted[0] ?? '')[0]?.test === true, 'the first one, before the update, was counted');
    must(received(deployment, accepted.at(-1) ?? '')[0]?.test === false, 'the last one, after the update, was a test');
    const tests = arrived.filter(({ test }) => test).length;
    const seen = `accepted ${accepted.length}, lost 0; arrived ${tests} as tests before the update, ${arrived.length - tests} counted after it`;
    return refusals.length === 0
      ? seen
      : `${seen}\nposted again ${refusals.length}, of these ${twice} arrived twice, with one id; answers: ${[...new Set(refusals)].join('; ')}`;
  });
}
