/** One event made wrong: fields dropped, renamed, doubled, retyped, replaced by junk, nested without end. */

import type { Random } from '../../sim/random';
import { CANARIES, EVENTS } from './events';

type Holder = Record<string, unknown>;

/** JSON that JavaScript cannot write; put in place of this text once the body is one. */
export const UNWRITABLE = ['1e999', '-1e999', '1e-999', '-0', '9007199254740993', '1.7976931348623157e308'] as const;
export const unwritable = (number: string): string => `<${number}>`;

const KEYS: readonly string[] = [
  ...[
    'event_id',
    'event_time',
    'user_data',
    'custom_data',
    'contents',
    'items',
    'em',
    'email',
    'st',
    'country',
    'value',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'length',
    'then',
    'toJSON',
    '',
    ' ',
    '\u0000',
    '\uD83D',
  ],
  ...['opt_out', 'consent', 'test_event_code', 'device_info', 'data', 'unknown_field', 'E-Mail'],
];

const DIGEST_OF_NOTHING = 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855';

const JUNK: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    1e15,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '\u0000',
    'undefined',
    'NaN',
    '9e9',
  ],
  ...['\uD83D', '\uFFFD', '\uFFFE\uFFFF', '\u202E', '0x10', '1e5', '-1', DIGEST_OF_NOTHING, 'a'.repeat(40), '<script>'],
  ...[[], [[]], {}, [null], [[['x']]], { length: 1e9 }, { toString: 1 }, { valueOf: null, toJSON: 'x' }, '00000000'],
];

export function mutated(random: Random): Holder {
  const event = structuredClone(EVENTS[random.below(EVENTS.length)]) as Holder;
  const times = random.chance(0.4) ? random.below(2) : 1 + random.below(6);
  for (let time = 0; time < times; time++) mutate(event, random);
  return event;
}

/** Also for keys such as `__proto__`, which an assignment would take for something else. A list gets one item more. */
function put(holder: Holder, key: string, value: unknown): void {
  const place = Array.isArray(holder) && !Object.hasOwn(holder, key) ? String(holder.length) : key;
  if (Array.isArray(holder) && place === 'length') return;
  Object.defineProperty(holder, place, { value, enumerable: true, configurable: true, writable: true });
}

function mutate(event: Holder, random: Random): void {
  const holder = anyHolder(event, random);
  const keys = Object.keys(holder);
  const key = keys[random.below(keys.length)] ?? 'first';
  const value = holder[key];
  random.pick([
    () => delete holder[key],
    () => {
      delete holder[key];
      put(holder, anyKey(random), value);
    },
    () => put(holder, anyKey(random), value),
    () => put(holder, key, retyped(value, random)),
    () => put(holder, key, anyValue(random)),
    () => put(holder, key, anyValue(random)),
    () => put(holder, anyKey(random), anyValue(random)),
    () =>
      put(
        holder,
        key,
        Array.from({ length: random.below(150) }, () => anyValue(random)),
      ),
  ])();
}

/** The event, or any object or list in it. */
function anyHolder(event: Holder, random: Random): Holder {
  let holder = event;
  for (;;) {
    const inner = Object.values(holder).filter((value): value is Holder => typeof value === 'object' && value !== null);
    const next = inner[random.below(inner.length + 1)];
    if (next === undefined) return holder;
    holder = next;
  }
}

const anyKey = (random: Random): string =>
  random.chance(0.1) ? (CANARIES[random.below(CANARIES.length)] ?? '') : (KEYS[random.below(KEYS.length)] ?? '');

function anyValue(random: Random): unknown {
  const kind = random();
  if (kind < 0.55) return structuredClone(JUNK[random.below(JUNK.length)]);
  if (kind < 0.75) return CANARIES[random.below(CANARIES.length)];
  if (kind < 0.85) return unwritable(random.pick(UNWRITABLE));
  if (kind < 0.9) return nested(1 + random.below(40), random);
  if (kind < 0.95)
    return random.pick(['a', 'é', '<a', ' x', '1.', '@', 'a\u0301\u0327', '0', '"\\']).repeat(random.below(1_500));
  return String.fromCharCode(...Array.from({ length: random.below(30) }, () => random.below(65_536)));
}

function nested(depth: number, random: Random): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level++) value = random.chance(0.5) ? [value] : { em: value };
  return value;
}

const retyped = (value: unknown, random: Random): unknown =>
  random.pick<unknown>([
    [value],
    { value },
    [value, value],
    JSON.stringify(value),
    Number.parseFloat(JSON.stringify(value)),
    value === true,
    [[value]],
  ]);
