/** The promises in real time, once each; test/drill keeps them in every trouble, on a clock that jumps. */
import { checkout, type RunningStack, startLocalStack, until } from '../helpers/local-stack';

const TOKEN = 'token-of-the-one-machine-run';

describe('promises of the running system', () => {
  let stack: RunningStack;
  beforeAll(async () => {
    stack = await startLocalStack({ env: { POWERTOOLS_LOG_LEVEL: 'DEBUG', POWERTOOLS_METRICS_DISABLED: 'false' } });
  });
  afterAll(() => stack.stop());

  const arrivals = async (id: string) => (await stack.simulatorEvents()).filter(({ event }) => event.event_id === id);
  const arrived = (id: string) =>
    until(`event ${id}`, async () => ((await arrivals(id)).length > 0 ? true : undefined), 40);

  test('promise 1: an event accepted during an outage is delivered after it', async () => {
    const sent = checkout();
    await stack.steer('PUT', 'faults', { kind: 'status', status: 503, times: 1 });
    await stack.send(sent);
    await arrived(sent.event_id);
  }, 90_000);

  test('promise 2: the event that makes Pinterest refuse a batch is put aside alone', async () => {
    const poison = checkout();
    const others = Array.from({ length: 20 }, () => checkout());
    await stack.steer('PUT', 'faults', { kind: 'poison', eventId: poison.event_id });
    await stack.send([...others.slice(0, 9), poison, ...others.slice(9)]);
    for (const { event_id } of others) await arrived(event_id);
    await stack.steer('DELETE', 'faults');
    expect(await arrivals(poison.event_id)).toHaveLength(0);
  }, 60_000);

  test('promises 4 and 5: no personal value, key or token in any output, and only digests at Pinterest', async () => {
    const personal = ['zoe.secret@example.com', 'Zoéphine', 'Quartermain', '4155550177', 'Sesame Crescent', 'K1A 0B1'];
    const [email, fn, ln, phone, ct, zp] = personal;
    const user_data = { email, fn, ln, phone: `+1${phone}`, ct, zp, db: '1987-06-05', [email ?? '']: email };
    const good = checkout({ user_data });
    await stack.send([
      good,
      checkout({ user_data, event_time: phone, event_name: email }),
      checkout({ user_data, custom_data: { value: phone, currency: email } }),
      { [email ?? '']: fn },
    ]);
    const refusedText = await (await stack.send(`{"event_name": "${email}" "${phone}"`)).text();
    await arrived(good.event_id);
    const atPinterest = JSON.stringify(await stack.simulatorEvents());
    for (const value of personal) {
      expect(stack.output()).not.toContain(value);
      expect(refusedText).not.toContain(value);
      expect(atPinterest).not.toContain(value);
    }
    expect(stack.output()).not.toContain(TOKEN);
    expect(stack.output()).toContain('"EventsDelivered"');
  }, 60_000);
});
