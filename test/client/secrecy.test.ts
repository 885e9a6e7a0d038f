/** Neither the key nor a personal value shows in the client or in its errors, however they are printed. */
import { inspect } from 'node:util';
import type { ConversionsClientOptions } from '../../client';
import { type Answer, closeEndpoints, startEndpoint } from './support/endpoint';
import { clientOf, event, failureOf, KEY } from './support/sending';

afterEach(closeEndpoints);

const EM = 'jane.doe@shop.example';
const PHONE = '+14155550100';
const personal = event({ user_data: { em: EM, ph: PHONE }, event_source_url: `https://shop.example/?m=${EM}` });

const printed = (value: unknown): string =>
  [
    inspect(value, { depth: null }),
    inspect(value, { depth: null, showHidden: true }),
    JSON.stringify(value),
    String(value),
    (value as Error).stack ?? '',
    JSON.stringify({ ...(value as object) }),
  ].join('\n');

function expectNoSecret(value: unknown): void {
  for (const secret of [KEY, EM, PHONE, 'jane.doe']) expect(printed(value)).not.toContain(secret);
}

it('the client shows nothing', async () => {
  const endpoint = await startEndpoint();
  for (const ingestKey of [KEY, async () => KEY]) {
    const { client } = clientOf(endpoint.url, { ingestKey });
    await client.send([personal]);
    expectNoSecret(client);
    expect(inspect(client)).toBe('ConversionsClient {}');
    expect(JSON.stringify(client)).toBe('{}');
  }
});

describe('an error shows nothing of', () => {
  const echo = ({ headers, events }: { headers: unknown; events: unknown }): Answer => ({
    status: 418,
    body: { message: JSON.stringify({ headers, events }) },
  });
  const fetchThatThrows: Partial<ConversionsClientOptions> = {
    maxAttempts: 2,
    fetch: async (_, request) => {
      throw Object.assign(new Error(`cannot send ${request.body}`), { request, code: `${EM} ${KEY}`, name: EM });
    },
  };
  const keyThatThrows: Partial<ConversionsClientOptions> = {
    ingestKey: async () => {
      throw new Error(`the secret is ${KEY}`);
    },
  };

  it.each<[string, Partial<ConversionsClientOptions>]>([
    ['an answer that repeats the request', {}],
    ['a fetch that throws the request', fetchThatThrows],
    ['a key function that throws the key', keyThatThrows],
    ['a key that no header can carry', { ingestKey: async () => `${KEY}\n${EM}` }],
  ])('%s', async (_, options) => {
    const endpoint = await startEndpoint(echo, echo);
    const error = await failureOf(clientOf(endpoint.url, options).client.send([personal]));
    expectNoSecret(error);
    expect(printed(error)).toContain('SendError: 1 of 1 events are unsent');
    expect(error.unsent).toMatchObject([{ user_data: { em: EM } }]);
  });
});
