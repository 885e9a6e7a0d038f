/** Items → as few packs as limits of count and bytes allow, in order: SQS batches and POST bodies alike. */

export interface PackLimits {
  readonly items: number;
  readonly bytes: number;
}

/** Limits of SendMessageBatch; the bytes are those of all bodies and attributes together. */
export const SEND_MESSAGE_BATCH: PackLimits = { items: 10, bytes: 1_048_576 };

export function packed<T>(items: readonly T[], bytesOf: (item: T) => number, limits: PackLimits): T[][] {
  const packs: T[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = bytesOf(item);
    const pack = packs.at(-1);
    if (pack === undefined || pack.length === limits.items || bytes + size > limits.bytes) {
      packs.push([item]);
      bytes = size;
    } else {
      pack.push(item);
      bytes += size;
    }
  }
  return packs;
}
