/**
 * Lines of orders and items of other vocabularies → Pinterest's `contents`. A line has an id of its own; what counts is the
 * product's, as the shop's catalogue at Pinterest has it.
 */

import { CONTENT } from '../../contract/pinterest-event';
import { hasAnyOf, isAbsent, type RawObject } from '../../contract/raw';
import { describesProduct, flatLine } from './line-product';
import { isGlobalId, numberOfGlobalId } from './product-id';

export type Aliases = { readonly [pinterest: string]: readonly string[] };

/**
 * Other names of an item's fields, the best first. WooCommerce's `variation_id` goes first, because Pinterest's extension
 * puts variations into the catalogue (woocommerce/pinterest-for-woocommerce); elsewhere the product's id does.
 */
export const CONTENT_ALIASES: Aliases = {
  id: [
    ...['variation_id', 'product_id', 'productId', 'referencedId', 'content_id', 'variant_id', 'variantId', 'sku'],
    'item_id',
  ],
  item_name: ['product_name', 'content_name', 'name', 'title', 'label'],
  item_price: ['product_price', 'price', 'base_price', 'unit_price', 'unitPrice'],
  quantity: ['product_quantity', 'qty_ordered', 'qty'],
  item_category: ['product_category', 'category'],
  item_brand: ['product_brand', 'brand', 'vendor'],
};

const OTHER_NAMES: ReadonlySet<string> = new Set(Object.values(CONTENT_ALIASES).flat());

/** Names that an item has, and a list of items has not. */
export const ITEM_FIELDS: ReadonlySet<string> = new Set([
  ...OTHER_NAMES,
  ...Object.keys(CONTENT),
  ...['product', 'variant', 'merchandise', 'catalogReference', 'node'],
]);

const isGiven = (raw: RawObject, key: string): boolean => Object.hasOwn(raw, key) && !isAbsent(raw[key]);

/** WooCommerce and BigCommerce write 0 for no product; Shopify's global ids tell whose they are. */
const isNoId = (value: unknown): boolean =>
  value === 0 || value === '0' || (isGlobalId(value) && numberOfGlobalId(value) === undefined);

const firstGiven = (raw: RawObject, names: readonly string[]): string | undefined =>
  names.find((key) => isGiven(raw, key) && !(/id$/i.test(key) && isNoId(raw[key])));

/** The id of a product as its catalogue has it. */
export const productId = (id: unknown): unknown => (isGlobalId(id) ? (numberOfGlobalId(id) ?? id) : id);

function renamed(
  raw: RawObject,
  kept: (key: string) => boolean,
  names: (field: string) => readonly string[],
): RawObject {
  const result: Record<string, unknown> = Object.fromEntries(
    Object.entries(raw).filter(([key]) => !OTHER_NAMES.has(key) && kept(key)),
  );
  for (const field of Object.keys(CONTENT_ALIASES)) {
    const given = firstGiven(raw, names(field));
    if (given !== undefined) result[field] = field === 'id' ? productId(raw[given]) : raw[given];
  }
  return result;
}

/** An item of Pinterest's own `contents`: its `id` is the product's. */
export const asContent = (raw: RawObject): RawObject =>
  hasAnyOf(raw, OTHER_NAMES) || isGlobalId(raw.id)
    ? renamed(
        raw,
        () => true,
        (field) => [field, ...(CONTENT_ALIASES[field] ?? [])],
      )
    : raw;

const PRODUCT_KEYS = ['variation_id', 'product_id', 'productId', 'referencedId', 'variant_id', 'variantId'];

/** Only lines of a platform have these: Magento, OpenCart, Wix, WooCommerce's Store API, PrestaShop. */
const OF_A_PLATFORM = [
  ...['qty_ordered', 'quote_id', 'order_product_id', 'cart_id', 'lineItemType', 'short_description', 'id_order_detail'],
];

/**
 * Whether a platform printed its whole line: dozens of fields that are the shop's own business, and none of them a mistake. It has
 * an id of its own beside the product's, or an object of the product.
 */
const isOfPlatform = (raw: RawObject): boolean =>
  describesProduct(raw) ||
  OF_A_PLATFORM.some((key) => Object.hasOwn(raw, key)) ||
  (PRODUCT_KEYS.some((key) => Object.hasOwn(raw, key)) && (Object.hasOwn(raw, 'id') || Object.hasOwn(raw, 'item_id')));

/** Fields by which an item tells that this id is the product's, whatever stands beside it: GA4's, WooCommerce's Store API. */
const OWN_ID: readonly (readonly [field: string, id: string])[] = [
  ['item_name', 'item_id'],
  ['short_description', 'id'],
];

/**
 * An item of another list. Its `id` is the line's as soon as the line knows of a product, `item_id` is the line's in Magento.
 * Without any id the name stands for it, as Google Analytics 4 has it: one of both is required there.
 */
export function asLine(raw: RawObject): RawObject {
  const ofMagento = Object.hasOwn(raw, 'qty_ordered');
  const own = OWN_ID.filter(([field]) => Object.hasOwn(raw, field)).map(([, id]) => id);
  const ids = (CONTENT_ALIASES.id ?? []).filter((key) => key !== 'item_id' || !ofMagento);
  const knowsProduct = ofMagento || PRODUCT_KEYS.some((key) => Object.hasOwn(raw, key)) || describesProduct(raw);
  return renamed(
    flatLine(raw),
    isOfPlatform(raw) ? (key) => key !== 'id' && Object.hasOwn(CONTENT, key) : (key) => key !== 'id',
    (field) =>
      field === 'id'
        ? [...(knowsProduct ? [] : own), ...ids, ...(knowsProduct ? [] : ['id']), 'item_name']
        : [field, ...(CONTENT_ALIASES[field] ?? [])],
  );
}
