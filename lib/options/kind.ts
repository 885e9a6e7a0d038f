/**
 * Kinds of options: which values are allowed, defined once. The check of the props, its message, the range in the docs and
 * the schema of conversions.json are all derived from here.
 */
import type { Duration } from 'aws-cdk-lib';
import { isToken, shown } from '../private/rules';

/** A piece of JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A text, or one that depends on the value at fault. */
export type Text<V> = string | ((value: V) => string);

export interface Kind<V> {
  /** Messages that say what is wrong with a value. */
  faults(option: string, value: V, fix: Text<never>): readonly string[];
  /** How conversions.json writes it; absent for values that a file cannot hold. */
  readonly schema?: JsonSchema;
  /** As the docs say it after "Valid range:". */
  readonly range?: string;
}

const textOf = (text: Text<never>, value: unknown): string =>
  typeof text === 'string' ? text : (text as (value: unknown) => string)(value);

/** One value. `allowed` completes "<option> must be …". */
function single<V>(holds: (value: V) => boolean, allowed: string): Pick<Kind<V>, 'faults'> {
  return {
    faults: (option, value, fix) =>
      isToken(value) || holds(value)
        ? []
        : [`"${option}" must be ${allowed}, got ${shown(value)}; ${textOf(fix, value)}`],
  };
}

const grouped = (count: number): string => count.toLocaleString('en-US');

/** Larger counts are surely a mistake; no option is limited by it otherwise. */
const UNLIMITED = 1e9;

const isWithin = (minimum: number, maximum: number) => (value: number) =>
  typeof value === 'number' && value >= minimum && value <= maximum;

export const flag: Kind<boolean> = {
  ...single((on) => typeof on === 'boolean', 'true or false'),
  schema: { type: 'boolean' },
};

/** Whole numbers; unlimited without a `maximum`. */
export function whole(minimum: number, maximum = UNLIMITED, unit?: string): Kind<number> {
  const bounds = `${grouped(minimum)} to ${grouped(maximum)}`;
  const open = maximum === UNLIMITED;
  const allowed = open
    ? `a whole number of ${minimum} or more`
    : `a whole number ${unit ? `of ${unit} ` : ''}from ${bounds}`;
  return {
    ...single((value) => Number.isInteger(value) && isWithin(minimum, maximum)(value), allowed),
    schema: { type: 'integer', minimum, maximum },
    range: open ? `a whole number, ${minimum} or more` : bounds,
  };
}

export const between = (minimum: number, maximum: number, unit: string): Kind<number> => ({
  ...single(isWithin(minimum, maximum), `a number of ${unit} from ${minimum} to ${grouped(maximum)}`),
  schema: { type: 'number', minimum, maximum },
  range: `${minimum} to ${grouped(maximum)}`,
});

export const aboveZero = (maximum: number, what: string): Kind<number> => ({
  ...single((value) => value > 0 && isWithin(0, maximum)(value), `${what} of more than 0 and at most ${maximum}`),
  schema: { type: 'number', exclusiveMinimum: 0, maximum },
  range: `more than 0, at most ${maximum}`,
});

export interface TextLimits {
  readonly range?: string;
  readonly maxLength?: number;
}

export const text = (pattern: RegExp, allowed: string, { range, maxLength }: TextLimits = {}): Kind<string> => ({
  ...single(
    (value) => typeof value === 'string' && pattern.test(value) && value.length <= (maxLength ?? value.length),
    allowed,
  ),
  schema: { type: 'string', ...(maxLength && { maxLength }), pattern: pattern.source },
  ...(range && { range }),
});

/** A text that a pattern alone cannot check: `pattern` is what an editor can check. */
export const checkedText = (holds: (value: string) => boolean, pattern: RegExp, allowed: string): Kind<string> => ({
  ...single(holds, allowed),
  schema: { type: 'string', pattern: pattern.source },
});

export const oneOf = <V extends string | number>(values: readonly V[], allowed: string): Kind<V> => ({
  ...single((value) => values.includes(value), allowed),
  schema: { type: values.every((value) => typeof value === 'number') ? 'integer' : 'string', enum: values },
});

