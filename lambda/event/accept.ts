/**
 * The one decision about an event: what Pinterest will be sent, or why nothing can be. Pure; what it returns is queued
 * and posted as it is.
 */
import { clickIdOfCookies, clickIdOfUrl } from './click-id';
import { readCustomData } from './custom-data';
import type { EventMap, EventOrigin } from './event-map';
import { nearestEventNames, type ResolvedName, resolveEventName } from './event-name';
import { readEventTime } from './event-time';
import { readFields } from './fields';
import { Findings, named, shown } from './findings';
import { ACTION_SOURCES, EVENT, type PinterestEvent } from './pinterest-event';
import { isAbsent, isRawObject, type RawObject, textOf } from './raw';
import { shapeProblem } from './shape';
import { isIdentifiable, readUserData } from './user-data';

/** What is known about the request that brought the event. */
export interface RequestContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly origin: EventOrigin;
  /** Of a browser's request: its connection, cookies and page. */
  readonly ipAddress?: string;
  readonly userAgent?: string | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly referer?: string | undefined;
}

/** What the owner decided. */
export interface Policy {
  readonly eventMap?: EventMap | undefined;
  readonly maximumEventAgeSeconds: number;
  readonly defaultCountry?: string | undefined;
}

export type Verdict =
  | { readonly accepted: true; readonly event: PinterestEvent; readonly warnings: readonly string[] }
  | { readonly accepted: false; readonly problems: readonly string[]; readonly warnings: readonly string[] };

export function accept(raw: unknown, context: RequestContext, policy: Policy): Verdict {
  const misshapen = shapeProblem(raw);
  if (misshapen !== undefined || !isRawObject(raw)) {
    return { accepted: false, problems: [misshapen ?? 'an event is an object'], warnings: [] };
  }
  const findings = new Findings();
  const event = readEvent(raw, context, policy, findings);
  return event === undefined || findings.problems.length > 0
    ? { accepted: false, problems: findings.problems, warnings: findings.warnings }
    : { accepted: true, event, warnings: findings.warnings };
}

function readEvent(
  raw: RawObject,
  context: RequestContext,
  policy: Policy,
  findings: Findings,
): PinterestEvent | undefined {
  const { event_name, action_source, event_time, event_id, user_data, custom_data, ...others } = raw;
  const fromBrowser = context.origin === 'browser';

  const name = readName(event_name, context, policy, findings);
  const source = readActionSource(fromBrowser ? (action_source ?? 'web') : action_source, fromBrowser, findings);
  const time = readEventTime(
    fromBrowser ? (event_time ?? context.now) : event_time,
    { now: context.now, maximumAgeSeconds: policy.maximumEventAgeSeconds },
    findings,
  );
  const id = readEventId(event_id, findings);
  const rest = readFields(others, EVENT, '', findings);
  if (fromBrowser && rest.event_source_url === undefined && context.referer) rest.event_source_url = context.referer;

  const userData = readUserData(
    objectOrEmpty(user_data, 'user_data', findings),
    {
      connection:
        context.ipAddress === undefined ? undefined : { ipAddress: context.ipAddress, userAgent: context.userAgent },
      clickId: clickIdOfCookies(context.cookies) ?? clickIdOfUrl(rest.event_source_url),
      defaultCountry: policy.defaultCountry,
    },
    findings,
  );
  if (!isIdentifiable(userData)) {
    findings.problem(
      '"user_data" cannot be matched; send "em" (e-mail), "hashed_maids", or both "client_ip_address" and "client_user_agent"',
    );
  }
  const customData = readCustomData(objectOrEmpty(custom_data, 'custom_data', findings), name?.entry, findings);
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

function readName(
  value: unknown,
  context: RequestContext,
  policy: Policy,
  findings: Findings,
): ResolvedName | undefined {
  const given = textOf(value);
  if (given === undefined) {
    const got = isAbsent(value) ? 'missing' : `${shown(value)}, which is no text`;
    findings.problem(`"event_name" is ${got}; send one of Pinterest's names, such as checkout`);
    return undefined;
  }
  const resolved = resolveEventName(given, policy.eventMap);
  if (resolved === undefined) {
    const near = nearestEventNames(given, policy.eventMap && Object.keys(policy.eventMap));
    const known = policy.eventMap === undefined ? "no event name of Pinterest's" : 'not in the event map';
    findings.problem(
      `"event_name" is ${named(given)}, ${known}${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`,
    );
    return undefined;
  }
  const { from } = resolved.entry ?? {};
  if (from !== undefined && !from.includes(context.origin)) {
    findings.problem(`"event_name" ${named(given)} is taken from ${from.join(' and ')} only, by the event map`);
    return undefined;
  }
  return resolved;
}

function readEventId(value: unknown, findings: Findings): string | undefined {
  const id = textOf(value);
  if (id === undefined) {
    const got = isAbsent(value) ? 'missing' : `${shown(value)}, which is no text`;
    findings.problem(`"event_id" is ${got}; send the id that the browser tag sends too, so that Pinterest counts once`);
  }
  return id;
}

function readActionSource(value: unknown, fromBrowser: boolean, findings: Findings): string | undefined {
  const given = textOf(value)?.toLowerCase();
  const source = ACTION_SOURCES.find((known) => known === given);
  if (source === undefined || (fromBrowser && source !== 'web')) {
    const allowed = fromBrowser ? 'a browser sends web' : `send one of ${ACTION_SOURCES.join(', ')}`;
    findings.problem(`"action_source" is ${value === undefined ? 'missing' : shown(value)}; ${allowed}`);
    return undefined;
  }
  return source;
}

function objectOrEmpty(value: unknown, name: string, findings: Findings): RawObject {
  if (value === undefined || value === null) return {};
  if (isRawObject(value)) return value;
  findings.problem(`"${name}" is ${shown(value)}; it takes an object`);
  return {};
}
