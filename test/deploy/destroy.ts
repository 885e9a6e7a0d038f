/** The end of the deployment: what holds events stays, and nothing else. */
import { added, type Inventory, inventory } from './account';
import { type Deployment, output, received } from './deployment';
import { fromDocs } from './operator';
import { messageOf } from './queue';
import { accepted, order } from './shop';
import { eventually, must, step } from './steps';
import { retained, synthesised } from './template';

export async function destroy(deployment: Deployment, before: Inventory): Promise<void> {
  const { operator, emulator, simulator, shop } = deployment;
  const backlogUrl = output(deployment, 'BacklogQueueUrl');

  await step('cdk destroy, while an event waits for the end of an outage', async () => {
    simulator.setFault({ kind: 'status', status: 503 });
    await accepted(shop, order('waiting-at-the-end'));
    await eventually('the sender to try it', 60, async () => {
      const found = await messageOf(emulator.url, backlogUrl, 'waiting-at-the-end');
      return found !== undefined && found.ReceiveCount > 0 ? found : undefined;
    });
    const command = fromDocs('npx cdk destroy -c adAccountId=549755885175');
    await operator.succeed(`${command} --force`);
    return `$ ${command}\n(with --force, as nobody is there to confirm)`;
  });

  await step('the queue, the backlog queue and the dead-letter queue stay, and nothing else', async () => {
    const left = added(before, await inventory(emulator.url));
    const nameOf = (name: string) => `AWS::SQS::Queue ${output(deployment, name).split('/').at(-1)}`;
    const expected = [nameOf('QueueUrl'), nameOf('BacklogQueueUrl'), nameOf('DeadLetterQueueUrl')].sort();
    must(retained(synthesised(operator.checkout)).length === expected.length, 'the template retains something else');
    must([...left].sort().join() === expected.join(), `left are:\n${left.join('\n')}`);
    return left.join('\n');
  });

  await step('what waited, and what was refused, is still in them', async () => {
    const waiting = await messageOf(emulator.url, backlogUrl, 'waiting-at-the-end');
    must(waiting !== undefined, 'the event that waited is gone');
    must(received(deployment, 'waiting-at-the-end').length === 0, 'it was delivered in an outage');
    const letter = await messageOf(emulator.url, output(deployment, 'DeadLetterQueueUrl'), 'refused');
    must(letter !== undefined, 'the dead letter is gone');
    const { status } = await fetch(`${shop.endpoint}/events`, { method: 'POST' });
    must(status === 404, `the endpoint still answers, ${status}`);
    return `1 event waits, 1 dead letter; the endpoint answers ${status}`;
  });
}
