/** Texts made to keep a pattern busy: a longer one takes longer in proportion, not by its square. */
import { email } from '../../../lambda/event/normalise/email';
import { growth } from '../../helpers/growth';

const MADE_FOR_EMAIL = [
  ['ats, then commas', (n: number) => '@'.repeat(n) + ','.repeat(n)],
  ['ats, then blanks, then bars', (n: number) => '@'.repeat(n) + ' '.repeat(n) + '|'.repeat(n)],
  ['blanks inside of an address', (n: number) => `a${' '.repeat(n)}b@x.example`],
  ['opening brackets', (n: number) => `${'<'.repeat(n)}a${'>'.repeat(n)}<`],
] as const;

test.each(MADE_FOR_EMAIL)('an e-mail address of %s', (_, make) => {
  expect(growth((n) => email(make(n)))).toBeLessThan(30);
});
