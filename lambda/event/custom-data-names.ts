/**
 * Names of other vocabularies in `custom_data` → Pinterest's: the Pinterest Tag (TAG), Google Analytics 4 (GA4), Segment's
 * e-commerce specification (SEG), Snap, TikTok, and shop platforms. The first name of a row that has a value wins.
 */
import { unwrapped } from '../../contract/json-text';
import { OTHER_ORDER_ID_NAMES } from '../../contract/order-id';
import { hasAnyOf, isAbsent, isNothing, isRawObject, listOf, type RawObject } from '../../contract/raw';
import { itemsIn } from './item-list';
import { type Aliases, asContent, asLine, ITEM_FIELDS, productId } from './order-lines';
import { isGlobalId } from './product-id';

export const CUSTOM_DATA_ALIASES: Aliases = {
  /** SEG; `total` includes tax and shipping, so it stands last, as Shopify's and Magento's do. */
  value: ['revenue', 'total', 'total_price', 'totalPrice', 'grand_total'],
  /** Shopify. */
  currency: ['currency_code', 'currencyCode'],
  order_id: OTHER_ORDER_ID_NAMES,
  /** TAG, Snap. */
  num_items: ['order_quantity', 'number_items'],
  /** TAG, GA4, SEG. */
  search_string: ['search_query', 'search_term', 'query'],
  /** TAG, SEG, TikTok, Snap. */
  content_ids: ['product_ids', 'product_id', 'item_ids', 'content_id', 'sku'],
  content_name: ['product_name'],
  content_category: ['product_category', 'category', 'item_category'],
  content_brand: ['product_brand', 'brand'],
  /** GA4, TAG and Shopify and WooCommerce, SEG, Shopware, Shopify's carts. */
  contents: ['items', 'line_items', 'products', 'lineItems', 'lines', 'order_items'],
};

const OTHER_NAMES: ReadonlySet<string> = new Set(Object.values(CUSTOM_DATA_ALIASES).flat());

const nameGiven = (raw: RawObject, field: string): string | undefined =>
  [field, ...(CUSTOM_DATA_ALIASES[field] ?? [])].find((key) => Object.hasOwn(raw, key) && !isNothing(raw[key]));

function dataInPinterestNames(raw: RawObject): RawObject {
  if (!hasAnyOf(raw, OTHER_NAMES)) return raw;
  const result: Record<string, unknown> = Object.fromEntries(
    Object.entries(raw).filter(([key]) => !OTHER_NAMES.has(key)),
  );
  for (const field of Object.keys(CUSTOM_DATA_ALIASES)) {
    const given = nameGiven(raw, field);
    if (given !== undefined) result[field] = raw[given];
  }
  // Snap's `price` is that of the order; beside a quantity or a product it is that of one piece.
  if (result.value === undefined && raw.item_ids !== undefined && !isAbsent(raw.price)) result.value = raw.price;
  return result;
}

/** `content_ids` as a list of objects: their ids. */
const idOf = (item: unknown): unknown => (isRawObject(item) ? (asLine(item).id ?? item) : productId(item));

/** `custom_data`, and each item of its `contents`, in Pinterest's names. */
export function inPinterestNames(raw: RawObject): RawObject {
  const data = dataInPinterestNames(raw);
  const changes: Record<string, unknown> = {};
  if (!isNothing(data.contents)) {
    const rename = nameGiven(raw, 'contents') === 'contents' ? asContent : asLine;
    const items = itemsIn(unwrapped(data.contents), ITEM_FIELDS);
    const contents = items.map((item) => (isRawObject(item) ? rename(item) : item));
    if (items !== data.contents || contents.some((item, index) => item !== items[index])) changes.contents = contents;
  }
  if (!isNothing(data.content_ids)) {
    const given = unwrapped(data.content_ids);
    const ids = listOf(given);
    if (given !== data.content_ids || ids.some((id) => isRawObject(id) || isGlobalId(id)))
      changes.content_ids = ids.map(idOf);
  }
  return Object.keys(changes).length > 0 ? { ...data, ...changes } : data;
}
