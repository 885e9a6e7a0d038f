/** Reports paid orders to Pinterest. `connect` has put the two variables into the environment, and granted the key. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type ConversionEvent, ConversionsClient, SendError } from 'cdk-pinterest-conversions/client';

/** What the shop writes into its queue. */
export interface Order {
  readonly id: string;
  /** ISO 8601 with a time zone. */
  readonly paidAt: string;
  readonly email: string;
  readonly country: string;
  /** Value of the `_epik` cookie at the time of the order. */
  readonly clickId?: string;
  readonly currency: string;
  readonly lines: readonly { readonly sku: string; readonly price: number; readonly quantity: number }[];
}

const { CONVERSIONS_ENDPOINT: endpoint = '', CONVERSIONS_INGEST_KEY_SECRET_ARN: SecretId } = process.env;
const secrets = new SecretsManagerClient();
const conversions = new ConversionsClient({
  endpoint,
  ingestKey: async () => (await secrets.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? '',
  timeLimitMs: 60_000,
});

/** Without an id of its own: the client makes it from the order's, so that a second run counts nothing twice. */
function checkoutOf(order: Order): ConversionEvent {
  return {
    event_name: 'checkout',
    action_source: 'web',
    event_time: order.paidAt,
    user_data: { email: order.email, country: order.country, click_id: order.clickId },
    custom_data: {
      order_id: order.id,
      currency: order.currency,
      value: order.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
      contents: order.lines.map(({ sku, price, quantity }) => ({ id: sku, item_price: price, quantity })),
    },
  };
}

export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const orders = Records.map(({ body }): Order => JSON.parse(body));
  const { results } = await conversions.send(orders.map(checkoutOf)).catch((error: unknown) => {
    if (!(error instanceof SendError)) throw error;
    console.error(error.message);
    return error;
  });
  for (const [index, { status, error }] of results.entries()) {
    if (status === 'failed') console.error(`order ${orders[index]?.id} was not taken: ${error}`);
  }
  const unsent = Records.filter((_, index) => results[index]?.status === 'unsent');
  return { batchItemFailures: unsent.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}
