/**
 * The one decision about an event: what Pinterest will be sent, or why nothing will be. Pure; what it returns is queued
 * and posted as it is.
 */

import { unwrapped } from '../../contract/json-text';
import { type MatchKey, matchKeysOf } from '../../contract/match-keys';
import type { PinterestEvent } from '../../contract/pinterest-event';
import { isAbsent, isRawObject, type RawObject, textOf } from '../../contract/raw';
import { shapeProblem } from '../../contract/shape';
import type { WarningKind } from '../../contract/warning-kinds';
import { consentOf } from './consent';
import { Findings } from './findings';
import type { Policy, RequestContext } from './policy';
import { withheldBecause } from './privacy';
import { readEvent } from './read-event';
import { TEST_EVENT_CODE, testSwitchOf } from './test-switch';

export type Verdict = Accepted | NotAccepted;

interface Judged {
  /** True when the event holds a number of which JavaScript has not kept all digits; its JSON text has them. */
  readonly hasLostDigits?: true;
}

export interface Accepted extends Judged {
  readonly accepted: true;
  readonly event: PinterestEvent;
  readonly test: boolean;
  /** What Pinterest can match the event by. */
  readonly matchKeys: readonly MatchKey[];
  readonly warnings: readonly string[];
  readonly warningKinds: readonly WarningKind[];
}

export interface NotAccepted extends Judged {
  readonly accepted: false;
  /** True when nothing is wrong with the event, but it may not be passed on. */
  readonly withheld: boolean;
  readonly problems: readonly string[];
  /** The problems as the log may have them. */
  readonly reasons: readonly string[];
  readonly warnings: readonly string[];
}

export function accept(given: unknown, context: RequestContext, policy: Policy): Verdict {
  const seen = { largeNumber: false };
  const misshapen = shapeProblem(given, seen);
  if (misshapen !== undefined || !isRawObject(given)) return misshapenBecause(misshapen ?? 'an event is an object');
  const verdict = judged(withParts(given), context, policy);
  return seen.largeNumber ? { ...verdict, hasLostDigits: true } : verdict;
}

function judged(raw: RawObject, context: RequestContext, policy: Policy): Verdict {
  const findings = new Findings();
  const withheld = withholdingReason(raw, context, policy, findings);
  if (withheld !== undefined) return notAccepted([withheld], [withheld], [], true);

  const test = isTest(raw, context, findings);
  const event = readEvent(raw, context, policy, findings);
  if (event === undefined || findings.problems.length > 0)
    return notAccepted(findings.problems, findings.reasons, findings.warnings);
  const { warnings, kinds: warningKinds } = findings;
  return { accepted: true, event, test, matchKeys: matchKeysOf(event.user_data), warnings, warningKinds };
}

/** Its parts as objects, where a tag manager wrote them into texts. Consent is asked of them too, so this comes first. */
const withParts = (raw: RawObject): RawObject =>
  typeof raw.user_data === 'string' || typeof raw.custom_data === 'string'
    ? { ...raw, user_data: unwrapped(raw.user_data), custom_data: unwrapped(raw.custom_data) }
    : raw;

const notAccepted = (
  problems: readonly string[],
  reasons: readonly string[],
  warnings: readonly string[],
  withheld = false,
): NotAccepted => ({ accepted: false, withheld, problems, reasons, warnings });

const misshapenBecause = (problem: string): NotAccepted => notAccepted([problem], [problem], []);

function withholdingReason(
  raw: RawObject,
  context: RequestContext,
  policy: Policy,
  findings: Findings,
): string | undefined {
  const { user_data, custom_data } = raw;
  const places = [raw, user_data, custom_data, context.beside].filter(isRawObject);
  const consent = consentOf(places);
  if (consent === 'unreadable') findings.problem('"consent" is neither a clear yes nor a clear no; send true or false');
  const userAgent = isRawObject(user_data) ? textOf(user_data.client_user_agent) : undefined;
  return withheldBecause(consent, {
    globalPrivacyControl: context.globalPrivacyControl === true && policy.respectGlobalPrivacyControl !== false,
    origin: context.origin,
    userAgent: context.origin === 'browser' ? context.userAgent : userAgent,
    isWeb: context.origin === 'browser' || textOf(raw.action_source)?.toLowerCase() === 'web',
  });
}

function isTest(raw: RawObject, { test = false }: RequestContext, findings: Findings): boolean {
  const says = testSwitchOf(raw);
  if (typeof says === 'object')
    findings.problem(`"${says.unreadable}" is neither a clear yes nor a clear no; send true or false`);
  if (isAbsent(raw.test_event_code)) return test || says === true;
  findings.warning('test_event_code', TEST_EVENT_CODE);
  return true;
}
