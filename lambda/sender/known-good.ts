/**
 * An event that Pinterest has to take, to tell a bad event from a Pinterest that refuses everything. It is posted with
 * `?test=true` only, so that nothing is counted, and belongs to nobody: the address in it is reserved for documents.
 */
import { sha256 } from '../event/sha256';
import type { Batch, Outgoing } from './batches';

const EM = [sha256('nobody@example.com')];

export function knownGood(now: number): Batch<Outgoing> {
  const event = {
    event_name: 'page_visit',
    action_source: 'web',
    event_time: Math.floor(now / 1_000),
    event_id: `known-good-${now}`,
    event_source_url: 'https://www.example.com/',
    user_data: { em: EM },
  };
  return { test: true, events: [{ test: true, receives: 1, json: JSON.stringify(event) }] };
}
