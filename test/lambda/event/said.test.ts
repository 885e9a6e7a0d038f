/** Consent, privacy and test in the names and spellings of other vendors: a no is a no wherever it stands. */
import fc from 'fast-check';
import { accept } from '../../../lambda/event/accept';
import { CONSENT_NAMES } from '../../../lambda/event/consent';
import { PRIVACY_NAMES } from '../../../lambda/event/opt-out-type';
import { TEST_NAMES } from '../../../lambda/event/test-switch';
import { accepted, POLICY, rawEvent, refused, SERVER } from '../../helpers/factories';
import { createIngest } from '../ingest/ingest';

/** Where a shop may write it. */
const PLACES: readonly ((said: object) => Record<string, unknown>)[] = [
  (said) => rawEvent(said),
  (said) => rawEvent({ user_data: { em: 'user@example.com', ...said } }),
  (said) => rawEvent({ custom_data: said }),
  (said) => rawEvent({ custom_data: JSON.stringify(said) }),
  (said) => rawEvent({ context: said }),
  (said) => rawEvent({ order: { payment: said } }),
];

const place = fc.constantFrom(...PLACES);

/** `limiteddatause` → `LIMITED_data-Use` and the like. */
const spelled = (name: string) =>
  fc.array(fc.constantFrom('', '', '_', '-', ' '), { minLength: name.length, maxLength: name.length }).chain((marks) =>
    fc.boolean().map((upper) => {
      const text = [...name].map((letter, index) => letter + (index < name.length - 1 ? marks[index] : '')).join('');
      return upper ? text.toUpperCase() : text;
    }),
  );

const outcome = (raw: unknown): string => {
  const verdict = accept(raw, SERVER, POLICY);
  return verdict.accepted ? (verdict.test ? 'test' : 'live') : verdict.withheld ? 'withheld' : 'refused';
};

const withheldOrRefused = expect.stringMatching(/withheld|refused/);

