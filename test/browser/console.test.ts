/** The demo shop as a customer walks through it, and the console of the one-machine run, which shows what came of it. */
import type { Page } from 'playwright-core';
import { until } from '../helpers/local-stack';
import { Shop } from './support/shop';

describe('console', () => {
  let shop: Shop;
  let page: Page;
  beforeAll(async () => {
    shop = await Shop.open();
    page = (await shop.visit()).page;
    await page.goto(`${shop.stack.endpoint}/console`);
  });
  afterAll(() => shop?.close());

  /** Cells of the newest event of that name, once they say what is awaited. */
  const row = (name: string, ...awaited: RegExp[]): Promise<string> =>
    until(`${name} in the console`, async () => {
      const rows = await page.locator('#events tr').allInnerTexts();
      return rows.find((text) => text.startsWith(name) && awaited.every((wanted) => wanted.test(text)));
    });

  async function customer(answer: 'yes' | 'no'): Promise<Page> {
    const { page: visitor } = await shop.visit();
    await visitor.goto(`${shop.stack.endpoint}/shop/?epik=click-of-an-ad`);
    await visitor.click(`[data-answer=${answer}]`);
    // A page that is left before its scripts are there tells nobody; nobody puts in the cart what has not loaded yet.
    await visitor.click('text=See the armchair');
    await visitor.waitForURL(/product/, { waitUntil: 'load' });
    await visitor.click('#add');
    await visitor.waitForURL(/cart/, { waitUntil: 'load' });
    await visitor.click('text=Order and pay');
    await visitor.waitForURL(/thank-you/, { waitUntil: 'load' });
    return visitor;
  }

  it('shows both lines of a shop’s order under one id, counted once however often the page is reloaded', async () => {
    const visitor = await customer('yes');
    const id = `checkout-${new URL(visitor.url()).searchParams.get('order')}`;
    await visitor.waitForTimeout(500);
    await visitor.reload();
    expect(await row('checkout', /2 copies, one counts/, /delivered/)).toMatch(
      new RegExp(`${id}.*480 USD.*sent.*2 times.*delivered.*once.*tag and server, one id`, 's'),
    );
    expect((await shop.arrived(id)).user_data.click_id).toBe('click-of-an-ad');
    await row('add_to_cart', /tag and server, one id/);
  });

  it('shows nothing of a customer who said no', async () => {
    const visitor = await customer('no');
    await visitor.waitForTimeout(1_000);
    expect(await page.locator('#events').innerText()).not.toContain(new URL(visitor.url()).searchParams.get('order'));
  });

  it('shows a refused event with the reason and the fix', async () => {
    await shop.stack.send({ event_name: 'chekout', event_id: 'misspelt' });
    const refused = page.locator('#refused li').filter({ hasText: 'chekout' });
    await refused.waitFor();
    expect(await refused.innerText()).toMatch(/no event name of Pinterest's.*Fix: did you mean checkout\?/s);
  });

  it('shows two lines with two ids for what they are: counted twice', async () => {
    const told = { name: 'AddToWishList', event_id: 'of-the-tag' };
    await shop.stack.post('/console/tag', told);
    await shop.stack.send({
      ...{ event_name: 'add_to_wishlist', event_id: 'of-the-server', action_source: 'web' },
      ...{ event_time: Math.floor(Date.now() / 1_000), user_data: { em: 'user@example.com' } },
    });
    await row('add_to_wishlist', /of-the-server/, /twice/);
    await row('add_to_wishlist', /of-the-tag/, /twice/);
  });

  it('switches an outage on and off with the keyboard, and shows the event held, then delivered', async () => {
    await page.locator('[value=none]').focus();
    await page.keyboard.press('ArrowDown');
    await until('the outage', async () => ((await page.isChecked('[value=outage]')) ? true : undefined));
    await shop.stack.send({
      ...{ event_name: 'subscribe', event_id: 'in-the-outage', action_source: 'web' },
      ...{ event_time: Math.floor(Date.now() / 1_000), user_data: { em: 'user@example.com' } },
    });
    await row('subscribe', /held/, /HTTP 503/);
    await page.locator('[value=outage]').focus();
    await page.keyboard.press('ArrowUp');
    await row('subscribe', /delivered/);
  });

  it('shows what Pinterest has rejected, and why', async () => {
    const fault = { kind: 'rejectEvents', eventIds: ['not-wanted'], message: 'not wanted today' };
    await shop.stack.steer('PUT', 'faults', fault);
    await shop.stack.send({
      ...{ event_name: 'schedule', event_id: 'not-wanted', action_source: 'web' },
      ...{ event_time: Math.floor(Date.now() / 1_000), user_data: { em: 'user@example.com' } },
    });
    await row('schedule', /rejected by Pinterest/, /not wanted today/);
    expect(await page.locator('#numbers').innerText()).toMatch(/1\s+dead letters/);
    await shop.stack.steer('DELETE', 'faults');
  });

  it('shows how many events carry each match key, and no value of any', async () => {
    await shop.stack.send({
      ...{ event_name: 'signup', event_id: 'with-values', action_source: 'web' },
      ...{
        event_time: Math.floor(Date.now() / 1_000),
        event_source_url: 'https://shop.example/?email=zoe%40example.com',
      },
      user_data: {
        em: 'zoe@example.com',
        client_ip_address: '203.0.113.77',
        client_user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Secret/131.0',
      },
    });
    await row('signup', /delivered/);
    expect(await page.locator('#coverage').innerText()).toMatch(/e-mail\s+\d+%/);
    expect(await page.content()).not.toMatch(/zoe|203\.0\.113|Secret\/1|[0-9a-f]{64}/);
  });

  it('answers no page of another site', async () => {
    const foreign = await fetch(`${shop.stack.endpoint}/console/fault`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: '{"fault":"outage"}',
    });
    expect(foreign.status).toBe(403);
  });

  it('fits a phone without scrolling sideways', async () => {
    const { page: phone } = await shop.visit({ viewport: { width: 360, height: 740 } });
    await phone.goto(`${shop.stack.endpoint}/console`);
    await phone.waitForSelector('#events tr');
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });
});
