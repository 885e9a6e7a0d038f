/**
 * The items of an order, however their list is wrapped: GraphQL's `edges` and `nodes`, Stripe's `data`, lists by kind
 * (BigCommerce's `physicalItems`), objects by number or key (PHP, WooCommerce). What is no product of its own is not among them.
 */
import { hasAnyOf, isAbsent, isRawObject, listOf, type RawObject } from '../../contract/raw';

/** Beside the products. Source: https://developer.bigcommerce.com/docs/rest-storefront/carts */
const NO_PRODUCTS = new Set(['giftCertificates', 'gift_certificates']);

/** @param fields Names that only an item has. */
export function itemsIn(given: unknown, fields: ReadonlySet<string>): readonly unknown[] {
  const items = (isRawObject(given) && !hasAnyOf(given, fields) ? listWithin(given) : undefined) ?? listOf(given);
  const lines = items.some((item) => isRawObject(item) && isRawObject(item.node))
    ? items.map((item) => (isRawObject(item) && isRawObject(item.node) ? item.node : item))
    : items;
  if (!lines.some(isSpecial)) return lines;
  const ids = new Set(lines.flatMap(idsOf));
  return lines.filter((line) => !isPromotion(line) && !isPartOfAnother(line, ids));
}

function listWithin(given: RawObject): readonly unknown[] | undefined {
  const list = [given.edges, given.nodes, given.data].find(Array.isArray);
  if (list !== undefined) return list;
  const entries = Object.entries(given).filter(([key]) => !NO_PRODUCTS.has(key));
  return entries.length > 0 && entries.every(([, value]) => typeof value === 'object' && value !== null)
    ? entries.flatMap(([, value]) => value)
    : undefined;
}

/** Parts of a bundle or a configured product, by the id of the line that they belong to: Magento, BigCommerce, Shopware. */
const PARENTS = ['parent_item_id', 'parent_order_product_id', 'parentId'];

const isSpecial = (line: unknown): boolean =>
  isRawObject(line) && (line.type !== undefined || PARENTS.some((key) => !isAbsent(line[key])));

const textsOf = (line: unknown, keys: readonly string[]): readonly string[] =>
  isRawObject(line) ? keys.filter((key) => !isAbsent(line[key])).map((key) => String(line[key])) : [];

const idsOf = (line: unknown): readonly string[] => textsOf(line, ['item_id', 'id']);

/** Magento lists a configured product twice: as ordered, and as the simple product that is sent. */
function isPartOfAnother(line: unknown, ids: ReadonlySet<string>): boolean {
  const own = idsOf(line);
  return textsOf(line, PARENTS).some((parent) => ids.has(parent) && !own.includes(parent));
}

/** Shopware lists promotions and credits among the products. */
const isPromotion = (line: unknown): boolean =>
  isRawObject(line) &&
  typeof line.type === 'string' &&
  (line.type === 'promotion' || (Object.hasOwn(line, 'referencedId') && line.type !== 'product'));
