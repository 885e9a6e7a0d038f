/** Events through the deployed line: before and after the token, as a test, from a browser, through an outage, refused. */
import { createHash } from 'node:crypto';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { secretsManager } from './clients';
import { type Deployment, output, received, TOKEN } from './deployment';
import { fromDocs } from './operator';
import { messageOf } from './queue';
import { accepted, EMAIL, ORIGIN, order, postEvents, postFromBrowser } from './shop';
import { eventually, must, step } from './steps';

/** A back-off of the first three tries, 5, 10 and 20 s at most, with the time to deliver. */
const WITHIN_SECONDS = 60;

const digest = (text: string): string => createHash('sha256').update(text.trim().toLowerCase()).digest('hex');

export async function token(deployment: Deployment): Promise<void> {
  const { emulator, shop, operator } = deployment;
  const backlogUrl = output(deployment, 'BacklogQueueUrl');
  await step('without a token an event waits, after its second try in the backlog queue', async () => {
    const seen = await accepted(shop, order('before-the-token'));
    const message = await eventually('the sender to try the event', WITHIN_SECONDS, async () => {
      const found = await messageOf(emulator.url, backlogUrl, 'before-the-token');
      return found !== undefined && found.ReceiveCount > 0 ? found : undefined;
    });
    must(
      !JSON.stringify(message).toLowerCase().includes(EMAIL.toLowerCase()),
      'the queue holds a clear e-mail address',
    );
    return `${seen}, received ${2 + message.ReceiveCount} times, still queued, its e-mail address hashed`;
  });

  await step('with the token in the created secret it is delivered', async () => {
    const command = fromDocs(
      'aws secretsmanager put-secret-value --secret-id <PinterestTokenSecretArn> --secret-string <token>',
      { PinterestTokenSecretArn: output(deployment, 'PinterestTokenSecretArn') },
    );
    await secretsManager(emulator.url).send(
      new PutSecretValueCommand({ SecretId: output(deployment, 'PinterestTokenSecretArn'), SecretString: TOKEN }),
    );
    await eventually('the event to arrive', WITHIN_SECONDS, () => received(deployment, 'before-the-token')[0]);
    return `$ ${command}\n(by the SDK with the same parameters: the aws command is not needed here)\ndelivered, once`;
  });

  await step('send-test from the operator’s terminal arrives as a test', async () => {
    const filled = { key: shop.ingestKey, Endpoint: shop.endpoint };
    const finished = await operator.succeed(
      fromDocs('INGEST_KEY=<key> npx cdk-pinterest-conversions send-test <Endpoint>', filled),
    );
    const id = /accepted as (\S+);/.exec(finished.output)?.[1];
    must(id !== undefined, finished.output);
    const [event] = await eventually('the event to arrive', WITHIN_SECONDS, () =>
      received(deployment, id).length > 0 ? received(deployment, id) : undefined,
    );
    must(event?.test === true, 'it was counted');
    return finished.output.trim().split('\n')[0] ?? '';
  });
}

export async function events(deployment: Deployment): Promise<void> {
  const { shop } = deployment;
  await step('a back end’s events arrive, hashed, as tests', async () => {
    const ids = ['order-1', 'order-2', 'order-3'];
    const seen = await accepted(shop, ...ids.map((id) => order(id)));
    const [first] = await eventually('all of them to arrive', WITHIN_SECONDS, () => {
      const arrived = ids.flatMap((id) => received(deployment, id));
      return arrived.length === ids.length ? arrived : undefined;
    });
    const em = (first?.event as { user_data?: { em?: unknown } } | undefined)?.user_data?.em;
    must(JSON.stringify(em) === JSON.stringify([digest(EMAIL)]), `em arrived as ${JSON.stringify(em)}`);
    must(first?.test === true, 'it was counted although test mode is on');
    return `${seen}; Pinterest’s stand-in got ${ids.length}, em=${digest(EMAIL).slice(0, 8)}…, test=true`;
  });

  await step('a page’s event arrives from an allowed origin, and from no other', async () => {
    const allowed = await postFromBrowser(shop, ORIGIN, order('from-a-page'));
    must(allowed.status === 200, `it was answered ${allowed.status}: ${await allowed.text()}`);
    await eventually('the event to arrive', WITHIN_SECONDS, () => received(deployment, 'from-a-page')[0]);
    const { status } = await postFromBrowser(shop, 'https://other.example', order('from-elsewhere'));
    must(status === 403, `another origin was answered ${status}`);
    return `${ORIGIN} → 200, https://other.example → ${status}`;
  });

  await step('the printed ScriptTag names a script that is served, with its very hash', async () => {
    const [, src = '', integrity] = / src="([^"]+)" integrity="([^"]+)"/.exec(output(deployment, 'ScriptTag')) ?? [];
    const script = await fetch(src);
    const hash = `sha384-${createHash('sha384')
      .update(await script.bytes())
      .digest('base64')}`;
    must(script.status === 200 && hash === integrity, `${src} was answered ${script.status} with ${hash}`);
    return `GET ${src} → 200, ${hash.slice(0, 16)}…`;
  });

  await step('a wrong key, and an event that cannot be matched, are refused with the reason', async () => {
    const { status } = await postEvents({ ...shop, ingestKey: 'wrong' }, order('wrong-key'));
    must(status === 401, `a wrong key was answered ${status}`);
    const answer = await postEvents(shop, order('nobody', { user_data: {} }));
    const text = await answer.text();
    must(answer.status === 422, `an event of nobody was answered ${answer.status}: ${text}`);
    return `401; 422 ${JSON.parse(text).details.events[0].error_message}`;
  });
}

export async function trouble(deployment: Deployment): Promise<void> {
  const { emulator, simulator, shop } = deployment;
  await step('an answer 503 of Pinterest: back-off, then delivery', async () => {
    // the POST, and the good event that asks twice: one failure alone is healed in the same invocation.
    simulator.setFault({ kind: 'status', status: 503, times: 3 });
    await accepted(shop, order('through-an-outage'));
    const held = await eventually('the event to be put off', WITHIN_SECONDS, async () => {
      const found = await messageOf(emulator.url, output(deployment, 'QueueUrl'), 'through-an-outage');
      const struck = simulator.requests().some(({ status }) => status === 503);
      return struck && found?.IsVisible === false ? found : undefined;
    });
    await eventually('the event to arrive', WITHIN_SECONDS, () => received(deployment, 'through-an-outage')[0]);
    return `503 → still queued after ${held.ReceiveCount} receive(s) → delivered`;
  });

  await step(
    'an event that Pinterest refuses is a dead letter with its reason, and its neighbour is delivered',
    async () => {
      simulator.setFault({
        kind: 'rejectEvents',
        eventIds: ['refused'],
        message: 'event_source_url is not a shop',
        times: 1,
      });
      await accepted(shop, order('refused'), order('neighbour'));
      const letter = await eventually('the dead letter', WITHIN_SECONDS, () =>
        messageOf(emulator.url, output(deployment, 'DeadLetterQueueUrl'), 'refused'),
      );
      await eventually('its neighbour to arrive', WITHIN_SECONDS, () => received(deployment, 'neighbour')[0]);
      const { Reason, Message, Time } = letter.MessageAttributes;
      must(Reason?.StringValue === 'rejected', `its Reason is ${Reason?.StringValue}`);
      must(Message?.StringValue?.includes('is not a shop') === true, `its Message is ${Message?.StringValue}`);
      must(Time?.StringValue !== undefined, 'it has no Time');
      return `dead letter: Reason=${Reason.StringValue}, Message=${Message.StringValue}, Time=${Time.StringValue}`;
    },
  );
}
