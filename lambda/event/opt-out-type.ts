/** Limited data processing and opting out: what an event says of them, in the words of any vendor, in Pinterest's words. */

import type { CustomData, UserData } from '../../contract/pinterest-event';
import { shown } from '../../contract/quoting';
import { hasAnyOf, isAbsent, type RawObject, textOf } from '../../contract/raw';
import { readBoolean } from './field-values';
import type { Findings } from './findings';
import { sha256 } from './sha256';
import { yesOrNo } from './words';

/** The flag that Pinterest processes in `opt_out_type`; it ignores any other. */
const LIMITED_DATA_PROCESSING = 'LDP';

/** Undefined when it cannot be read; else the flags of Pinterest's that it stands for, none for a no. */
type Reader = (value: unknown) => readonly string[] | undefined;

const LDP = [LIMITED_DATA_PROCESSING];

/** The same in the words of Meta (limited data use) and Snap (limited use). */
const SAME = new Map([
  ['LDU', LIMITED_DATA_PROCESSING],
  ['LMU', LIMITED_DATA_PROCESSING],
]);

const flagsOf = (text: string): string[] =>
  text
    .split(',')
    .map((flag) => flag.trim().toUpperCase())
    .filter((flag) => flag !== '')
    .map((flag) => SAME.get(flag) ?? flag);

/** Several flags are one text with commas; Pinterest's own shop extension writes it into `user_data`. */
const optOutType: Reader = (value) => {
  const items = (Array.isArray(value) ? value : [value]).filter((item) => !isAbsent(item));
  return items.every((item) => typeof item === 'string') ? items.flatMap(flagsOf) : undefined;
};

/** A list, or a text that a tag manager made of one: `"['lmu']"`. */
const listOfFlags: Reader = (value) => {
  const flags = optOutType(typeof value === 'string' ? value.replace(/["'[\]]/g, '') : value);
  return flags?.every((flag) => flag === LIMITED_DATA_PROCESSING) ? flags : undefined;
};

const yesMeansLdp: Reader = (value) => {
  const says = yesOrNo(value);
  return says === undefined ? undefined : says ? LDP : [];
};

/** Each word for limited data processing, and what it takes. Sources: docs/events.md. */
const FLAGS: ReadonlyMap<string, { readonly read: Reader; readonly takes: string }> = new Map([
  ['opt_out_type', { read: optOutType, takes: 'LDP' }],
  ['data_processing_options', { read: listOfFlags, takes: '["LDU"] or []' }],
  ['limited_data_use', { read: yesMeansLdp, takes: 'true or false' }],
  ['restricted_data_processing', { read: yesMeansLdp, takes: 'true or false' }],
  ['data_use', { read: listOfFlags, takes: '["lmu"] or []' }],
]);

/** The words for "show this person no personal ads", and whether a yes or a no says so. */
const NO_PERSONAL_ADS: ReadonlyMap<string, boolean> = new Map([
  ['non_personalized_ads', true],
  ['allow_ad_personalization_signals', false],
]);

/** Meta's country and state for it: numbers, of which California's are documented. */
const META_PLACE = ['data_processing_options_country', 'data_processing_options_state'];

const KEYS: ReadonlySet<string> = new Set(['opt_out', ...FLAGS.keys(), ...NO_PERSONAL_ADS.keys(), ...META_PLACE]);

export const isPrivacyFlag = (key: string): boolean => KEYS.has(key);

/** `opt_out_type` as Pinterest takes it, wherever the event or its request says it, and in whose words. */
function optOutTypeOf(places: readonly RawObject[], findings: Findings): string | undefined {
  let found: Set<string> | undefined;
  for (const place of places) {
    for (const key of Object.keys(place)) {
      const flag = FLAGS.get(key);
      if (flag === undefined || isAbsent(place[key])) continue;
      const flags = flag.read(place[key]);
      if (flags === undefined) findings.problem(`"${key}" is ${shown(place[key])}; it takes ${flag.takes}`);
      else for (const name of flags) found = (found ?? new Set()).add(name);
    }
  }
  if (found === undefined) return undefined;
  if ([...found].some((flag) => flag !== LIMITED_DATA_PROCESSING))
    findings.warning('unreadable_field', '"opt_out_type" holds a flag that Pinterest ignores; the one it knows is LDP');
  return [...found].join(',');
}

/** `opt_out` beside the events or in another vendor's words; undefined when nobody says anything. One yes is a yes. */
function optOutOf(places: readonly RawObject[], findings: Findings): boolean | undefined {
  let found: boolean | undefined;
  for (const place of places) {
    for (const key of Object.keys(place)) {
      const yes = key === 'opt_out' ? true : NO_PERSONAL_ADS.get(key);
      if (yes === undefined || isAbsent(place[key])) continue;
      const says = key === 'opt_out' ? readBoolean(place[key]) : yesOrNo(place[key]);
      if (says === undefined) findings.problem(`"${key}" is ${shown(place[key])}; it takes true or false`);
      // Only a field of its own says that somebody has not opted out.
      else if (says === yes) found = true;
      else if (key === 'opt_out') found ??= false;
    }
  }
  return found;
}

const isCalifornia = (place: RawObject): boolean =>
  textOf(place.data_processing_options_country) === '1' && textOf(place.data_processing_options_state) === '1000';

/** Puts into the event what any of the places says. */
export function applyPrivacyFlags(
  places: readonly RawObject[],
  event: { opt_out?: boolean },
  userData: UserData,
  customData: CustomData,
  findings: Findings,
): void {
  const said = places.filter((place) => hasAnyOf(place, KEYS));
  if (said.length === 0) return;
  const optOut = optOutOf(said, findings);
  if (optOut !== undefined) event.opt_out = optOut;
  const flags = optOutTypeOf(said, findings);
  if (flags === undefined) return;
  customData.opt_out_type = flags;
  // Pinterest applies limited data processing by the visitor's state, which only the event can tell.
  if (!flags.split(',').includes(LIMITED_DATA_PROCESSING)) return;
  if (userData.st === undefined && userData.country === undefined && said.some(isCalifornia)) {
    userData.st = [sha256('ca')];
    userData.country = [sha256('us')];
  }
  if (userData.st === undefined || userData.country === undefined) {
    findings.warning(
      'ldp_without_state',
      '"opt_out_type" LDP takes effect only with "user_data.st" and "user_data.country"',
    );
  }
}
