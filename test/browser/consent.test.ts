/** Nothing is read, stored or sent until the visitor has allowed it, and nothing is left when they withdraw. */
import { Shop, type ShopWindow, TAG_STUB, type Visit } from './support/shop';

declare const window: ShopWindow;

const LANDING = '/asks?epik=click-of-an-ad';
const LEAD = `<script>pinterestConversions.track('lead')</script>`;

const SIGNAL =
  "<script>dataLayer=[];function gtag(){dataLayer.push(arguments)};gtag('consent','default',{ad_storage:'denied'})</script>";
const TCF = '<script>__tcfapi=(command,version,listener)=>{window.tcf=listener}</script>';

describe('consent', () => {
  let shop: Shop;
  let requests: string[];
  beforeAll(async () => {
    shop = await Shop.open();
    shop.add('/asks', { script: 'data-consent="required"', body: LEAD });
    shop.add('/free', { body: LEAD });
    shop.add('/signal', { head: TAG_STUB + SIGNAL, body: LEAD });
    shop.add('/tcf', { head: TAG_STUB + TCF, script: 'data-consent="required"', body: LEAD });
  });
  afterAll(() => shop?.close());

  async function open(path: string, prepare?: (visit: Visit) => Promise<unknown>): Promise<Visit> {
    const visit = await shop.visit();
    requests = [];
    visit.page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await prepare?.(visit);
    await visit.page.goto(shop.origin + path);
    await visit.page.waitForTimeout(300);
    return visit;
  }

  const traces = async ({ page, context }: Visit) => ({
    sent: requests.filter((path) => path === '/collect').length,
    cookies: (await context.cookies()).length,
    stored: await page.evaluate('sessionStorage.length + localStorage.length'),
    told: await page.evaluate(() => window.told.filter(([command]) => command === 'track').length),
  });
  const NOTHING = { sent: 0, cookies: 0, stored: 0, told: 0 };
  const ONE_EVENT = { sent: 1, cookies: 1, stored: 1, told: 1 };

  it('denied sends nothing, stores nothing, and tells the tag nothing', async () => {
    const visit = await open(LANDING);
    expect(await traces(visit)).toEqual(NOTHING);
    await visit.page.evaluate(() => window.pinterestConversions.consent(false));
    await visit.page.evaluate(() => window.pinterestConversions.track('checkout', { order_id: 1 }));
    await visit.page.waitForTimeout(300);
    expect(await traces(visit)).toEqual(NOTHING);
  });

  it('given later lets go what the page has tracked until then', async () => {
    const visit = await open(LANDING);
    await visit.page.evaluate(() => window.pinterestConversions.consent(true));
    await visit.page.waitForTimeout(300);
    expect(await traces(visit)).toEqual(ONE_EVENT);
  });

  it('withdrawn deletes what was stored and stops the tag', async () => {
    const visit = await open('/free?epik=click-of-an-ad');
    expect(await traces(visit)).toEqual(ONE_EVENT);
    await visit.page.evaluate(() => window.pinterestConversions.consent(false));
    expect(await traces(visit)).toMatchObject({ cookies: 0, stored: 0 });
    expect(await visit.page.evaluate(() => window.told.at(-1))).toEqual(['setconsent', false]);
  });

  it('is not asked for where the shop does not require it', async () => {
    expect(await traces(await open('/free?epik=click-of-an-ad'))).toEqual(ONE_EVENT);
  });

  it('is refused by Global Privacy Control, whatever the shop says', async () => {
    const visit = await open('/free?epik=click-of-an-ad', ({ context }) =>
      context.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })),
    );
    await visit.page.evaluate(() => window.pinterestConversions.consent(true));
    expect(await traces(visit)).toEqual(NOTHING);
  });

  it('follows Google Consent Mode: a default that denies waits, an update decides', async () => {
    const visit = await open('/signal?epik=click-of-an-ad');
    expect(await traces(visit)).toEqual(NOTHING);
    await visit.page.evaluate("gtag('consent','update',{ad_storage:'granted',ad_user_data:'granted'})");
    await visit.page.waitForTimeout(300);
    expect(await traces(visit)).toEqual(ONE_EVENT);
    await visit.page.evaluate("gtag('consent','update',{ad_storage:'denied'})");
    expect(await traces(visit)).toMatchObject({ cookies: 0, stored: 0 });
  });

  it.each([
    ['all purposes allowed', { purpose: { consents: { 1: true, 3: true, 4: true, 7: true } } }, ONE_EVENT],
    ['measurement refused', { purpose: { consents: { 1: true, 3: true, 4: true, 7: false } } }, NOTHING],
    ['a visitor outside its reach', { gdprApplies: false, purpose: { consents: {} } }, ONE_EVENT],
    ['a question still open', { eventStatus: 'cmpuishown', purpose: { consents: {} } }, NOTHING],
  ])('follows IAB TCF: %s', async (_, data, expected) => {
    const visit = await open('/tcf?epik=click-of-an-ad');
    const signal = { eventStatus: 'useractioncomplete', gdprApplies: true, ...data };
    await visit.page.evaluate(`tcf(${JSON.stringify(signal)}, true)`);
    await visit.page.waitForTimeout(300);
    expect(await traces(visit)).toEqual(expected);
  });
});
