/** The names of an order's number, apart from the other tables: the client needs them alone. */
import { unwrapped } from './json-text';
import { isAbsent, isRawObject, textOf } from './raw';

/** GA4, Snap. */
export const OTHER_ORDER_ID_NAMES = ['transaction_id'];

/** The order's number in a `custom_data` that is not read yet. */
export function orderIdIn(customData: unknown): string | undefined {
  const raw = unwrapped(customData);
  if (!isRawObject(raw)) return undefined;
  const given = ['order_id', ...OTHER_ORDER_ID_NAMES].find((key) => Object.hasOwn(raw, key) && !isAbsent(raw[key]));
  return given === undefined ? undefined : textOf(raw[given]);
}
