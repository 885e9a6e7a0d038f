/** The event map as the dashboard shows it, so that readers of the numbers know what they count. */
import type { EventMapEntry } from '../event-map';

export function eventMapTable(map: { [name: string]: EventMapEntry } | undefined): string {
  if (map === undefined) {
    return '## Which events are these?\nThere is no event map: every event name known to Pinterest, GA4, Meta or Segment is sent.';
  }
  const rows = Object.entries(map).map(([name, entry]) => [
    name,
    entry.sendAs,
    entry.value === undefined ? '' : `${entry.value} ${entry.currency ?? ''}`,
    entry.trigger ?? '',
    entry.from?.join(', ') ?? 'anywhere',
  ]);
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [
    '## Which events are these?',
    line(['your event', 'name at Pinterest', 'value', 'trigger', 'sent from']),
    '| --- | --- | --- | --- | --- |',
    ...rows.map(line),
  ].join('\n');
}

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
