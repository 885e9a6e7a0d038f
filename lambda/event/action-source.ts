/**
 * `action_source`: where the event happened. Pinterest knows four values; `app`, which older guides teach, is resolved by
 * what the event says of its device, because Pinterest itself would refuse it.
 */
import { nearestNames } from '../../contract/event-name';
import { ACTION_SOURCES } from '../../contract/pinterest-event';
import { named, shown } from '../../contract/quoting';
import { isAbsent, isRawObject, type RawObject, textOf } from '../../contract/raw';
import type { Findings } from './findings';

const IOS = /\b(ios|iphone|ipad|ipod|ipados|cfnetwork)\b/i;
const ANDROID = /\b(android|okhttp|dalvik)\b/i;

export function readActionSource(raw: RawObject, fromBrowser: boolean, findings: Findings): string | undefined {
  const given = textOf(raw.action_source)?.toLowerCase();
  if (fromBrowser && given === undefined) return 'web';
  if (given === 'app' && !fromBrowser) return readApp(raw, findings);
  const source = ACTION_SOURCES.find((known) => known === given);
  if (source === undefined || (fromBrowser && source !== 'web')) {
    const allowed = fromBrowser ? 'a browser sends web' : `send one of ${ACTION_SOURCES.join(', ')}`;
    const isNear = given !== undefined && nearestNames(given, ACTION_SOURCES).length > 0;
    const because = (what: string) => `"action_source" is ${what}; ${allowed}`;
    findings.problem(because(isNear ? named(given) : got(raw.action_source)), because(got(raw.action_source)));
    return undefined;
  }
  return source;
}

const got = (value: unknown): string => (isAbsent(value) ? 'missing' : shown(value));

function readApp(raw: RawObject, findings: Findings): string | undefined {
  const hints = hintsOf(raw);
  const [ios, android] = [IOS.test(hints), ANDROID.test(hints)];
  if (ios !== android) return ios ? 'app_ios' : 'app_android';
  findings.problem('"action_source" is "app", and the event does not tell which system; send app_ios or app_android');
  return undefined;
}

/** Every text of an event that can name the device's system. */
function hintsOf({ device_info, app_info, user_data, device_type, device_model, device_brand }: RawObject): string {
  const inner = (value: unknown, ...keys: string[]) => (isRawObject(value) ? keys.map((key) => value[key]) : []);
  return [
    ...inner(device_info, 'os_family', 'os_name', 'type', 'model', 'brand'),
    ...inner(app_info, 'user_agent', 'app_store'),
    ...inner(user_data, 'client_user_agent'),
    device_type,
    device_model,
    device_brand,
  ]
    .filter((hint) => typeof hint === 'string')
    .join(' ');
}
