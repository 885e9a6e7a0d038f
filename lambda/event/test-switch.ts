/** The switches that make an event a test. A test must never count as a conversion, and no live event pass for a test. */
import { isAbsent } from '../../contract/raw';
import { lettersAndDigits } from '../../contract/text';
import type { Said } from './said';
import { yesOrNo } from './words';

/** Many guides teach this field of another vendor; Pinterest has none such and would count the event as real. */
export const TEST_EVENT_CODE = '"test_event_code" is no field of Pinterest\'s; sent as a test, as with ?test=true';

/** True for a test, false for live, undefined when it cannot be told. */
type Reader = (value: unknown) => boolean | undefined;

const TEST_WORDS = new Set([
  'test',
  'testing',
  'testmode',
  'sandbox',
  'staging',
  'stage',
  'development',
  'dev',
  'dryrun',
]);
const LIVE_WORDS = new Set(['live', 'livemode', 'production', 'prod', 'real']);

const modeOf: Reader = (value) => {
  const word = typeof value === 'string' ? lettersAndDigits(value) : '';
  return TEST_WORDS.has(word) ? true : LIVE_WORDS.has(word) ? false : undefined;
};

const yesIsTest: Reader = (value) => yesOrNo(value) ?? modeOf(value);

const noIsTest: Reader = (value) => {
  const says = yesOrNo(value);
  return says === undefined ? modeOf(value) : !says;
};

/** What else an environment is called says nothing about tests. */
const namesTest: Reader = (value) => modeOf(value) ?? false;

/** A code of Meta's, TikTok's or Reddit's that shows the event among their tests. */
const isCode: Reader = (value) => yesOrNo(value) !== false;

const names = (read: Reader, list: string) => list.split(/\s+/).map((name) => [name, read] as const);

/** In letters and digits alone. Shopify's orders have `test`, Stripe's objects `livemode`, Apple's receipts `environment`. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ...names(yesIsTest, 'test istest testmode istestmode testevent istestevent testorder istestorder testtransaction'),
  ...names(yesIsTest, 'istesttransaction testpayment istestpayment testpurchase istestpurchase sandbox issandbox'),
  ...names(yesIsTest, 'sandboxmode dryrun isdryrun validateonly'),
  ...names(noIsTest, 'livemode islivemode islive production isproduction'),
  ...names(namesTest, 'mode environment env'),
  ...names(isCode, 'testeventcode testid'),
]);

export const TEST_NAMES: readonly string[] = [...READERS.keys()];

export type TestSwitch = boolean | { readonly unreadable: string };

/** What an event or a body says; nothing is live. One yes is enough. */
export function testSwitchOf(said: readonly Said[]): TestSwitch {
  return switchOf(said.filter(({ topic, value }) => topic === 'test' && !isAbsent(value)));
}

export const hasTestCode = (said: readonly Said[]): boolean =>
  said.some(({ name, value }) => name === 'testeventcode' && !isAbsent(value) && isCode(value) === true);

/**
 * The same of a query. API Gateway joins a repeated parameter with commas; one yes is enough. A parameter without a value
 * is a yes (`?test`), an empty value (`?test=`) a no: templates print it for a variable that is not set.
 */
export function testSwitchOfQuery(query: { readonly [key: string]: string | undefined }, rawQuery: string): TestSwitch {
  const isBare = (key: string) => rawQuery.split('&').includes(key);
  const said = Object.entries(query).flatMap(([key, value = '']) => {
    const name = lettersAndDigits(key);
    if (!READERS.has(name)) return [];
    const values = value === '' ? (isBare(key) ? [true] : []) : value.split(',');
    return values.map((one) => ({ name, key, value: one, isOwn: true }));
  });
  return switchOf(said);
}

function switchOf(said: readonly Omit<Said, 'topic'>[]): TestSwitch {
  let unreadable: string | undefined;
  for (const { name, key, value, isOwn } of said) {
    const says = READERS.get(name)?.(value);
    if (says === true) return true;
    // In objects of a shop's own, these names may mean something else; there a clear yes counts, and nothing else.
    if (says === undefined && isOwn) unreadable ??= key;
  }
  return unreadable === undefined ? false : { unreadable };
}
