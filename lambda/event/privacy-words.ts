/** Every name for limited data processing and for opting out, in letters and digits alone, and how its value is read. */
import { unwrapped } from '../../contract/json-text';
import { isAbsent, isRawObject, textOf } from '../../contract/raw';
import { lettersAndDigits } from '../../contract/text';
import { yesOrNo } from './words';

/** The flag that Pinterest processes in `opt_out_type`; it ignores any other. */
export const LIMITED_DATA_PROCESSING = 'LDP';

/** Undefined when it cannot be read; flags of Pinterest's, none for a no; or whether the visitor has opted out. */
type Reader = (value: unknown) => readonly string[] | boolean | undefined;

const LDP = [LIMITED_DATA_PROCESSING];

/** The same in the words of Meta (limited data use), Snap (limited use) and Google (restricted data processing), and in full. */
const SAME = new Map([
  ...['LDP', 'LDU', 'LMU', 'RDP', 'LIMITEDDATAPROCESSING', 'LIMITEDDATAUSE', 'RESTRICTEDDATAPROCESSING'].map(
    (flag) => [flag, LIMITED_DATA_PROCESSING] as const,
  ),
]);

/** A list, or a text that a program made of one: `LDP,X`, `["LDP"]`, `['lmu']`, `[LDU]`. */
const flagsIn = (text: string): string[] =>
  text
    .split(/[,;|]/)
    .map((flag) =>
      flag
        .replace(/^[\s"'[\]]+/, '')
        .replace(/["'[\]\s]{1,10}$/, '')
        .toUpperCase(),
    )
    .filter((flag) => flag !== '' && flag !== 'NONE' && yesOrNo(flag) !== false)
    .flatMap(
      (flag) => SAME.get(flag.replace(/[\s_.-]+/g, '')) ?? flag.split(/\s+/).map((word) => SAME.get(word) ?? word),
    );

/** What a flag may look like; a yes, a template or a sentence is none. */
const isFlag = (flag: string): boolean => /^[A-Z][A-Z\d_-]{1,30}$/.test(flag) && yesOrNo(flag) === undefined;

/** Several flags are one text with commas; Pinterest's own shop extension writes it into `user_data`. */
const optOutType: Reader = (value) => {
  if (value === false || value === 0) return [];
  const items = (Array.isArray(value) ? value : [value]).filter((item) => !isAbsent(item));
  if (!items.every((item) => typeof item === 'string')) return undefined;
  const flags = items.flatMap(flagsIn);
  return flags.every(isFlag) ? flags : undefined;
};

/** Lists of one vendor's flag; PHP writes a list as an object when its keys have gaps, and some the flag as a key. */
const listOfFlags: Reader = (given) => {
  const value = unwrapped(given);
  const says = yesOrNo(value);
  if (says !== undefined) return says ? LDP : [];
  if (isRawObject(value)) {
    const entries = Object.entries(value).filter(([key]) => !/^(?:country|state)$/.test(key));
    if (entries.length === 0) return undefined;
    const read = entries.map(([key, inner]) =>
      /^(?:\d+|options?)$/.test(key)
        ? listOfFlags(inner)
        : SAME.has(key.toUpperCase())
          ? yesMeansLdp(inner)
          : undefined,
    );
    return read.every(Array.isArray) ? read.flat() : undefined;
  }
  const flags = optOutType(value);
  return Array.isArray(flags) && flags.every((flag) => flag === LIMITED_DATA_PROCESSING) ? flags : undefined;
};

const yesMeansLdp: Reader = (value) => {
  const says = yesOrNo(value);
  return says === undefined ? undefined : says ? LDP : [];
};

/** The IAB's US privacy string: version, notice, opted out of sale, agreement. https://github.com/InteractiveAdvertisingBureau/USPrivacy */
const usPrivacy: Reader = (value) => {
  const [, says] = /^1[yn-]([yn-])[yn-]$/i.exec(textOf(value) ?? '') ?? [];
  return says === undefined ? undefined : says.toLowerCase() === 'y' ? LDP : [];
};

/** Meta's country and state say where, not whether. */
const place: Reader = () => [];

const optOut: Reader = yesOrNo;

/** Only a field of its own says that somebody has not opted out; that ads may be personal says nothing of it. */
const outIf = (says: boolean | undefined, isOut: boolean) =>
  says === undefined ? undefined : says === isOut || NOTHING;

const NOTHING: readonly string[] = [];

const yesMeansOut: Reader = (value) => outIf(yesOrNo(value), true);

const noMeansOut: Reader = (value) => outIf(yesOrNo(value), false);

/** Apple's App Tracking Transparency: its words, or its numbers. Who was not asked has not allowed it. */
const TRACKING = new Map([
  ...['authorized', '3'].map((word) => [word, false] as const),
  ...['notdetermined', 'restricted', 'denied', '0', '1', '2'].map((word) => [word, true] as const),
]);
const tracking: Reader = (value) => outIf(TRACKING.get(lettersAndDigits(textOf(value) ?? '')), true);

const rows = (read: Reader, takes: string, names: string) =>
  names.split(/\s+/).map((name) => [name, { read, takes }] as const);

const YES_OR_NO = 'true or false';

/** Sources: docs/events.md. Advertising on phones is limited with the same field at Pinterest as opting out on the web. */
export const PRIVACY_READERS: ReadonlyMap<string, { readonly read: Reader; readonly takes: string }> = new Map([
  ...rows(optOutType, 'LDP', 'optouttype'),
  ...rows(listOfFlags, '["LDU"] or []', 'dataprocessingoptions dpo'),
  ...rows(listOfFlags, '["lmu"] or []', 'datause'),
  ...rows(yesMeansLdp, YES_OR_NO, 'limiteddatause restricteddataprocessing limiteddataprocessing ldu ldp rdp'),
  ...rows(yesMeansLdp, YES_OR_NO, 'donotsell donotsellmydata donotshare donotsellorshare ccpaoptout saleoptout'),
  ...rows(usPrivacy, 'a text such as 1YNN', 'usprivacy'),
  ...rows(place, 'a number', 'dataprocessingoptionscountry dataprocessingoptionsstate'),
  ...rows(optOut, YES_OR_NO, 'optout isoptout optedout isoptedout hasoptedout'),
  ...rows(yesMeansOut, YES_OR_NO, 'nonpersonalizedads npa limitadtracking islimitadtracking islimitadtrackingenabled'),
  ...rows(yesMeansOut, YES_OR_NO, 'limitadtrackingenabled adtrackinglimited lmt donottrack dnt'),
  ...rows(noMeansOut, YES_OR_NO, 'allowadpersonalizationsignals adtrackingenabled advertisertrackingenabled'),
  ...rows(noMeansOut, YES_OR_NO, 'applicationtrackingenabled'),
  ...rows(tracking, 'authorized or denied', 'attstatus attauthorizationstatus trackingauthorizationstatus'),
]);

export const PRIVACY_NAMES: readonly string[] = [...PRIVACY_READERS.keys()];
