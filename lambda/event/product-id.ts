/**
 * Shopify's global ids (`gid://shopify/Product/123`, in older versions as Base64) → the number at their end, by which Shopify's
 * pixels and product feeds know the same product. Source: https://shopify.dev/docs/api/usage/gids
 */

const GLOBAL_ID = /^gid:\/\/[\w-]+\/(\w+)\/(\d+)(?:[?/].*)?$/;
const OF_PRODUCTS = new Set(['Product', 'ProductVariant']);

/** `gid://` in Base64. */
const AS_BASE64 = 'Z2lkOi8v';

export const isGlobalId = (value: unknown): value is string =>
  typeof value === 'string' && (value.startsWith('gid://') || value.startsWith(AS_BASE64));

/** Undefined when the id is that of a line, a cart or anything else that is no product. */
export function numberOfGlobalId(id: string): string | undefined {
  const text = id.startsWith(AS_BASE64) ? Buffer.from(id, 'base64').toString() : id;
  const [, kind = '', number] = GLOBAL_ID.exec(text) ?? [];
  return OF_PRODUCTS.has(kind) ? number : undefined;
}
