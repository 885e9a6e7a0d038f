/**
 * The numbering plans of the world, as data: which numbers exist behind a calling code, and what is dialled before a
 * number at home. Google's libphonenumber keeps them; its code is not needed, and takes many times as long.
 * The layout of a row: https://gitlab.com/catamphetamine/libphonenumber-js/-/blob/master/METADATA.md
 */
import metadata from 'libphonenumber-js/metadata.max.json';
import { PLAN_FIELDS, type PlanRow } from './phone-plan-fields';

/**
 * The plans hold what is dialled today. Address books also hold what Mexico dialled until 2019: 01, 044 and 045 at home,
 * and a 1 between the country code and a mobile (https://en.wikipedia.org/wiki/Telephone_numbers_in_Mexico).
 */
const FORMER_TRUNKS: Readonly<Record<string, string>> = { MX: '0(?:1|44|45)|1' };

const PLANS = metadata.countries as unknown as Readonly<Record<string, PlanRow>>;
/** Calling codes of no country: satellites, toll-free numbers of the whole world. */
const OTHER_PLANS = metadata.nonGeographic as unknown as Readonly<Record<string, PlanRow>>;
const COUNTRIES_OF = metadata.country_calling_codes as Readonly<Record<string, readonly string[]>>;

export interface Plan {
  readonly callingCode: string;
  /** Matches what is dialled from here before a calling code. */
  readonly exit: RegExp;
  /** Without a trunk prefix, what people write is the whole number; with one, it was cut off. */
  readonly hasTrunk: boolean;
  /** The number without what is dialled before it within the country; undefined if nothing of that is there. */
  withoutTrunk(digits: string): string | undefined;
  /** Whether it begins with the trunk prefix of today: then it was meant for a call within the country. */
  isDialled(digits: string): boolean;
  isMobile(number: string): boolean;
  exists(number: string): boolean;
}

function planOf(row: PlanRow, country: string): Plan {
  const trunk = trunkOf(row, country);
  const prefix = row[PLAN_FIELDS.trunk] || undefined;
  const types = row[PLAN_FIELDS.types] || [];
  const [fixed = '', mobile = ''] = types.map((type) => (type ? type[0] : undefined));
  const general = whole(row[PLAN_FIELDS.general]);
  const ofAType = whole(types.flatMap((type) => (type && type[0] !== '' ? [type[0]] : [])).join('|'));
  // Where the two look alike, the pattern of mobiles is an empty one.
  const mobiles = whole(mobile === '' ? fixed : mobile);
  return {
    callingCode: row[PLAN_FIELDS.callingCode],
    exit: new RegExp(`^(?:${row[PLAN_FIELDS.exit] || '00'})(?=[1-9])`),
    hasTrunk: prefix !== undefined,
    isDialled: (digits) => prefix !== undefined && digits.startsWith(prefix),
    withoutTrunk: (digits) => trunk?.(digits),
    isMobile: (number) => mobiles.test(number),
    exists: (number) => general.test(number) && ofAType.test(number),
  };
}

function trunkOf(row: PlanRow, country: string): ((digits: string) => string | undefined) | undefined {
  const source = row[PLAN_FIELDS.trunkPattern] || row[PLAN_FIELDS.trunk] || FORMER_TRUNKS[country];
  if (!source) return undefined;
  const pattern = new RegExp(`^(?:${source})`);
  const rule = row[PLAN_FIELDS.trunkRule];
  return (digits) => {
    const match = pattern.exec(digits);
    if (match === null || match[0] === '') return undefined;
    // A group that took part is what the rule makes the number of; else all that matched is put before the number.
    return rule && match.length > 1 && match.at(-1) ? digits.replace(pattern, rule) : digits.slice(match[0].length);
  };
}

const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`);

/** Made when first needed: all together they would take longer than the rest of a cold start. */
const made = new Map<string, Plan>();
const madeOfCode = new Map<string, readonly Plan[]>();

/** Undefined for a place that has no numbers of its own, like Antarctica. */
export function planOfCountry(country: string | undefined): Plan | undefined {
  if (country === undefined || !Object.hasOwn(PLANS, country)) return undefined;
  return remembered(made, country, () => planOf(PLANS[country] as PlanRow, country));
}

/** The plans behind a calling code, that of its main country first. */
function plansOfCode(code: string): readonly Plan[] {
  return remembered(madeOfCode, code, () => {
    const countries = Object.hasOwn(COUNTRIES_OF, code) ? COUNTRIES_OF[code] : undefined;
    if (countries !== undefined) return countries.flatMap((country) => planOfCountry(country) ?? []);
    return Object.hasOwn(OTHER_PLANS, code) ? [planOf(OTHER_PLANS[code] as PlanRow, code)] : [];
  });
}

function remembered<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const present = values.get(key);
  if (present !== undefined) return present;
  const value = make();
  values.set(key, value);
  return value;
}

/** All digits the same are what a form is filled with that asks too much, even where somebody could have that number. */
const ONE_DIGIT = /^(\d)\1+$/;

/** Whether the number exists in any country of the calling code. */
export const exists = (code: string, number: string): boolean =>
  plansOfCode(code).some((plan) => plan.exists(number)) && !ONE_DIGIT.test(number);

/** The number that begins with a calling code, as E.164 has it; the trunk prefix of "+44 (0)20 …" does not belong there. */
export function international(digits: string): string | undefined {
  for (let length = 1; length <= 3; length += 1) {
    const code = digits.slice(0, length);
    const [main] = plansOfCode(code);
    if (main === undefined) continue;
    const number = digits.slice(length);
    if (exists(code, number)) return digits;
    const shorter = main.withoutTrunk(number);
    return shorter !== undefined && exists(code, shorter) ? code + shorter : undefined;
  }
  return undefined;
}
