/** Yes and no in the words that forms, banners and tag managers write. */
import { isAbsent, textOf } from '../../contract/raw';

const YES = new Set(['true', 't', '1', 'yes', 'y', 'on']);
const NO = new Set(['false', 'f', '0', 'no', 'n', 'off']);

/** True or false; undefined when it is surely neither, or absent. */
export function yesOrNo(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = isAbsent(value) ? '' : (textOf(value)?.toLowerCase() ?? '');
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}
