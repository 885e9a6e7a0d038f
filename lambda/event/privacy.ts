/**
 * Whether an event may be passed on at all. A withheld event is not refused for a fault: the visitor said no, or there is
 * no visitor.
 */
import { isbot } from 'isbot';
import { isAbsent, type RawObject, textOf } from './raw';

export interface PrivacyContext {
  /** True when the browser sent `Sec-GPC: 1` and the owner honours it. */
  readonly globalPrivacyControl: boolean;
  /** Of the visitor; undefined when unknown. */
  readonly userAgent: string | undefined;
  /** Apps and shops' tills name their software, not a browser, and are no bots for that. */
  readonly isWeb: boolean;
}

const CONSENT: { readonly [word: string]: boolean } = {
  true: true,
  granted: true,
  yes: true,
  '1': true,
  false: false,
  denied: false,
  no: false,
  '0': false,
};

/** Many guides teach this field of another vendor; Pinterest has none such and would count the event as real. */
export const TEST_EVENT_CODE = '"test_event_code" is no field of Pinterest\'s; sent as a test, as with ?test=true';

export type Consent = 'given' | 'refused' | 'unreadable';

/** `consent` of an event; an event without it was collected under the shop's own rules. */
export function consentOf({ consent }: RawObject): Consent {
  if (isAbsent(consent)) return 'given';
  const word = typeof consent === 'boolean' ? String(consent) : (textOf(consent)?.toLowerCase() ?? '');
  const given = Object.hasOwn(CONSENT, word) ? CONSENT[word] : undefined;
  return given === undefined ? 'unreadable' : given ? 'given' : 'refused';
}

/** The verdicts on the user agents seen last: one comes in many events, and asking takes as long as four digests. */
const KNOWN = new Map<string, boolean>();
const MAX_KNOWN = 1_000;

/** No browser's is longer; texts of megabytes, kept, would fill the memory. */
const LONGEST_KNOWN = 1_000;

function isBot(userAgent: string): boolean {
  if (userAgent.length > LONGEST_KNOWN) return isbot(userAgent);
  let verdict = KNOWN.get(userAgent);
  if (verdict === undefined) {
    verdict = isbot(userAgent);
    if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
    KNOWN.set(userAgent, verdict);
  }
  return verdict;
}

/** Why an event is withheld; undefined when it is not. */
export function withheldBecause(consent: Consent, context: PrivacyContext): string | undefined {
  if (consent === 'refused') return 'withheld: the visitor has not consented';
  if (context.globalPrivacyControl) return 'withheld: the browser sends Global Privacy Control (Sec-GPC: 1)';
  if (context.isWeb && context.userAgent !== undefined && isBot(context.userAgent))
    return 'withheld: the user agent is that of a bot';
  return undefined;
}
