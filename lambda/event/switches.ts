/**
 * What an event, and the request around it, says beside its data: consent, privacy, test. Each has a name in every
 * vocabulary and many spellings (`limited_data_use`, `limitedDataUse`), and may stand in the event, in one of its objects, or
 * beside the list of events. Found here in one walk, judged by `consent.ts`, `opt-out-type.ts` and `test-switch.ts`.
 */
import { isRawObject, type RawObject } from '../../contract/raw';
import { lettersAndDigits } from '../../contract/text';
import { CONSENT_NAMES } from './consent';
import { PRIVACY_NAMES } from './opt-out-type';
import type { Said, SwitchName, Topic } from './said';
import { TEST_NAMES } from './test-switch';

/** Names in letters and digits alone. */
const NAMES: ReadonlyMap<string, SwitchName> = new Map(
  (
    [
      ['consent', CONSENT_NAMES],
      ['privacy', PRIVACY_NAMES],
      ['test', TEST_NAMES],
      ['gpc', ['gpc', 'secgpc', 'globalprivacycontrol']],
    ] as const
  ).flatMap(([topic, names]: readonly [Topic, readonly string[]]) =>
    names.map((name) => [name, { topic, name }] as const),
  ),
);

/** The keys seen last: the same few come in every event, and spelling one out takes as long as all the rest. */
const KNOWN = new Map<string, SwitchName | null>();
const MAX_KNOWN = 1_000;
const LONGEST_NAME = 60;

function switchNameOf(key: string): SwitchName | null {
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  if (key.length > LONGEST_NAME) return null;
  const found = NAMES.get(lettersAndDigits(key)) ?? null;
  if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
  KNOWN.set(key, found);
  return found;
}

export const isSwitch = (key: string): boolean => switchNameOf(key) !== null;

const NONE: readonly Said[] = [];

/** Objects below these levels are somebody's data. */
const MAX_DEPTH = 3;

/** In the order of the keys; lists, such as order lines, are not looked into. */
export function saidIn(raw: RawObject): readonly Said[] {
  return walk(raw, 0, true, undefined) ?? NONE;
}

function walk(place: RawObject, depth: number, isOwn: boolean, before: Said[] | undefined): Said[] | undefined {
  let said = before;
  for (const key in place) {
    const value = place[key];
    const found = switchNameOf(key);
    if (found !== null) {
      if (value === undefined) continue;
      said ??= [];
      said.push({ ...found, key, value, isOwn });
    } else if (depth < MAX_DEPTH && isRawObject(value)) {
      said = walk(value, depth + 1, isOwn && (key === 'user_data' || key === 'custom_data'), said);
    }
  }
  return said;
}
