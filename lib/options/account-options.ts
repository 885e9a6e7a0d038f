/** Options for the ad account and its events. */
import { Duration } from 'aws-cdk-lib';
import { DEFAULT_MAXIMUM_EVENT_AGE_SECONDS } from '../../contract/common-environment';
import { isCountryCode } from '../../contract/countries';
import { AD_ACCOUNT_ID } from '../../contract/pinterest-event';
import { LateEvents } from '../late-events';
import { eventMapFaults } from '../private/event-map-faults';
import { isOrigin, meantOrigin, ORIGIN } from '../private/origin';
import { checkedText, compound, duration, flag, list, oneOf, text } from './kind';
import type { OptionsOf } from './option';

export const WHERE_THE_AD_ACCOUNT_ID_IS =
  'Pinterest Ads Manager shows it in the address bar after /advertiser/, and in the account menu at the top left';

/** What an editor can check of a country code; UK is a common mistake for GB. */
export const COUNTRY_PATTERN = /^(?!UK$)[A-Z]{2}$/;

export const ACCOUNT_OPTIONS = {
  adAccountId: {
    kind: text(AD_ACCOUNT_ID, 'a string of 1 to 18 digits, such as "549755885175"', { range: '1 to 18 digits' }),
    fix: WHERE_THE_AD_ACCOUNT_ID_IS,
    example: '549755885175',
  },
  allowedOrigins: {
    kind: list({
      holds: isOrigin,
      allowed: 'exact origins (https:// and a host, with "*." before it at most; no path, no trailing slash)',
      schema: {
        type: 'string',
        pattern: ORIGIN.source,
        description:
          'An exact origin: https:// and a host, without a path or trailing slash. "*." before the host allows every ' +
          'subdomain; http is allowed for localhost only.',
        examples: ['https://www.shop.example', 'https://*.shop.example', 'http://localhost:*'],
      },
    }),
    fix: (origin) => `write "${meantOrigin(origin) ?? 'https://www.shop.example'}"`,
    default: [],
    example: ['https://www.shop.example'],
  },
  eventMap: {
    kind: compound(eventMapFaults, {
      type: 'object',
      minProperties: 1,
      additionalProperties: { $ref: '#/$defs/eventMapEntry' },
    }),
    fix: '',
    example: { 'trial started': { sendAs: 'signup', value: 40, currency: 'USD' } },
  },
  defaultCountry: {
    kind: checkedText(isCountryCode, COUNTRY_PATTERN, 'an uppercase ISO 3166 two-letter code'),
    fix: (code) => (String(code).toUpperCase() === 'UK' ? 'the United Kingdom is "GB"' : 'write one such as "US"'),
    example: 'US',
  },
  testMode: { kind: flag, fix: 'write it without quotes', default: false, example: true },
  maximumEventAge: {
    kind: duration({ from: Duration.minutes(1), to: Duration.days(60) }),
    fix: 'write one such as Duration.days(7)',
    default: Duration.seconds(DEFAULT_MAXIMUM_EVENT_AGE_SECONDS),
  },
  lateEvents: {
    kind: oneOf(
      Object.values(LateEvents),
      `LateEvents.DELIVER ("${LateEvents.DELIVER}") or PUT_ASIDE ("${LateEvents.PUT_ASIDE}")`,
    ),
    fix: 'leave it out to deliver them',
    default: LateEvents.DELIVER,
  },
  respectGlobalPrivacyControl: {
    kind: flag,
    fix: 'leave it out to withhold events from browsers that send Global Privacy Control',
    default: true,
  },
} as const satisfies OptionsOf<
  | 'adAccountId'
  | 'allowedOrigins'
  | 'eventMap'
  | 'defaultCountry'
  | 'testMode'
  | 'maximumEventAge'
  | 'lateEvents'
  | 'respectGlobalPrivacyControl'
>;