test('a no under any name of consent, in any spelling and place, holds the event back', () => {
  const no = fc.constantFrom<unknown>(false, 0, '', null, 'denied', 'DENIED', 'no', {}, [], { pinterest: false });
  const name = fc.constantFrom(...CONSENT_NAMES).chain(spelled);
  fc.assert(
    fc.property(place, name, no, (put, key, value) => {
      expect(outcome(put({ [key]: value }))).toBe('withheld');
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a word that is not known to be a yes never counts as one', () => {
  fc.assert(
    fc.property(fc.string(), (consent) => {
      const yes =
        /^\W*(?:true|t|1|yes|y|on|ja|oui|si|sim|ok|grant|accept|given|allow|opt|agree|consented|enabled|approved|all|g11|c0004)/i;
      fc.pre(!yes.test(consent.trim()));
      expect(outcome(rawEvent({ consent }))).toEqual(withheldOrRefused);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test.each([
  [{ consent: { ad_storage: { default: 'denied', update: 'granted' } } }, 'live'],
  [{ consent: { default: { ad_storage: 'denied' }, update: { ad_storage: 'granted' } } }, 'live'],
  [{ consent: { default: { ad_storage: 'denied' } } }, 'withheld'],
  [{ consent: { marketing: true, vendors: { pinterest: false } } }, 'withheld'],
  [{ consent: { marketing: true, sale_of_data: false } }, 'withheld'],
  [{ consent: { marketing: true, opted_out: true } }, 'withheld'],
  [{ consent: { marketing: true, opted_out: false } }, 'live'],
  [{ consent: { purposes: { 1: true, 4: true } } }, 'refused'],
  [{ consent: '{"marketing":false}' }, 'withheld'],
  [{ consent: 'C0001:1,C0002:1,C0004:0' }, 'withheld'],
  [{ consent: ',C0001,C0004,' }, 'live'],
  [{ consent: ',C0001,C0002,' }, 'withheld'],
  [{ gcs: 'G101' }, 'withheld'],
  [{ gcs: 'G111' }, 'live'],
  [{ consent: 'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA' }, 'refused'],
  [{ context: { consent: { categoryPreferences: { Advertising: false, Analytics: true } } } }, 'withheld'],
  [{ context: { consentManagement: { allowedConsentIds: [], deniedConsentIds: [] } } }, 'live'],
  [{ context: { consentManagement: { allowedConsentIds: [], deniedConsentIds: ['Marketing'] } } }, 'withheld'],
  [{ context: { consentManagement: { allowedConsentIds: ['c1'], deniedConsentIds: ['c2'] } } }, 'refused'],
  [{ customerPrivacy: { marketingAllowed: true, saleOfDataAllowed: true, analyticsProcessingAllowed: false } }, 'live'],
  [{ gpc: 1 }, 'withheld'],
])('%j is %s', (changes, expected) => expect(outcome(rawEvent(changes))).toBe(expected));

test('a yes under any name of a test, in any spelling and place, never counts as an order', () => {
  const name = fc
    .constantFrom(...TEST_NAMES)
    .chain((known) => spelled(known).map((key) => ({ key, value: /live|production/.test(known) ? false : 'test' })));
  fc.assert(
    fc.property(place, name, (put, { key, value }) => {
      expect(outcome(put({ [key]: value }))).toBe('test');
    }),
    { seed: 1, numRuns: 500 },
  );
});

test.each([
  [{ custom_data: { test: 'perhaps' } }, 'refused'],
  [{ livemode: 'perhaps' }, 'refused'],
  [{ livemode: true }, 'live'],
  [{ livemode: null }, 'live'],
  [{ test_mode: 'live' }, 'live'],
  [{ environment: 'PRODUCTION' }, 'live'],
  [{ environment: 'eu-central-1' }, 'live'],
  [{ environment: 'Sandbox' }, 'test'],
  [{ test_event_code: false }, 'live'],
  [{ context: { test: 'variant-b' } }, 'live'],
])('of tests, %j is %s', (changes, expected) => expect(outcome(rawEvent(changes))).toBe(expected));

test.each([
  [{ livemode: false }, undefined],
  [{ test_mode: true }, undefined],
  [{ testEventCode: 'TEST1' }, undefined],
  [{}, { test_event_code: 'TEST1' }],
  [{}, { isTest: '1' }],
])('the request says so too: beside the events %j, in the query %j', async (beside, query) => {
  const ingest = createIngest();
  await ingest.send({ data: [rawEvent()], ...beside }, { ...(query && { query }) });
  expect(ingest.queued()).toMatchObject([{ test: true }]);
});

test('a yes to less use of data, in any spelling and place, is sent in the words of Pinterest or refuses the event', () => {
  const name = fc.constantFrom(
    ...PRIVACY_NAMES.filter(
      (one) => !/^(?:ad|advertiser|application)trackingenabled$|signals$|country$|state$/.test(one),
    ),
  );
  const yes = fc.constantFrom<unknown>(true, 1, 'yes', ['LDU'], 'LDP', '1YYN', {}, '{{x}}');
  fc.assert(
    fc.property(place, name.chain(spelled), yes, (put, key, given) => {
      const verdict = accept(put({ [key]: given }), SERVER, POLICY);
      const { opt_out, custom_data } = verdict.accepted ? verdict.event : { opt_out: true };
      expect(opt_out === true || custom_data?.opt_out_type?.includes('LDP')).toBe(true);
    }),
    { seed: 1, numRuns: 1_000 },
  );
});

test.each([
  [{ limitedDataUse: true }, { type: 'LDP' }],
  [{ dataProcessingOptions: { 0: 'LDU' } }, { type: 'LDP' }],
  [{ data_processing_options: { LDU: true } }, { type: 'LDP' }],
  [{ data_processing_options: { options: ['LDU'], country: 1, state: 1000 } }, { type: 'LDP' }],
  [{ data_processing_options: '["LDU"]' }, { type: 'LDP' }],
  [{ rdp: 1 }, { type: 'LDP' }],
  [{ us_privacy: '1YYN' }, { type: 'LDP' }],
  [{ us_privacy: '1YNN' }, {}],
  [{ do_not_sell: true }, { type: 'LDP' }],
  [{ opt_out_type: '["LDP"]' }, { type: 'LDP' }],
  [{ opt_out_type: 'limited data processing' }, { type: 'LDP' }],
  [{ opt_out_type: 'LDP CCPA' }, { type: 'LDP,CCPA' }],
  [{ opt_out_type: 'none' }, {}],
  [{ opt_out_type: false }, {}],
  [{ npa: '1' }, { out: true }],
  [{ npa: '0' }, {}],
  [{ optOut: 'yes' }, { out: true }],
  [{ advertiser_tracking_enabled: 0 }, { out: true }],
  [{ advertiser_tracking_enabled: 1 }, {}],
  [{ context: { device: { adTrackingEnabled: false } } }, { out: true }],
  [{ device_info: { model: 'x', limit_ad_tracking: true } }, { out: true }],
  [{ att_status: 'notDetermined' }, { out: true }],
  [{ dnt: 1 }, { out: true }],
])('%j says %j', (changes, { type, out }: { type?: string; out?: boolean }) => {
  const { event } = accepted(rawEvent(changes));
  expect({ type: event.custom_data?.opt_out_type, out: event.opt_out }).toEqual({ type, out });
});

test.each([
  { opt_out_type: 'true' },
  { opt_out_type: '{{type}}' },
  { us_privacy: 'yes please' },
  { dpo: ['CCPA'] },
  { context: { device: { adTrackingEnabled: 'perhaps' } } },
])('%j is not guessed', (changes) => {
  expect(refused(rawEvent(changes)).problems).toEqual([expect.stringMatching(/ is .*; it takes /)]);
});
