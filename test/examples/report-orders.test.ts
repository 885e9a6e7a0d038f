/** The function of examples/existing-stack at work: what it sends is taken by the endpoint's own rules. */
import type { SQSRecord } from 'aws-lambda';
import type { Order } from '../../examples/existing-stack/report-orders';
import { accept } from '../../lambda/event/accept';
import { startSecretsManager } from '../../local/secrets-manager';
import { closeEndpoints, startEndpoint, TAKEN, told } from '../client/support/endpoint';

const ORDER: Order = {
  id: '4711',
  paidAt: '2026-11-24T10:00:00+01:00',
  email: 'jane@shop.example',
  country: 'DE',
  clickId: 'dj0yJnU9',
  currency: 'EUR',
  lines: [
    { sku: 'chair', price: 120.5, quantity: 2 },
    { sku: 'oil', price: 9, quantity: 1 },
  ],
};

const KEY = 'ingest-key-of-the-example';
const logged = jest.spyOn(console, 'error').mockImplementation();

afterEach(async () => {
  logged.mockClear();
  await closeEndpoints();
});

/** The function in an environment as `connect` makes it. */
async function report(orders: readonly Order[], ...answers: Parameters<typeof startEndpoint>) {
  const secrets = await startSecretsManager();
  secrets.put('ingest-key', KEY);
  const endpoint = await startEndpoint(...answers);
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    CONVERSIONS_ENDPOINT: endpoint.url,
    CONVERSIONS_INGEST_KEY_SECRET_ARN: 'ingest-key',
  });
  const Records = orders.map((order, index) => ({ messageId: `m${index}`, body: JSON.stringify(order) }) as SQSRecord);
  let result: unknown;
  await jest.isolateModulesAsync(async () => {
    const { handler } = await import('../../examples/existing-stack/report-orders');
    result = await handler({ Records });
  });
  await secrets.close();
  return { result, asked: endpoint.asked };
}

it('an order is sent as a checkout that the endpoint takes as it is, with the key of the secret', async () => {
  const { result, asked } = await report([ORDER], TAKEN);
  expect(result).toEqual({ batchItemFailures: [] });
  expect(asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  const verdict = accept(
    asked[0]?.events[0],
    { now: Date.parse('2026-11-24T12:00:00Z'), origin: 'server', test: false },
    { maximumEventAgeSeconds: 86_400, respectGlobalPrivacyControl: true },
  );
  expect(verdict).toMatchObject({
    accepted: true,
    warnings: [],
    event: {
      event_name: 'checkout',
      event_id: 'checkout-4711',
      user_data: { click_id: 'dj0yJnU9' },
      custom_data: { value: '250', currency: 'EUR', order_id: '4711' },
    },
  });
});

it('an order that is refused is named in the log, and not tried again', async () => {
  const { result } = await report([ORDER, { ...ORDER, id: '4712' }], told('processed', 'failed'));
  expect(result).toEqual({ batchItemFailures: [] });
  expect(logged).toHaveBeenCalledWith('order 4712 was not taken: refused by the test');
});

it('orders that could not be sent go back into the queue', async () => {
  const { result } = await report([ORDER, { ...ORDER, id: '4712' }], { status: 403 });
  expect(result).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }, { itemIdentifier: 'm1' }] });
});
