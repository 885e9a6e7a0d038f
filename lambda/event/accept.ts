/**
 * The one decision about an event: what Pinterest will be sent, or why nothing will be. Pure; what it returns is queued
 * and posted as it is.
 */

import { unwrapped } from '../../contract/json-text';
import { type MatchKey, matchKeysOf } from '../../contract/match-keys';
import type { PinterestEvent } from '../../contract/pinterest-event';
import { named } from '../../contract/quoting';
import { isRawObject, type RawObject, textOf } from '../../contract/raw';
import { shapeProblem } from '../../contract/shape';
import type { WarningKind } from '../../contract/warning-kinds';
import { consentOf } from './consent';
import { Findings } from './findings';
import type { Policy, RequestContext } from './policy';
import { withheldBecause } from './privacy';
import { readEvent } from './read-event';
import type { Said } from './said';
import { saidIn } from './switches';
import { hasTestCode, TEST_EVENT_CODE, testSwitchOf } from './test-switch';
import { yesOrNo } from './words';

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
  const ofEvent = saidIn(raw);
  const said = context.beside === undefined ? ofEvent : [...ofEvent, ...saidIn(context.beside)];
  const withheld = withholdingReason(raw, said, context, policy, findings);
  if (withheld !== undefined) return notAccepted([withheld], [withheld], [], true);

  const test = isTest(ofEvent, context, findings);
  const event = readEvent(raw, said, context, policy, findings);
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
  { user_data, action_source }: RawObject,
  said: readonly Said[],
  context: RequestContext,
  policy: Policy,
  findings: Findings,
): string | undefined {
  const { consent, key } = consentOf(said);
  if (consent === 'unreadable') findings.problem(unclear(named(key)), unclear('"consent"'));
  const userAgent = isRawObject(user_data) ? textOf(user_data.client_user_agent) : undefined;
  const signal =
    context.globalPrivacyControl === true || said.some(({ topic, value }) => topic === 'gpc' && yesOrNo(value));
  return withheldBecause(consent, {
    globalPrivacyControl: signal && policy.respectGlobalPrivacyControl !== false,
    origin: context.origin,
    userAgent: context.origin === 'browser' ? context.userAgent : userAgent,
    isWeb: context.origin === 'browser' || textOf(action_source)?.toLowerCase() === 'web',
  });
}

const unclear = (name: string): string => `${name} is neither a clear yes nor a clear no; send true or false`;

/** What stands beside the list of events is judged with the request, and told by `context.test`. */
function isTest(said: readonly Said[], { test = false }: RequestContext, findings: Findings): boolean {
  if (said.length === 0) return test;
  const says = testSwitchOf(said);
  if (typeof says === 'object') {
    findings.problem(unclear(named(says.unreadable)), unclear('the test switch'));
    return true;
  }
  if (hasTestCode(said)) findings.warning('test_event_code', TEST_EVENT_CODE);
  return test || says;
}
