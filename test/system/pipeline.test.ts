/** An event's whole way through the running system, seen from outside. */
import { checkout, INGEST_KEY, type RunningStack, startLocalStack, until } from '../helpers/local-stack';

const EM = 'b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514';
const PH = '413ba75461ab5f99d36820e561ea97e2bd80f9cb586f7ecea6cf4c496518950a';
const FN = '81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2';

const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

const ODD_ID = ' Order #7/é ';

/** All at once, so that they wait for one batching window together. */
async function sendAll(stack: RunningStack) {
  const authorization = `Bearer ${INGEST_KEY}`;
  const order = {
    event_name: 'Checkout',
    action_source: 'web',
    event_id: checkout().event_id,
    event_time: Date.now(),
    user_data: { email: ' User@Example.com ', phone: '+1 (415) 555-0123', first_name: 'Jane' },
    custom_data: { value: 129.9, currency: 'usd', order_id: 1001, voucher: 'SPRING' },
  };
  const [good, test, own, other] = [checkout(), checkout(), checkout(), checkout()];
  const page = { event_name: 'PageVisit', event_id: `page-${Date.now()}`, user_data: { client_ip_address: '8.8.8.8' } };
  const on = (account: string, event: object) =>
    stack.post(`/v5/ad_accounts/${account}/events`, { data: [event] }, { authorization });
  await stack.send(checkout({ event_id: ODD_ID }));
  return {
    order: { event_id: order.event_id, answer: await stack.send({ data: [order] }) },
    mixed: {
      event_id: good.event_id,
      answer: await stack.send([checkout({ event_time: undefined }), good, { event_name: 'nonsense' }]),
    },
    test: { event_id: test.event_id, answer: await stack.send(test, '?test=true') },
    ownPath: { event_id: own.event_id, answer: await on('549755885175', own) },
    otherAccount: { event_id: other.event_id, answer: await on('1', other) },
    page: {
      event_id: page.event_id,
      answer: await stack.post('/collect', JSON.stringify(page), {
        'content-type': 'text/plain',
        origin: stack.endpoint,
        'user-agent': BROWSER,
        cookie: 'a=b; _epik=dj0yJnU9',
      }),
    },
  };
}

type Sent = Awaited<ReturnType<typeof sendAll>>;

describe('the running system', () => {
  let stack: RunningStack;
  let sent: Sent;
  beforeAll(async () => {
    stack = await startLocalStack();
    sent = await sendAll(stack);
  });
  afterAll(() => stack.stop());

  const arrived = (id: string) =>
    until(`event ${id} at the simulator`, async () =>
      (await stack.simulatorEvents()).find(({ event }) => event.event_id === id),
    );

  test('delivers an order hashed, in the types and the spelling that Pinterest takes', async () => {
    const { answer, event_id } = sent.order;
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      num_events_received: 1,
      num_events_processed: 1,
      events: [
        {
          status: 'processed',
          error_message: null,
          warning_message: '"custom_data.voucher" is no field of Pinterest\'s and was left out',
        },
      ],
    });
    const { event, test: isTest } = await arrived(event_id);
    expect(isTest).toBe(false);
    expect(event).toEqual({
      event_name: 'checkout',
      action_source: 'web',
      event_id,
      event_time: expect.any(Number),
      user_data: { em: [EM], ph: [PH], fn: [FN] },
      custom_data: { value: '129.9', currency: 'USD', order_id: '1001' },
    });
  });

  test('promise 2: one bad event neither stops nor delays the others of its request', async () => {
    const { events } = (await sent.mixed.answer.json()) as { events: { status: string }[] };
    expect(events.map(({ status }) => status)).toEqual(['failed', 'processed', 'failed']);
    await arrived(sent.mixed.event_id);
  });

  test('promise 3: the event_id arrives as it was sent', async () => {
    expect((await arrived(ODD_ID)).event.event_id).toBe(ODD_ID);
  });

  test('sends an event of ?test=true to Pinterest as a test', async () => {
    expect(sent.test.answer.status).toBe(200);
    expect((await arrived(sent.test.event_id)).test).toBe(true);
  });

  test("takes events on Pinterest's own path for this ad account and no other", async () => {
    expect(sent.ownPath.answer.status).toBe(200);
    await arrived(sent.ownPath.event_id);
    expect(sent.otherAccount.answer.status).toBe(403);
  });

  test("takes a page's event with the connection's address and user agent, and the click id of its cookie", async () => {
    const { answer, event_id } = sent.page;
    expect(answer.headers.get('access-control-allow-origin')).toBe(stack.endpoint);
    const { event } = await arrived(event_id);
    expect(event.user_data).toEqual({
      client_ip_address: '203.0.113.1',
      client_user_agent: BROWSER,
      click_id: 'dj0yJnU9',
    });
  });

  test('refuses a page that is not on the list', async () => {
    const answer = await stack.post('/collect', checkout(), { origin: 'https://evil.example' });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([undefined, 'Bearer wrong', 'Basic abc'])(
    'refuses a back end with the authorization %s',
    async (authorization) => {
      const answer = await stack.post('/events', checkout(), authorization === undefined ? {} : { authorization });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toEqual({ code: 2, message: expect.stringContaining('ingest key') });
    },
  );

  test('serves the script, cacheable and from any page', async () => {
    const answer = await fetch(`${stack.endpoint}/pinterest.js`);
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(answer.headers.get('cache-control')).toContain('max-age=3600');
    expect(await answer.text()).toContain('_epik');
  });

  test('answers /health without a word about the deployment, and 404 elsewhere', async () => {
    expect(await (await fetch(`${stack.endpoint}/health`)).json()).toEqual({ status: 'ok' });
    const missing = await fetch(`${stack.endpoint}/nowhere`);
    expect(missing.status).toBe(404);
    expect(await missing.json()).toEqual({ code: expect.any(Number), message: expect.any(String) });
  });

  test('takes 1,000 events in one request and delivers them all, each once', async () => {
    const sent = Array.from({ length: 1_000 }, () => checkout());
    expect((await stack.send({ data: sent })).status).toBe(200);
    const ids = new Set(sent.map(({ event_id }) => event_id));
    const received = await until('1,000 events', async () => {
      const events = (await stack.simulatorEvents()).filter(({ event }) => ids.has(event.event_id));
      return events.length >= 1_000 ? events : undefined;
    });
    expect(received).toHaveLength(1_000);
  });
});
