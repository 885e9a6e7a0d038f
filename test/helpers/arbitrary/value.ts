/** The values that any field can come with, whatever it is for: blanks, junk, mixed case, keys that nobody knows. */
import fc from 'fast-check';
import { digest } from '../factories';

/** What templates print for a value that is not there. */
export const blank = fc.constantFrom(undefined, null, '', '  ', '\t\n', 'undefined', 'null', 'NaN', 'N/A', [], [null]);

/** What no field takes, and what is made to do harm. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    ...[true, {}, [[]], -1, 1e308, Number.NaN, '\uFFFD', '\uD83D', '\u0000', 'x'.repeat(3_000), 'constructor'],
  ),
  fc.constantFrom({ toString: 'x' }, { length: 1e9 }, 'a'.repeat(32), digest(''), [[['deep']]], '0x10', '1e5', '-5'),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A field as it comes: mostly one right value, sometimes a list, a blank or junk. */
export const given = (right: fc.Arbitrary<unknown>, weightOfJunk = 1): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 1, arbitrary: blank },
    { weight: weightOfJunk, arbitrary: junk },
  );

/** Once in `times`; undefined else. */
export const rarely = <T>(times: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** In any case, with or without blanks around. */
export const mixedCase = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.nat(4))
    .map(
      ([value, form]) => [value, value.toLowerCase(), value.toUpperCase(), ` ${value}`, `${value}\t `][form] ?? value,
    );

/** Keys that Pinterest does not know, dangerous ones among them. */
export const unknownKeys = fc.dictionary(
  fc.oneof(
    fc.constantFrom('foo', 'constructor', 'toString', 'zoe@example.com', 'E-Mail', ''),
    fc.string({ maxLength: 9 }),
  ),
  junk,
  { maxKeys: 2, noNullPrototype: true },
);
