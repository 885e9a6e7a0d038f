/** Limited data processing and opting out: what an event says of them, in the words of any vendor, in Pinterest's words. */

import type { CustomData, UserData } from '../../contract/pinterest-event';
import { named, shown } from '../../contract/quoting';
import { isAbsent, textOf } from '../../contract/raw';
import type { Findings } from './findings';
import { LIMITED_DATA_PROCESSING, PRIVACY_READERS } from './privacy-words';
import type { Said } from './said';
import { sha256 } from './sha256';

export { PRIVACY_NAMES } from './privacy-words';

/** `opt_out_type` as Pinterest takes it, and `opt_out`; undefined when nobody says anything. One yes is a yes. */
interface Flags {
  types: Set<string> | undefined;
  optOut: boolean | undefined;
}

function flagsOf(said: readonly Said[], findings: Findings): Flags {
  const flags: Flags = { types: undefined, optOut: undefined };
  for (const { name, key, value } of said) {
    const field = PRIVACY_READERS.get(name);
    if (field === undefined || isAbsent(value)) continue;
    const read = field.read(value);
    if (read === undefined) tellUnreadable(key, value, field.takes, findings);
    else if (typeof read === 'boolean') flags.optOut = flags.optOut === true || read;
    else for (const type of read) flags.types = (flags.types ?? new Set()).add(type);
  }
  return flags;
}

function tellUnreadable(key: string, value: unknown, takes: string, findings: Findings): void {
  const because = (name: string) => `${name} is ${shown(value)}; it takes ${takes}`;
  findings.problem(because(named(key)), because('a flag of privacy'));
}

/** Meta's country and state for it: numbers, of which California's are documented. */
function isCalifornia(said: readonly Said[]): boolean {
  const numberAt = (name: string) => textOf(said.find((one) => one.name === name)?.value);
  return numberAt('dataprocessingoptionscountry') === '1' && numberAt('dataprocessingoptionsstate') === '1000';
}

/** Puts into the event what was said. */
export function applyPrivacyFlags(
  said: readonly Said[],
  event: { opt_out?: boolean },
  userData: UserData,
  customData: CustomData,
  findings: Findings,
): void {
  if (said.length === 0) return;
  const { types, optOut } = flagsOf(said, findings);
  if (optOut !== undefined) event.opt_out = optOut;
  if (types === undefined) return;
  if ([...types].some((type) => type !== LIMITED_DATA_PROCESSING))
    findings.warning('unreadable_field', '"opt_out_type" holds a flag that Pinterest ignores; the one it knows is LDP');
  customData.opt_out_type = [...types].join(',');
  // Pinterest applies limited data processing by the visitor's state, which only the event can tell.
  if (!types.has(LIMITED_DATA_PROCESSING)) return;
  if (userData.st === undefined && userData.country === undefined && isCalifornia(said)) {
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
