/** Who may send: the ingest key with its rotation, or a signature or an authorizer that API Gateway has checked. */

import { rawEvent, request } from '../../helpers/factories';
import { fakeSecrets } from '../../helpers/fakes';
import { createIngest, KEY } from './ingest';

const OLD = 'ingest-key-of-last-month';
const NEXT = 'ingest-key-of-next-month';
const bearer = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

describe('401: no valid ingest key', () => {
  test.each([
    ['none', {}],
    ['a wrong one', bearer(`${KEY}x`)],
    ['a part of it', bearer(KEY.slice(0, -1))],
    ['one in other letters', bearer(KEY.toUpperCase())],
    ['one without Bearer', { headers: { authorization: KEY } }],
    ['another scheme', { headers: { authorization: `Basic ${KEY}` } }],
    ['an empty one', { headers: { authorization: 'Bearer ' } }],
    ['two', bearer(`${KEY} ${KEY}`)],
  ])('%s', async (_, { headers }: { headers?: Record<string, string> }) => {
    const ingest = createIngest();
    const answer = await ingest.handle(request({ body: rawEvent(), headers }));
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ code: 2, message: expect.stringContaining('Authorization: Bearer') });
    expect(ingest.sqs.batches).toEqual([]);
  });

  test('comes before the body is read: what is no JSON is not told so', async () => {
    const answer = await createIngest().handle(request({ body: '{', headers: { authorization: 'Bearer no' } }));
    expect(answer.status).toBe(401);
  });

  test('the scheme may be in any case', async () => {
    expect((await createIngest().send(rawEvent(), { headers: { authorization: `bearer ${KEY}` } })).status).toBe(200);
  });

  test.each(['not-set', '', '  '])('a secret that holds %j lets nobody in', async (value) => {
    const ingest = createIngest({ secrets: fakeSecrets({ AWSCURRENT: value }) });
    expect((await ingest.send(rawEvent(), bearer(value.trim() || 'x'))).status).toBe(401);
  });
});

describe('a key that is rotated', () => {
  test('goes on working while it is the previous version', async () => {
    const ingest = createIngest({ secrets: fakeSecrets({ AWSCURRENT: KEY, AWSPREVIOUS: OLD }) });
    expect((await ingest.send(rawEvent(), bearer(OLD))).status).toBe(200);
    expect((await ingest.send(rawEvent(), bearer(KEY))).status).toBe(200);
  });

  test('is found at once, half a minute after the last read', async () => {
    const ingest = createIngest();
    await ingest.send(rawEvent());
    ingest.secrets.values = { AWSCURRENT: NEXT, AWSPREVIOUS: KEY };
    ingest.clock.now += 31_000;
    expect((await ingest.send(rawEvent(), bearer(NEXT))).status).toBe(200);
  });

  test('no longer works five minutes after it is gone', async () => {
    const ingest = createIngest();
    await ingest.send(rawEvent());
    ingest.secrets.values = { AWSCURRENT: NEXT };
    ingest.clock.now += 301_000;
    expect((await ingest.send(rawEvent())).status).toBe(401);
  });
});

describe('Secrets Manager', () => {
  test('is read once in five minutes', async () => {
    const ingest = createIngest();
    for (let i = 0; i < 20; i++) {
      await ingest.send(rawEvent());
      ingest.clock.now += 14_000;
    }
    expect(ingest.secrets.reads()).toBe(1);
  });

  test.each([undefined, new Error('no connection')])(
    'is read at most once in 30 seconds, however many wrong keys come (it answers %s)',
    async (failure) => {
      const ingest = createIngest();
      await ingest.send(rawEvent());
      ingest.secrets.failure = failure;
      ingest.clock.now += 30_000;
      for (let i = 0; i < 58; i++) {
        await ingest.send(rawEvent(), bearer(`wrong-${i}`));
        ingest.clock.now += 1_000;
      }
      expect(ingest.secrets.reads()).toBe(1 + 2);
    },
  );

  test('that cannot be reached at the start makes a 503, to be repeated', async () => {
    const ingest = createIngest();
    ingest.secrets.failure = new Error(`AccessDenied for ${KEY}`);
    const answer = await ingest.send(rawEvent());
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: { code: 4197 } });
    expect(answer.text + ingest.telemetry.text()).not.toContain(KEY);
    ingest.secrets.failure = undefined;
    expect((await ingest.send(rawEvent())).status).toBe(200);
  });

  test('that cannot be reached later does not matter: the key read before still works', async () => {
    const ingest = createIngest();
    await ingest.send(rawEvent());
    ingest.secrets.failure = new Error('no connection');
    ingest.clock.now += 3_600_000;
    expect((await ingest.send(rawEvent())).status).toBe(200);
  });
});

describe('with IAM', () => {
  const signed = { requestContext: { authorizer: { iam: { userArn: 'arn:aws:iam::123456789012:role/shop' } } } };

  test('a request whose signature API Gateway has checked is taken', async () => {
    const ingest = createIngest({ serverAuthorization: 'iam' });
    expect((await ingest.handle(request({ body: rawEvent(), ...signed }))).status).toBe(200);
    expect(ingest.secrets.reads()).toBe(0);
  });

  test.each([{}, { requestContext: { authorizer: {} } }, { requestContext: { authorizer: { iam: null } } }])(
    'an unsigned one is not, even with the ingest key: %j',
    async (changes) => {
      const answer = await createIngest({ serverAuthorization: 'iam' }).send(rawEvent(), changes);
      expect(answer).toMatchObject({ status: 401, body: { code: 2, message: expect.stringContaining('sign it') } });
    },
  );
});

describe('with an authorizer of the owner’s', () => {
  const passed = (authorizer: object | null) => ({ requestContext: { authorizer } });

  test.each([
    ['a JWT authorizer', { jwt: { claims: { sub: 'shop' }, scopes: null } }],
    ['a Lambda authorizer', { lambda: { shop: 'one' } }],
    ['a Lambda authorizer without context', { lambda: null }],
  ])('a request that API Gateway let through by %s is taken without a key', async (_, authorizer) => {
    const ingest = createIngest({ serverAuthorization: 'authorizer' });
    expect((await ingest.handle(request({ body: rawEvent(), ...passed(authorizer) }))).status).toBe(200);
    expect(ingest.secrets.reads()).toBe(0);
  });

  test.each([{}, passed(null), passed({}), passed({ jwt: null }), passed({ iam: { userArn: 'arn' } })])(
    'one that no authorizer has seen is not, even with the ingest key: %j',
    async (changes) => {
      const answer = await createIngest({ serverAuthorization: 'authorizer' }).send(rawEvent(), changes);
      expect(answer).toMatchObject({ status: 401, body: { code: 2, message: expect.stringContaining('authorizer') } });
    },
  );

  test('the ingest key asks for no authorizer, and one does not stand in for the key', async () => {
    const answer = await createIngest().handle(request({ body: rawEvent(), ...passed({ lambda: {} }) }));
    expect(answer.status).toBe(401);
  });
});
