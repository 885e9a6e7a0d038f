/** Events as shops send them, full of personal values of nobody: none of these may ever come back in an answer or a log. */

export const NOW = Date.parse('2026-03-01T12:00:00Z');
const SECONDS = NOW / 1_000;

/** Values that mutations put anywhere. An answer may quote a plain word, as the name of a field; of these there is none. */
export const CANARIES = [
  'zq.canary@example.com',
  '+1 (415) 555-0177',
  '4155550177',
  '1987-06-05',
  '17 Sesame Crescent',
  'Zoéphine (Zoé)',
  'K1A 0B7',
  '203.0.113.77',
  '2001:db8::c0de:77',
  '4111 1111 1111 1117',
  'pina_CanaryCanary',
  'EA7583CD-A667-48BC-B806-42ECB2B48677',
] as const;

/** A plain word; it stays where it is. */
const SURNAME = 'Quartermain';

export const FORBIDDEN: readonly string[] = [...CANARIES, SURNAME].map((text) => text.toLowerCase());

const user = {
  em: ['zq.canary@example.com', ' ZQ.Canary@Example.com '],
  ph: '+1 (415) 555-0177',
  ge: 'female',
  db: '1987-06-05',
  fn: 'Zoéphine (Zoé)',
  ln: SURNAME,
  ct: 'St. Louis',
  st: 'California',
  zp: 'K1A 0B7',
  country: 'United States',
  external_id: 'EA7583CD-A667-48BC-B806-42ECB2B48677',
};

/** One a vocabulary, and one a source. */
export const EVENTS: readonly Readonly<Record<string, unknown>>[] = [
  {
    ...{ event_name: 'checkout', action_source: 'web', event_time: SECONDS - 60, event_id: 'order-1001' },
    ...{ event_source_url: 'https://www.shop.example/thanks?epik=dj0yJnU', opt_out: false, language: 'en', wifi: true },
    user_data: {
      ...user,
      client_ip_address: '203.0.113.77',
      client_user_agent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0',
    },
    custom_data: {
      ...{
        value: 129.9,
        currency: 'USD',
        order_id: '1001',
        num_items: 2,
        content_ids: ['SKU-1'],
        predicted_ltv: '400',
      },
      contents: [{ id: 'SKU-1', item_price: 64.95, quantity: 2, item_name: 'Shoe', item_brand_id: '9' }],
    },
  },
  {
    ...{ event_name: 'purchase', action_source: 'web', event_time: NOW - 60_000 },
    user_data: { email: 'zq.canary@example.com', phone: '4155550177', country: 'US', zip: '94103-1234' },
    custom_data: {
      ...{ transaction_id: 'T-1', value: '1.299,00 €', currency: 'eur' },
      items: [{ item_id: 'SKU-1', item_name: 'Shoe', price: 12.5, quantity: '3' }],
    },
  },
  {
    ...{ event_name: 'Order Completed', action_source: 'offline', event_time: '2026-03-01T11:59:00Z', event_id: 17 },
    user_data: {
      email: ['zq.canary@example.com'],
      first_name: 'Zoéphine (Zoé)',
      last_name: SURNAME,
      gender: 'Non-Binary',
    },
    custom_data: { revenue: 25, currency: 'USD', products: [{ sku: 'A', name: 'Shoe', price: '25', brand: 'Acme' }] },
    opt_out_type: 'LDP',
  },
  {
    ...{ event_name: 'PageVisit', action_source: 'app', event_time: SECONDS, event_id: 'pv-1', consent: 'granted' },
    user_data: { mobile_ad_id: 'EA7583CD-A667-48BC-B806-42ECB2B48677' },
    custom_data: { line_items: [{ product_id: 'A', product_name: 'Shoe', product_price: 5, product_quantity: 1 }] },
    app_info: { app_id: '429047995', app_name: 'Shop', install_time: SECONDS, window_height: 800 },
    device_info: {
      os_family: 'ios',
      languages: ['en', 'de'],
      network_type: 'wifi',
      battery_level: 80,
      locale: 'en-US',
    },
    test_event_code: 'TEST1',
  },
  {
    ...{ event_name: 'checkout_completed', event_id: 'sh-1', action_source: 'web', event_time: SECONDS },
    user_data: { em: 'zq.canary@example.com' },
    custom_data: {
      ...{ totalPrice: { amount: 50, currencyCode: 'USD' }, currencyCode: 'USD' },
      lineItems: {
        edges: [
          {
            node: {
              ...{ id: 'gid://shopify/LineItem/1', quantity: 2, price: { units: '25', nanos: 500_000_000 } },
              variant: {
                id: 'gid://shopify/ProductVariant/2',
                product: { id: 'gid://shopify/Product/3', title: 'Hat' },
              },
            },
          },
        ],
      },
    },
  },
  {
    ...{ event_name: 'AddToCart', event_id: 'add-1', action_source: 'web', event_time: SECONDS },
    user_data: { client_ip_address: '203.0.113.77', client_user_agent: 'Mozilla/5.0 (X11; Linux) Firefox/140.0' },
  },
];
