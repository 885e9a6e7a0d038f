/** What the owner learns of a request: metrics and log lines, and nothing personal in them. */
import { rawEvent } from '../../helpers/factories';
import { createIngest, KEY } from './ingest';

test('a wrong event name is quoted to its caller and stays out of logs and metrics', async () => {
  const { send, telemetry } = createIngest();
  const answer = await send([rawEvent({ event_name: 'Kauf durch Quartermain', Quartermain: 1 })]);
  expect(answer.text).toContain('Kauf durch Quartermain');
  expect(JSON.stringify(telemetry)).not.toContain('Quartermain');
});

describe('what is counted', () => {
  test('events received, accepted, refused', async () => {
    const { send, telemetry } = createIngest();
    await send([
      rawEvent({ event_id: 'a' }),
      rawEvent({ event_id: 'b' }),
      rawEvent({ event_name: 'nonsense_of_ours' }),
    ]);
    expect(telemetry.counts).toMatchObject({ EventsReceived: 3, EventsAccepted: 2, EventsTest: 0, EventsRefused: 1 });
  });

  test('accepted events by their name at Pinterest', async () => {
    const { send, telemetry } = createIngest();
    await send([rawEvent({ event_name: 'purchase' }), rawEvent({ event_name: 'signup', event_id: 'b' })]);
    expect(telemetry.counts).toMatchObject({ 'EventsAccepted.checkout': 1, 'EventsAccepted.signup': 1 });
  });

  test('accepted events that carry a match key', async () => {
    const { send, telemetry } = createIngest();
    const user_data = { em: 'jane@example.com', external_id: '7' };
    await send([rawEvent({ user_data }), rawEvent({ event_id: 'b', user_data: { em: 'joe@example.com' } })]);
    expect(telemetry.counts).toMatchObject({ 'EventsWith.em': 2, 'EventsWith.external_id': 1 });
    expect(telemetry.counts).not.toHaveProperty(['EventsWith.ph']);
  });

  test('events with a warning, once for each kind of it', async () => {
    const { send, telemetry } = createIngest();
    await send([
      rawEvent({ colour: 'red', size: 'L' }),
      rawEvent({ event_id: 'b', language: {}, user_data: { em: ['jane@example.com', 'no address'] } }),
      rawEvent(),
    ]);
    expect(telemetry.counts).toMatchObject({
      'EventWarnings.unknown_field': 1,
      'EventWarnings.unreadable_field': 1,
      'EventWarnings.unusable_match_key': 1,
      'EventWarnings.same_event': 1,
    });
  });

  test('tests among the accepted', async () => {
    const { send, telemetry } = createIngest();
    await send([rawEvent(), rawEvent({ event_id: 'b' })], { query: { test: 'true' } });
    expect(telemetry.counts).toMatchObject({ EventsAccepted: 2, EventsTest: 2 });
  });

  test('nothing as accepted that the queue would not take', async () => {
    const { send, telemetry } = createIngest({ faults: { refusesEntry: (body) => body.includes('lost') } });
    await send([rawEvent(), rawEvent({ event_id: 'lost', event_name: 'signup' })]);
    expect(telemetry.counts).toMatchObject({ EventsReceived: 2, EventsAccepted: 1, 'EventsAccepted.checkout': 1 });
    expect(telemetry.counts).not.toHaveProperty(['EventsAccepted.signup']);
  });

  test('a request that cannot be read as one refused event, and one without a key as none', async () => {
    const { send, telemetry } = createIngest();
    await send('{"data": [');
    await send(rawEvent(), { headers: { authorization: 'Bearer wrong' } });
    expect(telemetry.counts).toMatchObject({ EventsReceived: 1, EventsRefused: 1 });
  });
});

describe('what is logged', () => {
  test('why the queue would not take events, by the kind of the error', async () => {
    const { send, telemetry } = createIngest({ faults: { failsBatch: () => true } });
    await send(rawEvent());
    expect(telemetry.lines).toContainEqual({
      level: 'error',
      message: 'events not queued',
      fields: { events: 1, errors: ['Error'] },
    });
  });

  test('promise 5: neither personal values nor keys', async () => {
    const { send, telemetry } = createIngest();
    const em = 'zoe@example.com';
    await send([{ em, [em]: em, event_name: em, user_data: { em } }, rawEvent({ custom_data: { currency: em } }), em]);
    await send(`{"data": [{"em": "${em}"`);
    await send(rawEvent(), { headers: { authorization: `Bearer ${KEY}x` } });
    expect(telemetry.lines).not.toEqual([]);
    expect(telemetry.text()).not.toContain('zoe');
    expect(telemetry.text()).not.toContain(KEY);
  });
});
