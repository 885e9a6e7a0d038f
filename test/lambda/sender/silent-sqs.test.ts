/** An SQS that accepts connections and never answers: a run ends in its time, and says what it has delivered. */
import { createServer, type Server } from 'node:net';
import { SQSClient } from '@aws-sdk/client-sqs';
import { SENDER_LIMITS, TIME_FOR_ONE_MORE_MS } from '../../../contract/sender-limits';
import { MAX_ATTEMPTS, REQUEST_HANDLER } from '../../../lambda/runtime/aws-calls';
import { numbered, received } from '../../helpers/factories';
import { apiError, results } from '../../helpers/fakes';
import { createSender } from './sender';

const TIMEOUT_MS = 500;

let server: Server;
let client: SQSClient;

beforeAll(async () => {
  server = createServer((socket) => void socket.resume().on('error', () => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  client = new SQSClient({
    region: 'us-east-1',
    endpoint: `http://127.0.0.1:${port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler: { ...REQUEST_HANDLER, requestTimeout: TIMEOUT_MS },
    maxAttempts: MAX_ATTEMPTS,
  });
});

afterAll(() => {
  client.destroy();
  server.close();
});

test('promise 1: of a full batch only what is held, or has no dead letter yet, stays queued, and soon', async () => {
  const ids = numbered(SENDER_LIMITS.batchSize);
  const [held, refused] = [ids.slice(0, 500), ids.slice(500, 600)];
  const errors = Object.fromEntries(refused.map((id) => [id, 'too old']));
  const sender = createSender({
    client,
    answer: (post) => (post.test ? apiError(503, 'x') : Response.json(results(post.ids, errors))),
  });
  const started = Date.now();
  const kept = await sender.run(ids.map((id) => received(id, { test: held.includes(id) })));
  expect(new Set(kept)).toEqual(new Set([...held, ...refused].map((id) => `message-${id}`)));
  expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 400, EventsHeldBack: 500 });
  // each of them in turn would take its own time.
  expect(Date.now() - started).toBeLessThan(10 * TIMEOUT_MS);
});

test('after two POSTs that take as long as they may, there is time for dead letters and back-offs that are not answered', () => {
  const rest = TIME_FOR_ONE_MORE_MS - 2 * SENDER_LIMITS.postTimeoutSeconds * 1_000;
  expect(2 * MAX_ATTEMPTS * REQUEST_HANDLER.requestTimeout).toBeLessThan(rest);
});
