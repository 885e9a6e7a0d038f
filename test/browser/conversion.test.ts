/** What the script is for: one conversion, two lines, one id, and the ad click that led to it. */
import { until } from '../helpers/local-stack';
import { Shop, type ShopWindow } from './support/shop';

declare const window: ShopWindow;

const EPIK = 'dj0yJnU9VGVzdA%3D%3D';

describe('a conversion seen in a real browser', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open();
    for (const path of ['/', '/product', '/cart', '/thank-you']) shop.add(path);
  });
  afterAll(() => shop?.close());

  const trackCheckout = (order_id: string) => window.pinterestConversions.track('checkout', { order_id, value: 40 });

  it('carries the click id of the landing page, three pages later', async () => {
    const { page } = await shop.visit();
    await page.goto(`${shop.origin}/?utm_source=pinterest&EPIK=${EPIK}`);
    for (const path of ['/product', '/cart', '/thank-you']) await page.goto(shop.origin + path);
    await page.evaluate(trackCheckout, '1001');
    expect((await shop.arrived('checkout-1001')).user_data.click_id).toBe(EPIK);
  });

  it('keeps the click id as Pinterest’s own tag does: raw, for a year, on every path', async () => {
    const { page, context } = await shop.visit();
    await page.goto(`${shop.origin}/product?epik=${EPIK}`);
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ name: '_epik', value: EPIK, path: '/', sameSite: 'Lax', httpOnly: false });
    const days = ((cookie?.expires ?? 0) - Date.now() / 1_000) / 86_400;
    expect(Math.round(days)).toBe(365);
  });

  it('keeps the newer click when an older landing page is seen again', async () => {
    const { page, context } = await shop.visit();
    await page.goto(`${shop.origin}/?epik=older`);
    await page.goto(`${shop.origin}/?epik=newer`);
    await page.goBack();
    await page.reload();
    expect((await context.cookies()).map(({ value }) => value)).toEqual(['newer']);
  });

  it('has the same id at the tag and at the endpoint', async () => {
    const { page } = await shop.visit();
    await page.goto(shop.origin);
    const id = await page.evaluate(() => window.pinterestConversions.track('add_to_cart', { value: 12 }));
    expect((await shop.arrived(id)).event_name).toBe('add_to_cart');
    expect(await page.evaluate(() => window.told)).toEqual([['track', 'addtocart', { value: 12, event_id: id }]]);
    expect(await page.evaluate(() => window.pinterestConversions.eventId())).toBe(id);
  });

  it('takes the id that the caller gives', async () => {
    const { page } = await shop.visit();
    await page.goto(shop.origin);
    await page.evaluate(() => window.pinterestConversions.track('lead', { event_id: 'lead-of-the-shop' }));
    expect((await shop.arrived('lead-of-the-shop')).event_name).toBe('lead');
  });

  it('is counted once when the thank-you page is reloaded', async () => {
    shop.add('/thank-you-1002', { body: `<script>pinterestConversions.track('checkout',{order_id:1002})</script>` });
    const { page } = await shop.visit();
    await page.goto(`${shop.origin}/thank-you-1002`);
    await shop.arrived('checkout-1002');
    await page.reload();
    const both = await until('the second copy', async () => {
      const copies = await shop.arrivals('checkout-1002');
      return copies.length > 1 ? copies : undefined;
    });
    expect(both.map(({ duplicate }) => duplicate)).toEqual([false, true]);
  });

  it('reaches the endpoint when an ad blocker has removed the tag', async () => {
    shop.add('/blocked', { head: '', script: 'data-load-tag' });
    const { page, pageErrors, warnings } = await shop.visit();
    await page.route('**://s.pinimg.com/**', (route) => route.abort('blockedbyclient'));
    await page.goto(`${shop.origin}/blocked`);
    const id = await page.evaluate(() => window.pinterestConversions.track('signup'));
    await shop.arrived(id);
    expect({ pageErrors, warnings }).toEqual({ pageErrors: [], warnings: [] });
  });

  it('is told to the tag that the script loads itself', async () => {
    shop.add('/loads', { head: '', script: 'data-load-tag' });
    const { page } = await shop.visit();
    await page.route('https://s.pinimg.com/ct/core.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'window.told = pintrk.queue' }),
    );
    await page.goto(`${shop.origin}/loads`);
    const id = await page.evaluate(() => window.pinterestConversions.track('page_visit'));
    await page.waitForFunction(() => window.told);
    expect(await page.evaluate(() => window.told)).toEqual([
      ['load', '2612345678901'],
      ['page'],
      ['track', 'pagevisit', { event_id: id }],
    ]);
  });

  it('is told once when the script tag has been pasted twice', async () => {
    const again = `<script src="${shop.stack.endpoint}/pinterest.js"></script>`;
    shop.add('/twice', { body: `${again}<button data-pinterest-event="contact">Write</button>` });
    const { page } = await shop.visit();
    await page.goto(`${shop.origin}/twice`);
    await page.click('button');
    expect(await page.evaluate(() => window.told)).toHaveLength(1);
  });

  it('is sent by the module of the package as by the script', async () => {
    const start = `import { start } from '/module.mjs'; window.pinterestConversions = start({ endpoint: '${shop.stack.endpoint}' })`;
    shop.add('/module', { bare: true, body: `<script type="module">${start}</script>` });
    const { page } = await shop.visit();
    await page.route('**/module.mjs', (route) =>
      route.fulfill({ contentType: 'text/javascript', path: 'assets/browser/index.mjs' }),
    );
    await page.goto(`${shop.origin}/module`);
    const id = await page.evaluate(() => window.pinterestConversions.track('lead'));
    await shop.arrived(id);
    expect(await page.evaluate(() => window.told)).toEqual([['track', 'lead', { event_id: id }]]);
  });

  it('is delivered when it was tracked before the script had loaded', async () => {
    const early = `<script>window.pinterestConversions={calls:[['search',{event_id:'early-bird',search_string:'sofa'}]]}</script>`;
    shop.add('/early', { head: early });
    const { page } = await shop.visit();
    await page.goto(`${shop.origin}/early`);
    expect((await shop.arrived('early-bird')).custom_data).toEqual({ search_string: 'sofa' });
    await page.evaluate(() => window.pinterestConversions.calls.push(['lead', { event_id: 'late-call' }]));
    await shop.arrived('late-call');
  });
});
