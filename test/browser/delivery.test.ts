/** Every event reaches the endpoint, whatever becomes of the page and the network; and no page of others gets in. */
import type { Page } from 'playwright-core';
import { sha256 } from '../../lambda/event/sha256';
import { until } from '../helpers/local-stack';
import { Shop, type ShopWindow } from './support/shop';

declare const window: ShopWindow;

const STRICT = (origin: string, endpoint: string) =>
  `default-src 'none'; script-src ${endpoint} ${origin}; connect-src ${endpoint}; require-trusted-types-for 'script'`;

describe('delivery from the page', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open();
    shop.add('/');
    shop.add('/next');
    shop.add('/hashes', { script: 'data-hash="browser"' });
    shop.add('/strict', {
      head: '',
      csp: STRICT(shop.origin, shop.stack.endpoint),
      body: '<button data-pinterest-event="search" data-pinterest-data=\'{"event_id":"strict-1"}\'>Search</button>',
    });
    shop.add('/form', {
      body: `<form action="/next" data-pinterest-event="lead" data-pinterest-data='{"value":40,"currency":"USD"}'>
        <input type="hidden" name="event_id"><button>Send</button></form>`,
    });
  });
  afterAll(() => shop?.close());

  const open = async (path = '/'): Promise<Page> => {
    const { page } = await shop.visit();
    await page.goto(shop.origin + path);
    return page;
  };
  const track = (event_id: string, user?: object) => window.pinterestConversions.track('lead', { event_id }, user);

  it('survives the page that is left right after track', async () => {
    const page = await open();
    await page.evaluate(`pinterestConversions.track('lead', {event_id: 'left-behind'}); location.href = 'about:blank'`);
    await shop.arrived('left-behind');
  });

  it('waits while the visitor is offline and goes on when they are back, with the same id', async () => {
    const { page, context } = await shop.visit();
    await page.goto(shop.origin);
    await context.setOffline(true);
    await page.evaluate(track, 'in-the-tunnel');
    await page.waitForTimeout(300);
    expect(await shop.arrivals('in-the-tunnel')).toEqual([]);
    await context.setOffline(false);
    await shop.arrived('in-the-tunnel');
  });

  it('sends on the next page what failed on this one', async () => {
    const page = await open();
    await page.route(/collect/, (route) => route.fulfill({ status: 503 }));
    await page.evaluate(track, 'second-attempt');
    await page.waitForTimeout(300);
    await page.unroute(/collect/);
    await page.goto(`${shop.origin}/next`);
    await shop.arrived('second-attempt');
  });

  it('works under a strict content security policy', async () => {
    const page = await open('/strict');
    await page.click('button');
    await shop.arrived('strict-1');
  });

  it('fills the id into the form that the shop’s back end gets', async () => {
    const page = await open('/form');
    await page.click('button');
    await page.waitForURL(/next/);
    const id = new URL(page.url()).searchParams.get('event_id') ?? '';
    expect(await shop.arrived(id)).toMatchObject({ event_name: 'lead', custom_data: { value: '40', currency: 'USD' } });
  });

  it('sends an e-mail address to the endpoint, which hashes it', async () => {
    const page = await open();
    await page.evaluate(() =>
      window.pinterestConversions.track('lead', { event_id: 'hashed-there' }, { email: ' User@Example.com' }),
    );
    expect((await shop.arrived('hashed-there')).user_data.em).toEqual([sha256('user@example.com')]);
  });

  it('hashes it in the page when told to, so that it never leaves the page in clear', async () => {
    const page = await open('/hashes');
    const sent = page.waitForRequest(/collect/);
    await page.evaluate(() =>
      window.pinterestConversions.track(
        'lead',
        { event_id: 'hashed-here' },
        { email: ' User@Example.com', external_id: 'A 1' },
      ),
    );
    expect((await sent).postData()).not.toMatch(/example|"A 1"/i);
    expect((await shop.arrived('hashed-here')).user_data).toMatchObject({
      em: [sha256('user@example.com')],
      external_id: [sha256('A 1')],
    });
  });

  it('is refused to a page of another origin', async () => {
    const { page, warnings } = await shop.visit();
    await page.goto(shop.foreignOrigin);
    await page.evaluate(track, 'from-elsewhere');
    await until('the refusal', async () => (shop.stack.output().includes('POST /collect → 403') ? true : undefined));
    await until('the warning', async () => (warnings.length > 0 ? true : undefined));
    expect(warnings).toEqual([expect.stringMatching(/^pinterestConversions: no answer from .*\/collect/)]);
    expect(await shop.arrivals('from-elsewhere')).toEqual([]);
  });
});
