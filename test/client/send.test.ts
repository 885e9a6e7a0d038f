/** What a send tells of its events. */
import type { ConversionEvent } from '../../client';
import { MAX_BODY_BYTES } from '../../contract/request-limits';
import { closeEndpoints, startEndpoint, told } from './support/endpoint';
import { clientOf, event, KEY } from './support/sending';

afterEach(closeEndpoints);

describe('a send', () => {
  it('posts to /events with the key, and tells of each event in order', async () => {
    const endpoint = await startEndpoint(told('processed', 'failed', 'processed'));
    const { client } = clientOf(endpoint.url);
    const sent = await client.send([event({ event_id: 'a' }), event({ event_id: 'b' }), event({ event_id: 'c' })]);
    expect(sent).toEqual({
      processed: 2,
      failed: 1,
      results: [
        { status: 'processed', eventId: 'a', error: undefined, warning: undefined, attempts: 1 },
        { status: 'failed', eventId: 'b', error: 'refused by the test', warning: undefined, attempts: 1 },
        { status: 'processed', eventId: 'c', error: undefined, warning: undefined, attempts: 1 },
      ],
    });
    expect(endpoint.asked).toMatchObject([
      { path: 'POST /events', headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' } },
    ]);
  });

  it('passes on the warning of an event', async () => {
    const warned = { status: 'processed', error_message: null, warning_message: '"x" was left out' };
    const endpoint = await startEndpoint({ status: 200, body: { events: [warned] } });
    const { results } = await clientOf(endpoint.url).client.send([event()]);
    expect(results[0]).toMatchObject({ status: 'processed', warning: '"x" was left out' });
  });

  it('of which no event was accepted is no error', async () => {
    const { body } = told('failed', 'failed');
    const endpoint = await startEndpoint({ status: 422, body: { code: 953, message: 'none', details: body } });
    expect(await clientOf(endpoint.url).client.send([event(), event()])).toMatchObject({ processed: 0, failed: 2 });
    expect(endpoint.asked).toHaveLength(1);
  });

  it('as a test asks for a test', async () => {
    const endpoint = await startEndpoint();
    await clientOf(`${endpoint.url}/`).client.send([event()], { test: true });
    expect(endpoint.asked[0]?.path).toBe('POST /events?test=true');
  });

  it('keeps a path in front of /events, as one that names the ad account', async () => {
    const endpoint = await startEndpoint();
    await clientOf(`${endpoint.url}/v5/ad_accounts/549755885175//`).client.send([event()]);
    expect(endpoint.asked[0]?.path).toBe('POST /v5/ad_accounts/549755885175/events');
  });

  it('of nothing makes no request', async () => {
    const endpoint = await startEndpoint();
    expect(await clientOf(endpoint.url).client.send([])).toEqual({ processed: 0, failed: 0, results: [] });
    expect(endpoint.asked).toHaveLength(0);
  });

  it('takes a Date as time, and leaves the given event as it is', async () => {
    const endpoint = await startEndpoint();
    const given = Object.freeze(event({ event_time: new Date('2026-03-01T11:59:00Z') }));
    await clientOf(endpoint.url).client.send([given]);
    expect(endpoint.asked[0]?.events[0]?.event_time).toBe('2026-03-01T11:59:00.000Z');
    expect(Object.keys(given)).not.toContain('event_id');
  });
});

describe('an event that cannot be sent', () => {
  const unwritable = (): ConversionEvent => {
    const custom_data: Record<string, unknown> = {};
    custom_data.contents = [custom_data];
    return event({ custom_data });
  };

  it('fails by itself, and the others go', async () => {
    const endpoint = await startEndpoint();
    const tooLarge = event({ event_id: 'x'.repeat(MAX_BODY_BYTES) });
    const bigint = { ...event(), value: 1n };
    const sent = await clientOf(endpoint.url).client.send([unwritable(), event(), bigint, tooLarge]);
    expect(sent).toMatchObject({
      processed: 1,
      failed: 3,
      results: [
        { status: 'failed', error: expect.stringMatching(/cannot be written as JSON/), attempts: 0 },
        { status: 'processed', attempts: 1 },
        { status: 'failed', error: expect.stringMatching(/cannot be written as JSON/), attempts: 0 },
        { status: 'failed', error: expect.stringMatching(/has 4\d{6} bytes/), attempts: 0 },
      ],
    });
    expect(endpoint.asked[0]?.events).toHaveLength(1);
  });

  it.each([[null], [undefined], ['text'], [7], [[]]])('such as %j is left to the endpoint to judge', async (given) => {
    const endpoint = await startEndpoint(told('failed'));
    const { failed } = await clientOf(endpoint.url).client.send([given as unknown as ConversionEvent]);
    expect(failed).toBe(1);
    expect(endpoint.asked[0]?.events).toEqual([given ?? null]);
  });
});

it('refuses anything but a list', async () => {
  const { client } = clientOf('https://events.shop.example');
  await expect(client.send(event() as never)).rejects.toThrow(new TypeError('send takes a list of events'));
});
