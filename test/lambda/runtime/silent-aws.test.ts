/** AWS that accepts a connection and never answers: what is asked of it ends, with an error that can be acted on. */
import { createServer, type Server } from 'node:net';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createEnqueue } from '../../../lambda/ingest/enqueue';
import { MAX_ATTEMPTS, REQUEST_HANDLER } from '../../../lambda/runtime/aws-calls';

let server: Server;
let asked = 0;
let settings: ConstructorParameters<typeof SQSClient>[0] & object;

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('data', () => asked++).on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  settings = {
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler: { ...REQUEST_HANDLER, requestTimeout: 100 },
    maxAttempts: MAX_ATTEMPTS,
  };
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test('a call ends with a time-out, after as many attempts as there may be', async () => {
  asked = 0;
  const read = new SecretsManagerClient(settings).send(new GetSecretValueCommand({ SecretId: 'token' }));
  await expect(read).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(asked).toBe(MAX_ATTEMPTS);
});

test('the limits of both functions throw when they are over, and leave time to answer', () => {
  expect(REQUEST_HANDLER.throwOnRequestTimeout).toBe(true);
  expect(MAX_ATTEMPTS * REQUEST_HANDLER.requestTimeout).toBeLessThanOrEqual(4_000);
});

test('a thousand messages that a silent queue does not take are told of when the patience is over, not one after the other', async () => {
  const enqueue = createEnqueue({
    client: new SQSClient({ ...settings, requestHandler: { ...REQUEST_HANDLER, requestTimeout: 60_000 } }),
    queueUrl: 'http://127.0.0.1/events',
    patienceMs: 300,
  });
  const { indexes, errors } = await enqueue(Array.from({ length: 1_000 }, (_, index) => `{"n":${index}}`));
  expect(indexes.size).toBe(1_000);
  expect(errors).toEqual(['AbortError']);
});
