/**
 * Phone numbers → the digits of E.164: country code, area code, number, no leading zeros (Pinterest's rule for `ph`).
 * A number without a country code is read in the country of the event, or else in the pipeline's default country.
 */
import type { Normalised, Unusable } from './normalised';
import { exists, international, type Plan, planOfCountry } from './phone-plans';
import { SPREADSHEET_NUMBER, type Written, written } from './phone-text';

const PLUS_AND_DIGITS = /^\+[1-9]\d{6,14}$/;

/** Long enough to have begun with a country code; a shorter one could be a local number of anywhere. */
const WITH_COUNTRY_CODE = /^[1-9]\d{10,14}$/;

/** As short as a number with its country code is that a national one could be taken for. */
const CAN_BE_FOREIGN = /^[1-9]\d{5,14}$/;

/** Countries that write mobiles bare and as long as others write theirs with a country code. */
export const BARE_MOBILES = ['CN', 'BR'] as const;

/** They have a trunk prefix that nobody writes: (24) 3607-0022 is a whole number in Brazil. So has all of North America. */
const WRITE_NO_TRUNK: ReadonlySet<string> = new Set(['BR', 'CO', 'UY']);

const isWrittenWithoutTrunk = (digits: string, plan: Plan, country: string): boolean =>
  !plan.hasTrunk ||
  plan.isMobile(digits) ||
  ((plan.callingCode === '1' || WRITE_NO_TRUNK.has(country)) && plan.exists(digits));

const NO_COUNTRY: Unusable = {
  because:
    'a value that is not a phone number with its country code, and no country is known ' +
    '(write + and the country code in front, or send user_data.country)',
};
const NOWHERE: Unusable = {
  because: 'a value that is not a phone number that can exist: no country has given it out',
};
const notIn = (country: string): Unusable => ({
  because: `a value that is not a phone number that can exist in ${country} (write + in front of another country's code)`,
});
const ambiguous = (country: string): Unusable => ({
  because:
    `a phone number that could be one of ${country} as well as one with another country's code ` +
    "(write + and the country code in front, or send the number's own country in user_data.country)",
});

export function phone(text: string, country: string | undefined): Normalised {
  const bare = text.replace(/[\s().-]/g, '');
  if (PLUS_AND_DIGITS.test(bare) && !SPREADSHEET_NUMBER.test(text)) return international(bare.slice(1)) ?? NOWHERE;
  const number = written(text);
  if (number === undefined || 'because' in number) return number;
  // "+00 49 …" is an exit code and its sign, both.
  if (number.plus) return international(number.digits.replace(/^00/, '')) ?? NOWHERE;
  const plan = planOfCountry(country);
  return plan === undefined || country === undefined ? anywhere(number) : inCountry(number, plan, country);
}

/** Which reading wins where a text has two. */
function inCountry(number: Written, plan: Plan, country: string): Normalised {
  const { digits } = number;
  const { callingCode } = plan;
  // Pinterest's own form comes first, or numbers would get their country code twice.
  if (digits.startsWith(callingCode) && exists(callingCode, digits.slice(callingCode.length))) return digits;

  const trunkless = plan.withoutTrunk(digits);
  const called = trunkless !== undefined && exists(callingCode, trunkless) ? callingCode + trunkless : undefined;
  const abroad = afterExit(digits, plan);
  if (abroad !== undefined) return called === undefined ? abroad : ambiguous(country);
  const foreign = CAN_BE_FOREIGN.test(digits) ? international(digits) : undefined;
  if (called !== undefined) return foreign === undefined || plan.isDialled(digits) ? called : ambiguous(country);
  if (exists(callingCode, digits)) {
    return foreign === undefined || isWrittenWithoutTrunk(digits, plan, country)
      ? callingCode + digits
      : ambiguous(country);
  }
  if (foreign === undefined || !WITH_COUNTRY_CODE.test(digits)) return notIn(country);
  return foreign.startsWith(callingCode) ? foreign : (unlessBareMobile(number) ?? foreign);
}

function anywhere(number: Written): Normalised {
  const { digits } = number;
  if (digits.startsWith('00')) return international(digits.slice(2)) ?? NO_COUNTRY;
  const read = WITH_COUNTRY_CODE.test(digits) ? international(digits) : undefined;
  return read === undefined ? NO_COUNTRY : (unlessBareMobile(number) ?? read);
}

/** A number that was dialled with an exit code: the 00 of most of the world, or that of the country. */
function afterExit(digits: string, plan: Plan): string | undefined {
  const usual = digits.startsWith('00') ? international(digits.slice(2)) : undefined;
  return usual ?? (plan.exit.test(digits) ? international(digits.replace(plan.exit, '')) : undefined);
}

/** 136 1234 5678 is a mobile of China, and would be read as one of Texas. */
function unlessBareMobile({ digits, northAmerican }: Written): Unusable | undefined {
  if (northAmerican) return undefined;
  const country = BARE_MOBILES.find((code) => planOfCountry(code)?.isMobile(digits));
  return country === undefined ? undefined : ambiguous(country);
}
