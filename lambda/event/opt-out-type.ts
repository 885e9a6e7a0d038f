/** Limited data processing: what the event says of it, in Pinterest's words. */
import { type Findings, shown } from './findings';
import { isAbsent, type RawObject, textOf } from './raw';

/** Flags that Pinterest processes in `opt_out_type`; it ignores any other. */
const LIMITED_DATA_PROCESSING = 'LDP';

/**
 * Limited data processing, wherever the event says it: Pinterest reads it in `custom_data`, its own shop extension writes
 * it into `user_data`. Several flags are one text with commas.
 */
export function optOutTypeOf(
  raw: RawObject,
  userData: RawObject,
  customData: RawObject,
  findings: Findings,
): string | undefined {
  const places = [customData.opt_out_type, userData.opt_out_type, raw.opt_out_type];
  if (places.every(isAbsent)) return undefined;
  const given = places.flat().filter((value) => !isAbsent(value));
  const unreadable = given.find((value) => typeof value !== 'string');
  if (unreadable !== undefined) findings.problem(`"opt_out_type" is ${shown(unreadable)}; it takes LDP`);
  const flags = given.flatMap((value) => (textOf(value) ?? '').split(',')).map((flag) => flag.trim().toUpperCase());
  const distinct = [...new Set(flags.filter((flag) => flag !== ''))];
  return distinct.length > 0 ? distinct.join(',') : undefined;
}

/** Pinterest applies limited data processing by the visitor's state, which only the event can tell. */
export const lacksStateForLdp = (
  optOutType: string | undefined,
  userData: { st?: unknown; country?: unknown },
): boolean => optOutType?.split(',').includes(LIMITED_DATA_PROCESSING) === true && !(userData.st && userData.country);
