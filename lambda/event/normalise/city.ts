/** Cities: lower-case without blanks and punctuation; accents stay, since Pinterest asks for UTF-8. */

import { lettersAndDigits } from '../../../contract/text';
import { countryCode } from './country';
import type { Normalised } from './normalised';
import { state } from './state';
import { STATES } from './states';
import { unescaped } from './written-out';

const POSTCODE = { because: 'a city with a postcode in it (send the postcode as "zp")' };

/** Most names: nothing to take off, and none of the patterns that know all of Unicode. */
const PLAIN = /^[A-Za-z][A-Za-z .'-]*$/;

export function city(text: string, countryOfEvent: string | undefined): Normalised {
  if (PLAIN.test(text)) return lettersAndDigits(text);
  const name = unescaped(text);
  if (name === undefined) return undefined;
  if (/\p{Nd}{4}/u.test(name)) return POSTCODE;
  return /\p{L}/u.test(name) ? lettersAndDigits(withoutState(name, countryOfEvent)) : undefined;
}

/** `New York, NY` and `Berlin, Germany`: state and country have fields of their own. */
function withoutState(name: string, country: string | undefined): string {
  const [, town, last = ''] = /^(.*[^,\s]), *([^,]{2,40})$/.exec(name) ?? [];
  if (town === undefined) return name;
  const named = last.length > 2 ? countryCode(last) : undefined;
  if (named !== undefined && (country === undefined || named === country)) return withoutState(town, named);
  const states = country === undefined ? Object.keys(STATES) : [country];
  return states.some((one) => Object.hasOwn(STATES, one) && state(last, one) !== undefined) ? town : name;
}
