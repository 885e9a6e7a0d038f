/**
 * Names of other vocabularies in `custom_data` → Pinterest's: the Pinterest Tag (TAG), Google Analytics 4 (GA4), Segment's
 * e-commerce specification (SEG). The first name of a row that has a value wins.
 */
import { isAbsent, isRawObject, listOf, type RawObject } from './raw';

type Aliases = { readonly [pinterest: string]: readonly string[] };

export const CUSTOM_DATA_ALIASES: Aliases = {
  /** SEG; `total` includes tax and shipping, so it stands last. */
  value: ['revenue', 'total'],
  /** GA4. */
  order_id: ['transaction_id'],
  /** TAG. */
  num_items: ['order_quantity'],
  /** TAG, GA4, SEG. */
  search_string: ['search_query', 'search_term', 'query'],
  /** TAG, SEG. */
  content_ids: ['product_ids', 'product_id'],
  content_name: ['product_name'],
  content_category: ['product_category'],
  content_brand: ['product_brand'],
  /** GA4, TAG, SEG. */
  contents: ['items', 'line_items', 'products'],
};

export const CONTENT_ALIASES: Aliases = {
  id: ['item_id', 'product_id', 'sku'],
  item_name: ['product_name', 'name'],
  item_price: ['product_price', 'price'],
  quantity: ['product_quantity'],
  item_category: ['product_category', 'category'],
  item_brand: ['product_brand', 'brand'],
};

const renamed = (aliases: Aliases) => {
  const names = new Set(Object.values(aliases).flat());
  return (raw: RawObject): RawObject => {
    if (!Object.keys(raw).some((key) => names.has(key))) return raw;
    const result: Record<string, unknown> = Object.fromEntries(Object.entries(raw).filter(([key]) => !names.has(key)));
    for (const [name, others] of Object.entries(aliases)) {
      const given = [name, ...others].find((key) => Object.hasOwn(raw, key) && !isAbsent(raw[key]));
      if (given !== undefined) result[name] = raw[given];
    }
    return result;
  };
};

const dataInPinterestNames = renamed(CUSTOM_DATA_ALIASES);
const contentInPinterestNames = renamed(CONTENT_ALIASES);

/** `custom_data`, and each item of its `contents`, in Pinterest's names. */
export function inPinterestNames(raw: RawObject): RawObject {
  const data = dataInPinterestNames(raw);
  const items = isAbsent(data.contents) ? [] : listOf(data.contents);
  const contents = items.map((item) => (isRawObject(item) ? contentInPinterestNames(item) : item));
  return contents.some((item, index) => item !== items[index]) ? { ...data, contents } : data;
}
