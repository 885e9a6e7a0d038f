/** The switches that make an event a test. A test must never count as a conversion, and no live event pass for a test. */
import { isAbsent, type RawObject } from '../../contract/raw';
import { yesOrNo } from './words';

/** Many guides teach this field of another vendor; Pinterest has none such and would count the event as real. */
export const TEST_EVENT_CODE = '"test_event_code" is no field of Pinterest\'s; sent as a test, as with ?test=true';

/** Most keys are told apart by their last letter. */
export const isTestSwitch = (key: string): boolean =>
  (key.endsWith('t') || key.endsWith('T')) && /^(?:is_?)?test$/i.test(key);

export type TestSwitch = boolean | { readonly unreadable: string };

/** What `test` and `is_test` of an event or of a body say; absent is live. */
export function testSwitchOf(raw: RawObject): TestSwitch {
  const keys = Object.keys(raw).filter((key) => isTestSwitch(key) && !isAbsent(raw[key]));
  if (keys.length === 0) return false;
  return switchOf(keys, (key) => [raw[key]]);
}

/**
 * The same of a query. API Gateway joins a repeated parameter with commas; one yes is enough. A parameter without a value
 * is a yes (`?test`), an empty value (`?test=`) a no: templates print it for a variable that is not set.
 */
export function testSwitchOfQuery(query: { readonly [key: string]: string | undefined }, rawQuery: string): TestSwitch {
  const isBare = (key: string) => rawQuery.split('&').includes(key);
  return switchOf(Object.keys(query).filter(isTestSwitch), (key) =>
    query[key] === '' ? [isBare(key)] : (query[key] ?? '').split(','),
  );
}

function switchOf(keys: readonly string[], valuesOf: (key: string) => readonly unknown[]): TestSwitch {
  const read = keys.flatMap((key) => valuesOf(key).map((value) => ({ key, says: yesOrNo(value) })));
  if (read.some(({ says }) => says === true)) return true;
  const unreadable = read.find(({ says }) => says === undefined);
  return unreadable === undefined ? false : { unreadable: unreadable.key };
}
