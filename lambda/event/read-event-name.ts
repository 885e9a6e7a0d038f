/** `event_name`: any name that is known here or in the owner's map, or a problem that suggests the nearest ones. */
import type { EventMap, EventOrigin } from '../../contract/event-map';
import { nearestNames, type ResolvedName, resolveEventName } from '../../contract/event-name';
import { named, shown } from '../../contract/quoting';
import { isAbsent, textOf } from '../../contract/raw';
import type { Findings } from './findings';
import { noConversion } from './no-conversion';

export function readEventName(
  value: unknown,
  map: EventMap | undefined,
  origin: EventOrigin,
  findings: Findings,
): ResolvedName | undefined {
  const given = textOf(value);
  if (given === undefined) {
    const got = isAbsent(value) ? 'missing' : `${shown(value)}, which is no text`;
    findings.problem(`"event_name" is ${got}; send one of Pinterest's names, such as checkout`);
    return undefined;
  }
  const resolved = resolveEventName(given, map);
  const refusedFor = resolved === undefined && map === undefined ? noConversion(given) : undefined;
  if (refusedFor !== undefined) {
    const { vocabulary, because } = refusedFor;
    const told = (name: string) =>
      `"event_name" is ${name} (${vocabulary}), which is no conversion at Pinterest: ${because}; do not send it, or give it a row in "eventMap" if it matters`;
    findings.problem(told(named(given)), told(shown(given)));
    return undefined;
  }
  if (resolved === undefined) {
    const near = nearestNames(given, map && Object.keys(map));
    const example = map === undefined ? 'checkout' : Object.keys(map).slice(0, 3).join(', ');
    const known = map === undefined ? "no event name of Pinterest's" : 'not in the event map';
    const advice = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `send one such as ${example}`;
    const because = (name: string) => `"event_name" is ${name}, ${known}; ${advice}`;
    findings.problem(because(named(given)), because(shown(given)));
    return undefined;
  }
  const { from } = resolved.entry ?? {};
  if (from !== undefined && !from.includes(origin)) {
    const because = (name: string) => `"event_name" ${name} is taken from ${from.join(' and ')} only, by the event map`;
    findings.problem(because(named(given)), because(`of ${given.length} characters`));
    return undefined;
  }
  return resolved;
}
