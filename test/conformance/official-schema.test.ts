/**
 * The facts in events.schema.json, held against Pinterest's own API description. That file is no part of this repository:
 * without a copy on the machine this says so and counts as skipped.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { differences } from '../../scripts/schema/differences';
import { type Official, OWN_FACTS, readOfficial } from '../../scripts/schema/facts';

const FILE = path.join(__dirname, '../../../shared/reference/pinterest-events-openapi.json');

const present = existsSync(FILE);
const reason = present ? '' : ` (skipped: no copy of ${path.basename(FILE)} on this machine)`;

(present ? it : it.skip)(`Pinterest's API description says nothing else than events.schema.json${reason}`, () => {
  expect(differences(readOfficial(FILE))).toEqual([]);
});

describe('differences', () => {
  const official: Official = {
    version: '5.99.0',
    facts: OWN_FACTS,
    adAccountId: { type: 'string', pattern: '^\\d+$', maxLength: 18 },
  };
  const others = (change: (facts: Map<string, object>) => void): readonly string[] => {
    const facts = new Map<string, object>(OWN_FACTS);
    change(facts);
    return differences({ ...official, facts } as Official);
  };

  it('are none to the facts themselves', () => {
    expect(differences(official)).toEqual([]);
  });

  it('tell a field that a newer version has', () => {
    expect(others((facts) => facts.set('$.data[].user_data.uid2', { type: 'string' }))).toEqual([
      'new: $.data[].user_data.uid2 {"type":"string"}',
    ]);
  });

  it('tell a field that is gone, but not one that was added after the version of the file', () => {
    expect(others((facts) => facts.delete('$.data[].wifi'))).toEqual(['gone: $.data[].wifi']);
    expect(others((facts) => facts.delete('$.data[].user_data.customer_type'))).toEqual([]);
  });

  it('tell a limit, a type, a value or a name that changed', () => {
    expect(
      others((facts) => {
        facts.set('$.data', { ...facts.get('$.data'), maxItems: 2_000 });
        facts.set('$.data[].event_name', { type: 'string', listed: ['checkout', 'contact', 'quiz'] });
      }),
    ).toEqual([
      'changed: $.data maxItems: 1000 here, 2000 there',
      expect.stringMatching(/^changed: \$\.data\[\]\.event_name listed: \[.*\] here, \["checkout","quiz"\] there$/),
    ]);
  });

  it('tell another form of ad account ids', () => {
    expect(differences({ ...official, adAccountId: { ...official.adAccountId, maxLength: 20 } })).toEqual([
      'changed: {ad_account_id} maxLength: 18 here, 20 there',
    ]);
  });
});
