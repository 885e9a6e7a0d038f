/** Options that cannot work are told when the client is made, all at once, without repeating what may be a secret. */
import { ConversionsClient, type ConversionsClientOptions } from '../../client';
import { KEY } from './support/sending';

const make = (options: object) => () =>
  new ConversionsClient({
    endpoint: 'https://events.shop.example',
    ingestKey: KEY,
    ...options,
  } as ConversionsClientOptions);

const messageOf = (options: object): string => {
  try {
    make(options)();
    return 'no error';
  } catch (error) {
    return error instanceof TypeError ? error.message : `no TypeError but ${error}`;
  }
};

describe('the endpoint', () => {
  it.each([
    ['https://events.shop.example'],
    ['https://events.shop.example/'],
    ['https://abc123.execute-api.eu-central-1.amazonaws.com/v5/ad_accounts/549755885175'],
    ['http://localhost:8787'],
    ['http://127.0.0.1:8787/'],
    ['http://[::1]:8787'],
  ])('may be %s', (endpoint) => expect(make({ endpoint })).not.toThrow());

  it.each([
    ['http://events.shop.example', /"endpoint" begins with http:; it takes https:, and http: on this machine only/],
    ['http://127.0.0.1.shop.example', /begins with http:/],
    ['ftp://localhost', /begins with ftp:/],
    ['events.shop.example', /"endpoint" is a text of 19 characters and no address/],
    [undefined, /"endpoint" is missing/],
    ['https://user:secret-1@events.shop.example', /holds a user, a query or a fragment/],
    ['https://events.shop.example/?test=true', /holds a user, a query or a fragment/],
    ['https://events.shop.example/events/', /ends in \/events, which the client adds/],
  ])('may not be %s', (endpoint, fault) => {
    expect(messageOf({ endpoint })).toMatch(fault);
    expect(messageOf({ endpoint })).toMatch(/set "endpoint" to the stack output Endpoint/);
  });
});

describe('the ingest key', () => {
  it.each([[undefined], [''], [' '], ['two words'], ['ключ'], [7], [null]])('may not be %j', (ingestKey) => {
    expect(messageOf({ ingestKey })).toMatch(/"ingestKey" is .*; give it the value of the secret/);
  });

  it('may be left out when fetch signs', () => expect(make({ ingestKey: undefined, fetch })).not.toThrow());
});

it.each([
  [{ maxAttempts: 0 }, /"maxAttempts" is 0; it takes a whole number from 1 to 100/],
  [{ maxAttempts: Number.NaN }, /"maxAttempts" is NaN/],
  [{ attemptTimeoutMs: 1.5 }, /"attemptTimeoutMs" is 1.5; it takes a whole number from 1 to 600000/],
  [{ timeLimitMs: '60000' }, /"timeLimitMs" is a text of 5 characters/],
  [{ fetch: 'fetch' }, /"fetch" is a text of 5 characters; it takes a function/],
  [{ random: 4 }, /"random" is a number; it takes a function/],
])('%j is refused', (options, fault) => expect(messageOf(options)).toMatch(fault));

it('all that is wrong is told at once, and no text repeated: a key may have got into the wrong option', () => {
  const message = messageOf({ endpoint: KEY, ingestKey: 'a wrong one', maxAttempts: 0, now: 'now' });
  for (const name of ['endpoint', 'ingestKey', 'maxAttempts', 'now']) expect(message).toContain(`"${name}"`);
  expect(message).not.toContain(KEY);
  expect(message).not.toContain('a wrong one');
});
