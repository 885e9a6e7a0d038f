/** What becomes of an event, in the words of docs/events.md. */

import { APP_INFO, CONTENT, CUSTOM_DATA, DEVICE_INFO, EVENT, type FieldTable } from '../../contract/pinterest-event';
import { accept } from '../../lambda/event/accept';
import type { RequestContext } from '../../lambda/event/policy';
import { BROWSER, POLICY, rawEvent, SERVER } from '../helpers/factories';

const CALLERS: Readonly<Record<string, RequestContext>> = {
  server: SERVER,
  browser: BROWSER,
  'browser with Sec-GPC: 1': { ...BROWSER, globalPrivacyControl: true },
  'browser that is a bot': { ...BROWSER, userAgent: 'Mozilla/5.0 (compatible; Pinterestbot/1.0)' },
};

export const judged = (raw: unknown, context: RequestContext = SERVER) => accept(raw, context, POLICY);

export function outcomeOf(from: string, raw: unknown): string {
  const context = CALLERS[from];
  if (context === undefined) throw new Error(`no caller "${from}"`);
  const verdict = judged(raw, context);
  if (!verdict.accepted) return verdict.withheld ? 'withheld' : 'refused';
  if (verdict.test) return 'accepted as a test';
  return verdict.warnings.length > 0 ? 'accepted with a warning' : 'accepted';
}

/** The event with a value at a field of a table, among other fields that are right. */
function eventWith(table: FieldTable, key: string, value: unknown): object {
  if (table === EVENT) return rawEvent({ [key]: value });
  if (table === CUSTOM_DATA) return rawEvent({ custom_data: { [key]: value } });
  if (table === CONTENT) return rawEvent({ custom_data: { contents: [{ id: 'A', [key]: value }] } });
  if (table === APP_INFO) return rawEvent({ app_info: { [key]: value } });
  if (table === DEVICE_INFO) return rawEvent({ device_info: { [key]: value } });
  return rawEvent({ user_data: { em: 'user@example.com', [key]: value } });
}

/** What happens to an event that has a value of the wrong type at a field. */
export function unreadableIn(table: FieldTable, key: string): string {
  const holdsObjects = table[key]?.kind === 'object' || table[key]?.kind === 'objects';
  const verdict = judged(eventWith(table, key, holdsObjects ? 'no object' : { no: 'text' }));
  if (!verdict.accepted) return 'refused';
  return verdict.warnings.some((warning) => warning.includes(`${key}"`)) ? 'left out' : 'taken';
}