/** In conversions.json an ISO 8601 text. */
export interface DurationKind extends Kind<Duration> {
  readonly isDuration: true;
}

export interface DurationLimits {
  readonly from: Duration;
  readonly to: Duration;
  readonly step?: Duration;
  /** Appended to the limits: ", because …". */
  readonly because?: string;
}

const ISO_DURATION = /^P(?=[\dT])(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?$/;

export function duration({ from, to, step, because }: DurationLimits): DurationKind {
  const bounds = to.toMinutes() < 60 ? `${from.toMinutes()} to ${to.toMinutes()}` : `${human(from)} to ${human(to)}`;
  const wholeMinutes = step?.toMinutes() === 1;
  const steps = step && !wholeMinutes ? `, in steps of ${human(step)}` : '';
  const range = to.toMinutes() < 60 ? `${bounds} minutes` : `${bounds}${steps}`;
  const allowed = `${wholeMinutes ? 'a whole number of minutes' : 'a duration'} from ${bounds}${steps}`;
  return {
    ...single(
      (value) => isWithinLimits(value, from, to, step),
      because === undefined ? allowed : `${allowed}, because ${because}`,
    ),
    schema: { type: 'string', pattern: ISO_DURATION.source },
    range,
    isDuration: true,
  };
}

/** The CDK's own text would turn 24 hours into one day. */
function human(time: Duration): string {
  const [count, unit] =
    time.toMinutes() >= 2 * 1_440
      ? [time.toDays(), 'day']
      : time.toMinutes() >= 60
        ? [time.toHours(), 'hour']
        : [time.toMinutes(), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** Accepts a value that is known only at deployment; whether that is allowed is checked elsewhere. */
export function isWithinLimits(value: Duration, from: Duration, to: Duration, step?: Duration): boolean {
  if (typeof value?.toSeconds !== 'function') return false;
  if (value.isUnresolved()) return true;
  const seconds = value.toSeconds({ integral: false });
  return isWithin(from.toSeconds(), to.toSeconds())(seconds) && seconds % (step?.toSeconds() ?? 1e-9) < 1e-9;
}

export interface Items {
  readonly holds: (item: string) => boolean;
  /** Completes "<option> must contain …". */
  readonly allowed: string;
  readonly schema: JsonSchema;
  readonly maxItems?: number;
  readonly range?: string;
}

/** A list of texts, each of which must satisfy `holds` and occur only once. */
export const list = ({ holds, allowed, schema, maxItems, range }: Items): Kind<string[]> => ({
  faults: (option, values, fix) => {
    if (isToken(values)) return [];
    if (!Array.isArray(values)) return [`"${option}" must be a list, got ${shown(values)}; write ["…"]`];
    const twice = values.filter((item, index) => values.indexOf(item) < index);
    return [
      ...values
        .filter((item) => !isToken(item) && !(typeof item === 'string' && holds(item)))
        .map((item) => `"${option}" must contain ${allowed}, got ${shown(item)}; ${textOf(fix, String(item))}`),
      ...[...new Set(twice)].map((item) => `"${option}" contains ${shown(item)} twice; remove one`),
    ];
  },
  schema: { type: 'array', ...(maxItems && { maxItems }), uniqueItems: true, items: schema },
  ...(range && { range }),
});

/** An AWS resource, which a file cannot hold. */
export interface ResourceKind<V> extends Kind<V> {
  readonly isResource: true;
}

export const resource = <V>(holds: (value: V) => boolean, allowed: string, range?: string): ResourceKind<V> => ({
  ...single(holds, allowed),
  ...(range && { range }),
  isResource: true,
});

/** For callers without type checks: whether the value is an object with this member. */
export const has =
  (member: string) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && member in value;

/** A value with its own parts and rules. */
export const compound = <V>(faults: (value: V) => readonly string[], schema: JsonSchema): Kind<V> => ({
  faults: (_, value) => (isToken(value) ? [] : faults(value)),
  schema,
});
