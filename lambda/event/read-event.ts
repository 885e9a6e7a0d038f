/** Reads an event field by field: each part has its own rules, and this puts them together. */
import { readActionSource } from './action-source';
import { clickIdOfCookies, clickIdOfUrl } from './click-id';
import { readCustomData } from './custom-data';
import { readEventTime } from './event-time';
import { readFields } from './fields';
import { type Findings, shown } from './findings';
import { lacksStateForLdp, optOutTypeOf } from './opt-out-type';
import { EVENT, type PinterestEvent, type UserData } from './pinterest-event';
import type { Policy, RequestContext } from './policy';
import { isAbsent, isRawObject, type RawObject } from './raw';
import { readEventId } from './read-event-id';
import { readEventName } from './read-event-name';
import { isIdentifiable, readUserData } from './user-data';

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

/** Undefined when a required field cannot be read; the findings say which. */
export function readEvent(
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
    fromBrowser && isAbsent(event_time) ? context.now : event_time,
    { now: context.now, maximumAgeSeconds: policy.maximumEventAgeSeconds },
    findings,
  );
  const rest = readFields(raw, EVENT, '', findings, isReadElsewhere);
  if (fromBrowser && rest.event_source_url === undefined && context.referer) rest.event_source_url = context.referer;

  const rawUserData = objectOrEmpty(user_data, 'user_data', findings);
  const rawCustomData = objectOrEmpty(custom_data, 'custom_data', findings);
  const userData = readUser(rawUserData, rest.event_source_url, name?.entry?.defaultCountry, context, policy, findings);
  const optOutType = optOutTypeOf(raw, rawUserData, rawCustomData, findings);
  const customData = readCustomData(rawCustomData, name?.entry, findings);
  if (optOutType !== undefined) customData.opt_out_type = optOutType;
  if (lacksStateForLdp(optOutType, userData)) {
    findings.warning(
      'ldp_without_state',
      '"opt_out_type" LDP takes effect only with "user_data.st" and "user_data.country"',
    );
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
      now: context.now,
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
