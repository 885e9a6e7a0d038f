/** Cities: lower-case without blanks and punctuation; accents stay, since Pinterest asks for UTF-8. */

import { lettersAndDigits } from '../../../contract/text';
import type { Normalised } from './normalised';
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
  return lettersAndDigits(withoutState(name, countryOfEvent)) || undefined;
}

/** `New York, NY`: the state has a field of its own. */
function withoutState(name: string, country: string | undefined): string {
  const [, city, code = ''] = /^(.*[^,\s]), *([A-Za-z.]{2,5})$/.exec(name) ?? [];
  if (city === undefined) return name;
  const states = STATES[country ?? 'US'] ?? {};
  return Object.hasOwn(states, code.replace(/\./g, '').toLowerCase()) ? city : name;
}
