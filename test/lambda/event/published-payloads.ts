/** What the vendors publish as examples, personal values replaced: the event's name and its data, and what Pinterest is to get. */

export interface Published {
  readonly source: string;
  readonly event_name: string;
  readonly sentAs: string;
  readonly custom_data: object;
  readonly ids: readonly string[];
  readonly num_items?: number;
}

export const PUBLISHED: readonly Published[] = [
  {
    source: 'https://developers.google.com/analytics/devguides/collection/ga4/reference/events#purchase',
    event_name: 'purchase',
    sentAs: 'checkout',
    custom_data: {
      ...{ transaction_id: 'T_12345', value: 30.03, tax: 4.9, shipping: 5.99, currency: 'USD', coupon: 'SUMMER_SALE' },
      customer_type: 'new',
      items: [
        {
          ...{ item_id: 'SKU_12345', item_name: 'Stan and Friends Tee', affiliation: 'Google Merchandise Store' },
          ...{ coupon: 'SUMMER_FUN', discount: 2.22, index: 0, item_brand: 'Google', item_category: 'Apparel' },
          ...{ item_category2: 'Adult', item_category3: 'Shirts', item_category4: 'Crew', item_variant: 'green' },
          ...{ item_category5: 'Short sleeve', item_list_id: 'related_products', item_list_name: 'Related Products' },
          ...{ location_id: 'ChIJIQBpAG2ahYAR_6128GcTUEo', price: 10.01, quantity: 3 },
          google_business_vertical: 'retail',
        },
      ],
    },
    ids: ['SKU_12345'],
    num_items: 3,
  },
  {
    source: 'https://segment.com/docs/connections/spec/ecommerce/v2/#order-completed',
    event_name: 'Order Completed',
    sentAs: 'checkout',
    custom_data: {
      ...{ checkout_id: 'c-1', order_id: 'o-1', affiliation: 'Google Store', total: 27.5, subtotal: 22.5 },
      ...{ revenue: 22.5, shipping: 3, tax: 2, discount: 2.5, coupon: 'hasbros', currency: 'USD' },
      products: [
        {
          ...{ product_id: '507f1f77bcf86cd799439011', sku: '45790-32', name: 'Monopoly: 3rd Edition', price: 19 },
          ...{ quantity: 1, category: 'Games', url: 'https://www.example.com/product/path' },
          image_url: 'https://www.example.com/product/path.jpg',
        },
        { product_id: '505bd76785ebb509fc183733', sku: '46493-32', name: 'Uno', price: 3, quantity: 2, position: 2 },
      ],
    },
    ids: ['507f1f77bcf86cd799439011', '505bd76785ebb509fc183733'],
    num_items: 3,
  },
  {
    source: 'https://segment.com/docs/connections/spec/ecommerce/v2/#product-viewed',
    event_name: 'Product Viewed',
    sentAs: 'view_content',
    custom_data: {
      ...{ product_id: '507f1f77bcf86cd799439011', sku: 'G-32', category: 'Games', name: 'Monopoly: 3rd Edition' },
      ...{ brand: 'Hasbro', variant: '200 pieces', price: 18.99, quantity: 1, coupon: 'MAYDEALS', currency: 'usd' },
      ...{ position: 3, value: 18.99, url: 'https://www.example.com/p', image_url: 'https://www.example.com/p.jpg' },
    },
    ids: ['507f1f77bcf86cd799439011'],
  },
  {
    source: 'https://developers.facebook.com/docs/marketing-api/conversions-api/using-the-api',
    event_name: 'Purchase',
    sentAs: 'checkout',
    custom_data: {
      ...{ currency: 'usd', value: 123.45, content_type: 'product' },
      contents: [{ id: 'product123', quantity: 1, item_price: 123.45, delivery_category: 'home_delivery' }],
    },
    ids: ['product123'],
    num_items: 1,
  },
  {
    source: 'https://business-api.tiktok.com/portal/docs?id=1771101303285761',
    event_name: 'CompletePayment',
    sentAs: 'checkout',
    custom_data: {
      ...{ content_type: 'product', currency: 'USD', value: 100, description: 'a shirt' },
      contents: [{ content_id: '1077218', content_type: 'product', content_name: 'shirt', price: 50, quantity: 2 }],
    },
    ids: ['1077218'],
    num_items: 2,
  },
  {
    source: 'https://developers.snap.com/api/marketing-api/Conversions-API',
    event_name: 'PURCHASE',
    sentAs: 'checkout',
    custom_data: {
      ...{ price: '49.99', currency: 'USD', transaction_id: 'order_1', item_ids: ['sku_001', 'sku_002'] },
      ...{ item_category: 'Electronics', brands: ['ExampleBrand'], number_items: '2', event_tag: 'purchase_confirmed' },
    },
    ids: ['sku_001', 'sku_002'],
    num_items: 2,
  },
  {
    source: 'https://shopify.dev/docs/api/admin-rest/latest/resources/order',
    event_name: 'checkout_completed',
    sentAs: 'checkout',
    custom_data: {
      line_items: [
        {
          ...{ id: 466157049, admin_graphql_api_id: 'gid://shopify/LineItem/466157049', product_id: 632910392 },
          ...{ variant_id: 39072856, sku: 'IPOD2008GREEN', title: 'IPod Nano - 8gb', name: 'IPod Nano - 8gb - green' },
          ...{ variant_title: 'green', vendor: 'Apple', quantity: 1, price: '199.00', grams: 200, gift_card: false },
          ...{ price_set: { shop_money: { amount: '199.00' } }, tax_lines: [], taxable: true, total_discount: '0.00' },
        },
      ],
    },
    ids: ['632910392'],
    num_items: 1,
  },
  {
    source: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-an-order',
    event_name: 'Order Completed',
    sentAs: 'checkout',
    custom_data: {
      line_items: [
        {
          ...{ id: 315, name: 'Woo Single #1', product_id: 93, variation_id: 0, quantity: 2, tax_class: '', sku: '' },
          ...{ subtotal: '6.00', subtotal_tax: '0.45', total: '6.00', total_tax: '0.45', taxes: [], price: 3 },
          meta_data: [],
        },
        {
          ...{ id: 316, name: 'Ship Your Idea', product_id: 22, variation_id: 23, quantity: 1, sku: 'Bar3', price: 12 },
        },
      ],
    },
    ids: ['93', '23'],
    num_items: 3,
  },
  {
    source: 'https://developer.bigcommerce.com/docs/rest-management/orders/order-products',
    event_name: 'Order Placed',
    sentAs: 'checkout',
    custom_data: {
      products: [
        {
          ...{ id: 25, order_id: 120, product_id: 20, order_address_id: 20, name: 'Fog Linen Towel', sku: 'S-GREE' },
          ...{
            type: 'physical',
            base_price: '54.0000',
            price_ex_tax: '54.0000',
            price_inc_tax: '54.0000',
            quantity: 1,
          },
          ...{ price_tax: '0.0000', base_total: '54.0000', total_inc_tax: '54.0000', weight: '1.0000' },
        },
      ],
    },
    ids: ['20'],
    num_items: 1,
  },
  {
    source: 'https://developer.adobe.com/commerce/webapi/rest/',
    event_name: 'purchase',
    sentAs: 'checkout',
    custom_data: {
      items: [
        {
          ...{
            item_id: 3,
            product_id: 1404,
            sku: 'WS12-M-Orange',
            name: 'Radiant Tee',
            price: 19.99,
            base_price: 19.99,
          },
          ...{ qty_ordered: '2.0000', product_type: 'configurable', row_total: 39.98, base_row_total: 39.98 },
          ...{ store_id: 1, tax_amount: 0, base_tax_amount: 0, qty_canceled: 0, original_price: 22 },
        },
      ],
    },
    ids: ['1404'],
    num_items: 2,
  },
  {
    source: 'https://shopware.stoplight.io/docs/store-api',
    event_name: 'Order Placed',
    sentAs: 'checkout',
    custom_data: {
      lineItems: [
        {
          ...{ id: 'f1', identifier: 'f1', referencedId: 'p-1', label: 'Chair', quantity: 1, unitPrice: 480 },
          ...{ totalPrice: 480, type: 'product', good: true, payload: { productNumber: 'SW1' } },
        },
        { id: 'f2', referencedId: 'TENOFF', label: '10 %', quantity: 1, unitPrice: -48, type: 'promotion' },
      ],
    },
    ids: ['p-1'],
    num_items: 1,
  },
];
