/**
 * The one decision about an event: what Pinterest will be sent, or why nothing will be. Pure; what it returns is queued
 * and posted as it is.
 */
import { readActionSource } from './action-source';
import { clickIdOfCookies, clickIdOfUrl } from './click-id';
import { lacksStateForLdp, optOutTypeOf, readCustomData } from './custom-data';
import type { EventMap, EventOrigin } from './event-map';
import { readEventName } from './event-name';
import { readEventTime } from './event-time';
import { readFields } from './fields';
import { Findings, shown } from './findings';
import { EVENT, type PinterestEvent, type UserData } from './pinterest-event';
import { consentOf, TEST_EVENT_CODE, withheldBecause } from './privacy';
import { isAbsent, isRawObject, type RawObject, textOf } from './raw';
import { readEventId } from './read-event-id';
import { shapeProblem } from './shape';
import { isIdentifiable, readUserData } from './user-data';

/** What is known about the request that brought the event. */
export interface RequestContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly origin: EventOrigin;
  /** True when every event of the request is a test. */
  readonly test?: boolean;
  /** Of a browser's request: its connection, cookies, page and privacy signal. */
  readonly ipAddress?: string;
  readonly userAgent?: string | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly referer?: string | undefined;
  readonly globalPrivacyControl?: boolean;
}

/** What the owner decided. */
export interface Policy {
  readonly eventMap?: EventMap | undefined;
  readonly maximumEventAgeSeconds: number;
  readonly defaultCountry?: string | undefined;
  /** Whether events of browsers that send Global Privacy Control are withheld; true when left out. */
  readonly respectGlobalPrivacyControl?: boolean;
}

export type Verdict = Accepted | NotAccepted;

export interface Accepted {
  readonly accepted: true;
  readonly event: PinterestEvent;
  readonly test: boolean;
  readonly warnings: readonly string[];
}

export interface NotAccepted {
  readonly accepted: false;
  /** True when nothing is wrong with the event, but it may not be passed on. */
  readonly withheld: boolean;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

export function accept(raw: unknown, context: RequestContext, policy: Policy): Verdict {
  const misshapen = shapeProblem(raw);
  if (misshapen !== undefined || !isRawObject(raw)) return refused([misshapen ?? 'an event is an object']);

  const findings = new Findings();
  const withheld = withholdingReason(raw, context, policy, findings);
  if (withheld !== undefined) return { accepted: false, withheld: true, problems: [withheld], warnings: [] };

  const event = readEvent(raw, context, policy, findings);
  if (event === undefined || findings.problems.length > 0) return refused(findings.problems, findings.warnings);
  return { accepted: true, event, test: isTest(raw, context, findings), warnings: findings.warnings };
}

const refused = (problems: readonly string[], warnings: readonly string[] = []): NotAccepted => ({
  accepted: false,
  withheld: false,
  problems,
  warnings,
});

function withholdingReason(
  raw: RawObject,
  context: RequestContext,
  policy: Policy,
  findings: Findings,
): string | undefined {
  const consent = consentOf(raw);
  if (consent === 'unreadable') findings.problem(`"consent" is ${shown(raw.consent)}; send true or false`);
  const userAgent = isRawObject(raw.user_data) ? textOf(raw.user_data.client_user_agent) : undefined;
  return withheldBecause(consent, {
    globalPrivacyControl: context.globalPrivacyControl === true && policy.respectGlobalPrivacyControl !== false,
    userAgent: context.origin === 'browser' ? context.userAgent : userAgent,
    isWeb: context.origin === 'browser' || textOf(raw.action_source)?.toLowerCase() === 'web',
  });
}

function isTest({ test_event_code }: RawObject, { test = false }: RequestContext, findings: Findings): boolean {
  if (isAbsent(test_event_code)) return test;
  findings.warning(TEST_EVENT_CODE);
  return true;
}

/** Keys of an event that have rules of their own; the rest is read by the table. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'event_name',
  'action_source',
  'event_time',
  'event_id',
  'user_data',
  'custom_data',
  'consent',
  'test_event_code',
  'opt_out_type',
]);

const isReadElsewhere = (key: string): boolean => READ_ELSEWHERE.has(key);

function readEvent(
  raw: RawObject,
  context: RequestContext,
  policy: Policy,
  findings: Findings,
): PinterestEvent | undefined {
  const { event_name, event_time, event_id, user_data, custom_data } = raw;
  const fromBrowser = context.origin === 'browser';

  const name = readEventName(event_name, policy.eventMap, context.origin, findings);
  const source = readActionSource(raw, fromBrowser, findings);
  const time = readEventTime(
    fromBrowser ? (event_time ?? context.now) : event_time,
    { now: context.now, maximumAgeSeconds: policy.maximumEventAgeSeconds },
    findings,
  );
  const rest = readFields(raw, EVENT, '', findings, isReadElsewhere);
  if (fromBrowser && rest.event_source_url === undefined && context.referer) rest.event_source_url = context.referer;

  const rawUserData = objectOrEmpty(user_data, 'user_data', findings);
  const rawCustomData = objectOrEmpty(custom_data, 'custom_data', findings);
  const userData = readUser(rawUserData, rest.event_source_url, name?.entry?.defaultCountry, context, policy, findings);
  const optOutType = optOutTypeOf(raw, rawUserData, rawCustomData);
  const customData = readCustomData(rawCustomData, name?.entry, findings);
  if (optOutType !== undefined) customData.opt_out_type = optOutType;
  if (lacksStateForLdp(optOutType, userData)) {
    findings.warning('"opt_out_type" LDP takes effect only with "user_data.st" and "user_data.country"');
  }
  const id = readEventId(event_id, { eventName: name?.name, orderId: customData.order_id }, findings);
  if (name === undefined || source === undefined || time === undefined || id === undefined) return undefined;

  return {
    event_name: name.name,
    action_source: source,
    event_time: time,
    event_id: id,
    ...rest,
    user_data: userData,
    ...(Object.keys(customData).length > 0 && { custom_data: customData }),
  };
}

function readUser(
  raw: RawObject,
  url: string | undefined,
  countryOfMap: string | undefined,
  context: RequestContext,
  policy: Policy,
  findings: Findings,
): UserData {
  const { ipAddress, userAgent, cookies } = context;
  const userData = readUserData(
    raw,
    {
      connection: ipAddress === undefined ? undefined : { ipAddress, userAgent },
      clickId: () => clickIdOfCookies(cookies) ?? clickIdOfUrl(url),
      defaultCountry: countryOfMap ?? policy.defaultCountry,
    },
    findings,
  );
  if (!isIdentifiable(userData)) {
    findings.problem(
      '"user_data" cannot be matched; send "em" (e-mail), "hashed_maids", or both "client_ip_address" and "client_user_agent"',
    );
  }
  return userData;
}

function objectOrEmpty(value: unknown, name: string, findings: Findings): RawObject {
  if (value === undefined || value === null) return {};
  if (isRawObject(value)) return value;
  findings.problem(`"${name}" is ${shown(value)}; it takes an object`);
  return {};
}
