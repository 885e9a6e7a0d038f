/** The event of the benchmarks: a full checkout with 9 hashed fields and 2 contents, about 1.3 kB of JSON. */

export const CHECKOUT = {
  event_name: 'checkout',
  action_source: 'web',
  event_time: 0,
  event_id: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  event_source_url: 'https://www.shop.example/checkout/thank-you?step=4&utm_source=pinterest&utm_medium=paid',
  language: 'en',
  partner_name: 'direct',
  user_data: {
    em: ['Jane.Doe@Example.com'],
    ph: ['+1 (415) 555-0123'],
    fn: ['Jane'],
    ln: ['Doe'],
    ct: ['San Francisco'],
    st: ['CA'],
    zp: ['94103-1234'],
    country: ['US'],
    external_id: ['customer-4711'],
    click_id:
      'dj0yJnU9b2JDcFFHekV4SHJNcmVrbFBkUEdqakh0akdUT1VjVVUmcD0yJm49cnNBQ3F2Q2dOVDBXWWhkWklrUGxBUSZ0PUFBQUFBR1BaY3Bv',
    client_ip_address: '203.0.113.7',
    client_user_agent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  },
  custom_data: {
    value: 129.9,
    currency: 'USD',
    order_id: '100017',
    num_items: 3,
    content_ids: ['sku-1001', 'sku-2002'],
    contents: [
      {
        id: 'sku-1001',
        item_price: 49.95,
        quantity: 2,
        item_name: 'Linen shirt',
        item_category: 'Shirts',
        item_brand: 'Shop',
      },
      {
        id: 'sku-2002',
        item_price: 30,
        quantity: 1,
        item_name: 'Leather belt',
        item_category: 'Belts',
        item_brand: 'Shop',
      },
    ],
  },
};

export const checkoutJson = (now: number, userData: object = CHECKOUT.user_data): string =>
  JSON.stringify({ ...CHECKOUT, event_time: Math.floor(now / 1_000), user_data: userData });
