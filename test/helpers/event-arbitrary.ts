/**
 * Events of every shape, with the request and the owner's policy around them, for tests that hold for all of them. Most
 * are nearly right, so that most are accepted; the rest is wrong in every way that was thought of.
 */
import fc from 'fast-check';
import type { Policy, RequestContext } from '../../lambda/event/policy';
import { rawEvent } from './arbitrary/event';
import { USER_AGENT } from './arbitrary/person';
import { BROWSER, NOW, POLICY, SERVER } from './factories';

export interface Sample {
  readonly raw: Record<string, unknown>;
  readonly context: RequestContext;
  readonly policy: Policy;
}

const browser = fc
  .record({
    userAgent: fc.constantFrom(BROWSER.userAgent, USER_AGENT, undefined),
    cookies: fc.constantFrom(undefined, ['_ga=1', '_epik=dj0yJnU9Q2'], ['_epik=']),
    referer: fc.constantFrom(undefined, 'https://www.shop.example/cart?epik=r'),
    globalPrivacyControl: fc.nat(20).map((n) => n === 0),
  })
  .map((changes): RequestContext => ({ ...BROWSER, ...changes }));

const context = fc.oneof({ weight: 2, arbitrary: fc.constant(SERVER) }, { weight: 1, arbitrary: browser });
const policy = fc
  .constantFrom(undefined, 'US', 'GB', 'DE')
  .map((defaultCountry): Policy => ({ ...POLICY, defaultCountry }));

const sample = fc.record({ raw: rawEvent, context, policy });

/** What a browser sends is from the web, and its test is not about the words for that. */
const fromTheWeb = ({ raw, ...rest }: Sample): Sample =>
  rest.context.origin === 'server'
    ? { raw, ...rest }
    : { raw: { ...raw, action_source: 'web', event_time: NOW - 1_000 }, ...rest };

const eventMap = {
  trial_started: { sendAs: 'signup', value: 40, currency: 'USD', defaultCountry: 'GB' },
  'Order Placed': { sendAs: 'Checkout', from: ['server', 'browser'] },
  quiz_done: { sendAs: 'Quiz_Done-2', advertiserDefined: true },
} as const;

const mapped = fc.tuple(sample, fc.constantFrom(...Object.keys(eventMap))).map(
  ([given, event_name]): Sample => ({
    ...given,
    raw: { ...given.raw, event_name },
    policy: { ...given.policy, eventMap },
  }),
);

export const anySample: fc.Arbitrary<Sample> = fc
  .oneof({ weight: 8, arbitrary: sample }, { weight: 1, arbitrary: mapped })
  .chain((given) => fc.constantFrom(fromTheWeb(given), fromTheWeb(given), fromTheWeb(given), given));
