/** What another version of Pinterest's description says otherwise than the facts here, line by line. */
import { AD_ACCOUNT_ID_FACTS, ADDED_SINCE, NAMES_ADDED, type Official, OWN_FACTS } from './facts';
import type { Facts, Structure } from './structure';

export function differences({ facts: official, adAccountId }: Official, own: Structure = OWN_FACTS): string[] {
  const paths = [...new Set([...own.keys(), ...official.keys()])].sort();
  return [
    ...paths.flatMap((path) => ofPath(path, own.get(path), official.get(path))),
    ...factsDiffer('{ad_account_id}', AD_ACCOUNT_ID_FACTS, adAccountId),
  ];
}

function ofPath(path: string, own: Facts | undefined, official: Facts | undefined): string[] {
  if (own === undefined) return [`new: ${path} ${JSON.stringify(official)}`];
  const since = ADDED_SINCE.get(path);
  if (official === undefined) return since === undefined ? [`gone: ${path}`] : [];
  return factsDiffer(path, own, official);
}

function factsDiffer(path: string, own: Facts, official: Facts): string[] {
  const names = [...new Set([...Object.keys(own), ...Object.keys(official)])].sort();
  return names.flatMap((name) => {
    const [here, there] = [own[name], withoutNamesKnown(path, official[name])];
    if (JSON.stringify(here) === JSON.stringify(there)) return [];
    return [`changed: ${path} ${name}: ${shown(here)} here, ${shown(there)} there`];
  });
}

/** Names that a later version added are known here already. */
const withoutNamesKnown = (path: string, value: unknown): unknown =>
  path.endsWith('.event_name') && Array.isArray(value) ? value.filter((name) => !NAMES_ADDED.includes(name)) : value;

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
