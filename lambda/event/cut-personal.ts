/** Keeps what is personal out of the fields that leave in clear: the page's URL, and texts that shops fill as they like. */

import { named } from '../../contract/quoting';
import { isAbsent } from '../../contract/raw';
import type { Findings } from './findings';
import { cleanPageUrl } from './page-url';
import { holdsEmail } from './personal-text';

export function setPage(event: { event_source_url?: string }, given: string, findings: Findings): void {
  const { url, cut, cutElsewhere } = cleanPageUrl(given);
  for (const name of new Set(cut))
    findings.warning(
      'personal_value',
      `the parameter ${named(name)} was cut out of "event_source_url": it is personal`,
    );
  if (cutElsewhere)
    findings.warning('personal_value', 'something personal was cut out of "event_source_url", before its query');
  if (isAbsent(url)) delete event.event_source_url;
  else event.event_source_url = url;
}

/** Leaves out texts that hold an e-mail address, in lists and inner objects too. The page's URL is cleaned already. */
export function cutPersonalTexts(object: object, path: string, findings: Findings): void {
  const fields = object as Record<string, unknown>;
  for (const key in fields) {
    const value = fields[key];
    if (typeof value === 'string') {
      if (holdsEmail(value) && key !== 'user_agent') cut(fields, key, path, findings);
    } else if (Array.isArray(value)) {
      if (value.some((item) => typeof item === 'string' && holdsEmail(item))) cut(fields, key, path, findings);
      for (const item of value) if (typeof item === 'object') cutPersonalTexts(item, `${path}${key}.`, findings);
    } else if (typeof value === 'object' && value !== null) cutPersonalTexts(value, `${path}${key}.`, findings);
  }
}

function cut(fields: Record<string, unknown>, key: string, path: string, findings: Findings): void {
  delete fields[key];
  findings.warning('personal_value', `"${path}${key}" holds an e-mail address and was left out`);
}
