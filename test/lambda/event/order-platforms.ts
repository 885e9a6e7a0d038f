/** Order lines as shop platforms publish them: which product, at what price, how often. */

export interface Lines {
  readonly platform: string;
  readonly custom_data: Readonly<Record<string, unknown>>;
  readonly contents: readonly object[];
}

const SHOPIFY_PRODUCT = {
  id: '7011',
  title: 'Hat',
  vendor: 'Acme',
  type: 'Hats',
  url: '/hat',
  untranslatedTitle: 'Hat',
};

export const PLATFORMS: readonly Lines[] = [
  {
    platform: 'https://shopify.dev/docs/api/web-pixels-api/standard-events/checkout_completed',
    custom_data: {
      lineItems: [
        {
          ...{ id: '41239:ab', quantity: 2, title: 'Hat', discountAllocations: [], properties: [] },
          ...{ sellingPlanAllocation: null, finalLinePrice: { amount: 50, currencyCode: 'USD' } },
          variant: {
            ...{
              id: '41239',
              sku: 'HAT-1',
              title: 'Red',
              untranslatedTitle: 'Red',
              image: { src: 'https://a.example' },
            },
            ...{ price: { amount: 25, currencyCode: 'USD' }, product: SHOPIFY_PRODUCT },
          },
        },
      ],
    },
    contents: [
      { id: '7011', item_name: 'Hat', item_price: '25', quantity: 2, item_brand: 'Acme', item_category: 'Hats' },
    ],
  },
  {
    platform: 'https://shopify.dev/docs/api/storefront/latest/objects/CartLine',
    custom_data: {
      lines: [
        {
          ...{ id: 'gid://shopify/CartLine/0a1b?cart=Z2', quantity: 1, attributes: [] },
          cost: { totalAmount: { amount: '25.0', currencyCode: 'USD' } },
          merchandise: {
            ...{
              id: 'gid://shopify/ProductVariant/41239',
              title: 'Red',
              price: { amount: '25.0', currencyCode: 'USD' },
            },
            product: { id: 'gid://shopify/Product/7011', title: 'Hat' },
          },
        },
      ],
    },
    contents: [{ id: '7011', item_name: 'Hat', item_price: '25.0', quantity: 1 }],
  },
  {
    platform: 'https://shopify.dev/docs/api/admin-graphql/latest/objects/LineItem',
    custom_data: {
      lineItems: {
        edges: [
          {
            node: {
              ...{
                id: 'gid://shopify/LineItem/1',
                quantity: 2,
                title: 'Hat',
                product: { id: 'gid://shopify/Product/7011' },
              },
              variant: { id: 'gid://shopify/ProductVariant/41239' },
              originalUnitPriceSet: {
                shopMoney: { amount: '25.0', currencyCode: 'USD' },
                presentmentMoney: { amount: '23.0', currencyCode: 'EUR' },
              },
            },
          },
        ],
      },
    },
    contents: [{ id: '7011', item_name: 'Hat', item_price: '25.0', quantity: 2 }],
  },
  {
    platform: 'https://shopify.dev/docs/api/ajax/reference/cart',
    custom_data: {
      items: [
        {
          ...{
            id: 39897499729985,
            product_id: 7011,
            variant_id: 39897499729985,
            quantity: 2,
            key: '398:a1',
            sku: 'HAT',
          },
          ...{ title: 'Hat - Red', price: 2599, original_price: 2599, discounted_price: 2599, line_price: 5198 },
          ...{ final_price: 2599, final_line_price: 5198, product_title: 'Hat', vendor: 'Acme', gift_card: false },
        },
      ],
    },
    contents: [{ id: '7011', item_name: 'Hat - Red', item_price: '25.99', quantity: 2, item_brand: 'Acme' }],
  },
  {
    platform: 'https://github.com/woocommerce/woocommerce (Store API, cart items)',
    custom_data: {
      items: [
        {
          ...{ key: 'a5771bce93e2', id: 38, quantity: 1, name: 'Beanie', short_description: '', sku: 'woo-beanie' },
          ...{ images: [], variation: [], sold_individually: false, permalink: 'https://a.example/beanie' },
          prices: { price: '2000', regular_price: '2500', currency_code: 'USD', currency_minor_unit: 2 },
          totals: { line_total: '2000', currency_code: 'USD', currency_minor_unit: 2 },
        },
      ],
    },
    contents: [{ id: '38', item_name: 'Beanie', item_price: '20', quantity: 1 }],
  },
  {
    platform: 'https://gtm4wp.com/ (GA4)',
    custom_data: {
      items: [
        {
          ...{ item_id: 15, item_name: 'Album', sku: 'woo-album', price: 18, quantity: 1, id: 15, stocklevel: null },
          ...{ item_category: 'Music', stockstatus: 'instock', google_business_vertical: 'retail' },
        },
      ],
    },
    contents: [{ id: '15', item_name: 'Album', item_price: '18', quantity: 1, item_category: 'Music' }],
  },
  {
    platform: 'https://developer.bigcommerce.com/docs/rest-storefront/carts',
    custom_data: {
      lineItems: {
        physicalItems: [
          {
            ...{ id: '4b2c-11', parentId: null, productId: 97, variantId: 98, sku: 'X', name: 'Yoke', quantity: 2 },
            ...{ listPrice: 25, salePrice: 20, extendedSalePrice: 40, discounts: [], brand: 'Bow', isTaxable: true },
          },
        ],
        digitalItems: [],
        giftCertificates: [{ id: 'g1', name: 'Gift', amount: 100 }],
        customItems: [],
      },
    },
    contents: [{ id: '97', item_name: 'Yoke', item_price: '20', quantity: 2, item_brand: 'Bow' }],
  },
  {
    platform: 'https://developer.adobe.com/commerce/webapi/rest/ (a configured product)',
    custom_data: {
      items: [
        {
          item_id: 3,
          product_id: 2046,
          sku: 'WS12',
          name: 'Tee',
          price: 22,
          qty_ordered: 1,
          product_type: 'configurable',
        },
        { item_id: 4, parent_item_id: 3, product_id: 1404, sku: 'WS12', name: 'Tee-M', price: 0, qty_ordered: 1 },
      ],
    },
    contents: [{ id: '2046', item_name: 'Tee', item_price: '22', quantity: 1 }],
  },
  {
    platform: 'https://developer.adobe.com/commerce/webapi/graphql/ (CartItemInterface, OrderItemInterface)',
    custom_data: {
      items: [
        {
          ...{ uid: 'NDgw', quantity: 1, product: { uid: 'MTQwNA==', sku: 'WS12', name: 'Tee' } },
          prices: { price: { value: 22, currency: 'USD' } },
        },
        {
          ...{ id: 'MTE=', product_name: 'Bag', product_sku: '24-MB01', quantity_ordered: 2 },
          product_sale_price: { value: 34, currency: 'USD' },
        },
      ],
    },
    contents: [
      { id: 'WS12', item_name: 'Tee', item_price: '22', quantity: 1 },
      { id: '24-MB01', item_name: 'Bag', item_price: '34', quantity: 2 },
    ],
  },
  {
    platform: 'https://devdocs.prestashop-project.org/8/ (Cart::getProducts, OrderDetail)',
    custom_data: {
      products: [
        {
          id_product: 2,
          id_product_attribute: 10,
          name: 'Mug',
          quantity: 1,
          price_wt: 14.28,
          price: 11.9,
          reference: 'd',
        },
        {
          ...{ id_order_detail: 12, id_order: 5, product_id: 6, product_attribute_id: 0, product_name: 'Pen' },
          ...{ product_quantity: 3, product_price: '2.000000', product_reference: 'demo_6' },
        },
      ],
    },
    contents: [
      { id: '2', item_name: 'Mug', item_price: '11.9', quantity: 1 },
      { id: '6', item_name: 'Pen', item_price: '2.000000', quantity: 3 },
    ],
  },
  {
    platform: 'https://github.com/opencart/opencart (order products)',
    custom_data: {
      products: [
        {
          ...{ order_product_id: 77, order_id: 5, product_id: 40, name: 'Phone', model: 'p 11', quantity: 1 },
          ...{ price: '101.0000', total: '101.0000', tax: '0.0000', reward: 0 },
        },
      ],
    },
    contents: [{ id: '40', item_name: 'Phone', item_price: '101.0000', quantity: 1 }],
  },
  {
    platform: 'https://developers.squarespace.com/commerce-apis/retrieve-specific-order',
    custom_data: {
      lineItems: [
        {
          ...{ id: '5695', variantId: 'v-1', sku: 'SQ1', productId: '58b0', productName: 'Tea', quantity: 1 },
          ...{
            unitPricePaid: { currency: 'USD', value: '5.00' },
            variantOptions: [],
            lineItemType: 'PHYSICAL_PRODUCT',
          },
        },
      ],
    },
    contents: [{ id: '58b0', item_name: 'Tea', item_price: '5.00', quantity: 1 }],
  },
  {
    platform: 'https://dev.wix.com/docs/rest/business-solutions/e-commerce/orders',
    custom_data: {
      lineItems: [
        {
          ...{
            id: '0001',
            quantity: 1,
            price: { amount: '85', formattedAmount: '$85.00' },
            itemType: { preset: 'PHYSICAL' },
          },
          ...{ productName: { original: 'Lamp', translated: 'Lampe' }, physicalProperties: { sku: 'S1' } },
          catalogReference: { catalogItemId: 'df19', appId: '215', options: { variantId: 'v1' } },
        },
      ],
    },
    contents: [{ id: 'df19', item_name: 'Lamp', item_price: '85.00', quantity: 1 }],
  },
  {
    platform: 'https://docs.stripe.com/api/checkout/sessions/line_items',
    custom_data: {
      line_items: {
        data: [
          {
            ...{ id: 'li_1', description: 'Tee', quantity: 2 },
            price: { id: 'price_1', unit_amount: 1099, product: 'prod_1', currency: 'usd' },
          },
        ],
      },
    },
    contents: [{ id: 'prod_1', item_price: '10.99', quantity: 2 }],
  },
];
