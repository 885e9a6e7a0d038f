/** Reads an event field by field: each part has its own rules, and this puts them together. */

import { EVENT, type PinterestEvent, type UserData } from '../../contract/pinterest-event';
import { shown } from '../../contract/quoting';
import { isAbsent, isRawObject, type RawObject } from '../../contract/raw';
import { readActionSource } from './action-source';
import { clickIdOfCookies, clickIdOfUrl } from './click-id';
import { lostConnection } from './connection';
import { readCustomData } from './custom-data';
import { cutPersonalTexts, setPage } from './cut-personal';
import { readEventTime } from './event-time';
import { fieldsBut, readFields } from './fields';
import type { Findings } from './findings';
import { applyPrivacyFlags } from './opt-out-type';
import { holdsEmail } from './personal-text';
import type { Policy, RequestContext } from './policy';
import { readEventId } from './read-event-id';
import { readEventName } from './read-event-name';
import type { Said } from './said';
import { isSwitch } from './switches';
import { isIdentifiable, readUserData } from './user-data';

/** Keys of an event that have rules of their own; the rest is read by the table. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'event_name',
  'action_source',
  'event_time',
  'event_id',
  'user_data',
  'custom_data',
]);

const isReadElsewhere = (key: string): boolean => READ_ELSEWHERE.has(key) || isSwitch(key);

const REST = fieldsBut(EVENT, isReadElsewhere);

/**
 * @param said What the event and its request say beside the data.
 * @returns undefined when a required field cannot be read; the findings say which.
 */
export function readEvent(
  raw: RawObject,
  said: readonly Said[],
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
  const rest = readFields(raw, REST, '', findings, isReadElsewhere);
  // The click id is read from the page's URL as it came.
  const page = rest.event_source_url ?? (fromBrowser ? context.referer : undefined);
  if (page) setPage(rest, page, findings);

  const rawUserData = objectOrEmpty(user_data, 'user_data', findings);
  const rawCustomData = objectOrEmpty(custom_data, 'custom_data', findings);
  const isWeb = fromBrowser || source === 'web';
  const userData = readUser(rawUserData, { page, isWeb }, name?.entry?.defaultCountry, context, policy, findings);
  const customData = readCustomData(rawCustomData, name?.entry, findings);
  applyPrivacyFlags(said, rest, userData, customData, findings);
  cutPersonalTexts(rest, '', findings);
  cutPersonalTexts(customData, 'custom_data.', findings);
  const id = readEventId(event_id, { eventName: name?.name, orderId: customData.order_id }, findings);
  if (id !== undefined && holdsEmail(id))
    findings.problem(
      '"event_id" holds an e-mail address, and leaves in clear; make it of the order or of random letters',
    );
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
  { page, isWeb }: { readonly page: string | undefined; readonly isWeb: boolean },
  countryOfMap: string | undefined,
  context: RequestContext,
  policy: Policy,
  findings: Findings,
): UserData {
  const { ipAddress, userAgent, cookies } = context;
  const connection = ipAddress === undefined ? undefined : { ipAddress, userAgent };
  const userData = readUserData(
    raw,
    {
      connection,
      isWeb,
      clickId: () => clickIdOfCookies(cookies) ?? clickIdOfUrl(page),
      defaultCountry: countryOfMap ?? policy.defaultCountry,
      now: context.now,
    },
    findings,
  );
  if (!isIdentifiable(userData)) {
    findings.problem(
      '"user_data" cannot be matched; send "em" (e-mail), "hashed_maids", or both "client_ip_address" and "client_user_agent"' +
        lostConnection(raw, connection, userData),
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
