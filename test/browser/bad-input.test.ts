/** Whatever a page does with the script, the page works on, and its console holds one warning that says what is wrong. */
import type { Browser } from 'playwright-core';
import { Shop } from './support/shop';

describe('a page that misuses the script', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open();
    shop.add('/');
  });
  afterAll(() => shop?.close());

  it.each<[string, string, RegExp]>([
    ['no name', 'track()', /event_name.* is missing/],
    ['a name that does not exist', 'track("chekout")', /did you mean checkout/],
    ['nonsense in every place', 'track({}, 5, Symbol())', /event_name.* is an object/],
    ['null for data', 'track("lead", null, null); c.track("chekout")', /did you mean checkout/],
    ['data that is no JSON', 'const o = {}; o.o = o; c.track("lead", o)', /circular/i],
    ['10,000 calls in a loop', 'for (let i = 0; i < 10000; i++) c.track("search")', /too many or too large/],
    ['a value of 1 MB', 'track("lead", {order_id: "x".repeat(1e6)})', /too many or too large/],
    ['a call that is no list', 'calls.push(5); c.calls.push(null)', /TypeError/],
  ])('goes on after %s', async (_, code, warning) => {
    const { page, warnings, pageErrors } = await shop.visit();
    await page.goto(shop.origin);
    const before = Date.now();
    await page.evaluate(
      `{const c = pinterestConversions; ${code.startsWith('const') || code.startsWith('for') ? code : `c.${code}`}}`,
    );
    expect(Date.now() - before).toBeLessThan(2_000);
    await page.waitForTimeout(500);
    expect(pageErrors).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(warning)]);
    expect(await page.evaluate('1 + 1')).toBe(2);
  });

  type Prepare = (context: Awaited<ReturnType<Browser['newContext']>>) => Promise<unknown>;
  const broken =
    (name: string): Prepare =>
    (context) =>
      context.addInitScript(
        `Object.defineProperty(window, '${name}', {get() { throw new Error('storage is broken') }})`,
      );

  it.each<[string, Prepare, RegExp | undefined]>([
    ['a broken sessionStorage', broken('sessionStorage'), /storage is broken/],
    ['a broken localStorage', broken('localStorage'), undefined],
    ['a blocked endpoint', (context) => context.route(/collect/, (route) => route.abort()), /no answer from .*collect/],
  ])('goes on with %s', async (_, prepare, warning) => {
    const { page, context, warnings, pageErrors } = await shop.visit();
    await prepare(context);
    await page.goto(`${shop.origin}/?epik=click`);
    const id = await page.evaluate('pinterestConversions.track("lead"), pinterestConversions.track("lead")');
    await page.waitForTimeout(500);
    expect(id).toEqual(expect.any(String));
    expect(pageErrors).toEqual([]);
    expect(warnings).toEqual(warning ? [expect.stringMatching(warning)] : []);
  });
});
