/**
 * A line of an order that describes its product in an object of its own, or under its platform's names → one flat line in
 * names that `order-lines.ts` knows. Sources: the platforms' order and cart interfaces, see docs/events.md.
 */
import { hasAnyOf, isAbsent, isRawObject, type RawObject } from '../../contract/raw';

/** Where each is found, the best first. */
const PLACES: { readonly [name: string]: readonly string[] } = {
  product_id: [
    // PrestaShop; Shopify, Saleor; Wix; Lightspeed; Stripe.
    ...['id_product', 'product.id', 'product.product_id', 'product.productId', 'merchandise.product.id'],
    ...['variant.product.id', 'variant.product_id', 'catalogReference.catalogItemId', 'product.resource.id'],
    'price.product',
  ],
  variant_id: ['variant.id', 'merchandise.id'],
  // Magento's GraphQL, Saleor, Wix.
  sku: ['product_sku', 'productSku', 'product.sku', 'variant.sku', 'merchandise.sku', 'physicalProperties.sku'],
  product_name: [
    ...['productName.original', 'productName', 'productTitle', 'product.title', 'product.name'],
    ...['variant.product.title', 'variant.product.name', 'merchandise.product.title'],
  ],
  product_brand: ['product.vendor', 'product.brand', 'variant.product.vendor', 'merchandise.product.vendor'],
  product_category: ['product.category', 'product.type', 'variant.product.type'],
  // Magento's and PrestaShop's pages, beside a price in HTML or with a mark; Shopware.
  item_price: ['product_price_value', 'price_amount', 'price.unitPrice'],
  price: [
    // Squarespace; BigCommerce's carts; Magento's GraphQL; Shopify; WooCommerce's Store API.
    ...['unitPricePaid.value', 'sale_price', 'salePrice', 'product_sale_price.value'],
    ...['originalUnitPriceSet', 'variant.price', 'merchandise.price', 'product.price', 'prices.price.value', 'prices'],
  ],
  quantity: ['quantityOrdered', 'quantity_ordered', 'cart_quantity'],
};

const firstKey = (path: string): string => path.split('.', 1)[0] ?? path;

/** `price` is a field of every line; that of Stripe has the product's id within. */
const KEYS: ReadonlySet<string> = new Set(
  Object.values(PLACES)
    .flat()
    .map(firstKey)
    .filter((key) => key !== 'price'),
);

/** A line with one of these knows of a product, so its own `id` is not the product's. */
const OF_A_PRODUCT = ['id_product', 'merchandise', 'catalogReference', 'product_sku', 'productSku'];

export const describesProduct = (raw: RawObject): boolean =>
  OF_A_PRODUCT.some((key) => Object.hasOwn(raw, key)) ||
  typeof raw.product === 'object' ||
  isRawObject(raw.variant) ||
  (isRawObject(raw.price) && typeof raw.price.product === 'string');

/**
 * Fields that only lines with prices in hundredths have: Shopify's cart.js and VTEX. All of their amounts are whole numbers.
 * Source: https://shopify.dev/docs/api/ajax/reference/cart, https://developers.vtex.com/docs/api-reference/orders-api
 */
const IN_HUNDREDTHS: readonly (readonly string[])[] = [
  ['line_price'],
  ['final_line_price'],
  ['sellingPrice', 'uniqueId'],
];

const isInHundredths = (raw: RawObject): boolean =>
  Number.isInteger(raw.price) &&
  IN_HUNDREDTHS.some(([amount = '', ...others]) => Number.isInteger(raw[amount]) && others.every((key) => key in raw));

/** The line itself when it is flat already. */
export function flatLine(given: RawObject): RawObject {
  const raw = isInHundredths(given) ? { ...given, price: { amount: given.price, currency_minor_unit: 2 } } : given;
  if (!hasAnyOf(raw, KEYS) && !isRawObject(raw.price)) return raw;
  const flat: Record<string, unknown> = Object.fromEntries(Object.entries(raw).filter(([key]) => !KEYS.has(key)));
  for (const [name, paths] of Object.entries(PLACES)) {
    if (!isAbsent(flat[name])) continue;
    const found = paths.map((path) => at(raw, path)).find((value) => !isAbsent(value));
    if (found !== undefined) flat[name] = found;
  }
  return flat;
}

const at = (raw: RawObject, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isRawObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), raw);
