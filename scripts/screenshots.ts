/** `npm run screenshots`: docs/images, made from a running stack by a visit to the demo shop and some other events. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, VISITOR } from './chromium';

const IMAGES = path.join(__dirname, '..', 'docs', 'images');
const INGEST_KEY = 'ingest-key-of-the-screenshots';

const DESKTOP = { width: 1280, height: 1240 };
const PHONE = { width: 390, height: 844 };

async function startStack(): Promise<{ stack: ChildProcess; endpoint: string }> {
  const stack = spawn(process.execPath, ['--import', 'tsx', 'local/start.ts'], {
    env: { ...process.env, PORT: '0', INGEST_KEY },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  stack.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  while (!output.includes('Ctrl-C ends it')) {
    if (stack.exitCode !== null) throw new Error(`the stack did not start:\n${output}`);
    await pause(50);
  }
  return { stack, endpoint: /endpoint +(\S+)/.exec(output)?.[1] ?? '' };
}

async function shopVisit(page: Page, endpoint: string, shoot: (page: Page, name: string) => Promise<void>) {
  await page.goto(`${endpoint}/shop/?epik=dj0yJnU9ZGVtbw`);
  await shoot(page, 'shop-asks-first');
  await page.click('[data-answer=yes]');
  await page.click('text=See the armchair');
  await page.click('#add');
  await page.click('text=Order and pay');
  await page.waitForURL(/thank-you/);
  await page.waitForTimeout(500);
  await page.reload();
  await page.waitForTimeout(500);
  await page.goto(`${endpoint}/shop/`);
  await page.click('text=Subscribe');
  await page.waitForTimeout(500);
}

/** What else a shop's owner may see: a back end's event, mistakes, and ids that differ. */
async function otherEvents(endpoint: string): Promise<void> {
  const event_time = Math.floor(Date.now() / 1_000);
  const common = {
    action_source: 'web',
    event_time,
    user_data: { em: 'jane@shop.example', external_id: '7', ph: '+14155550123' },
  };
  const data = [
    { ...common, event_name: 'signup', event_id: 'account-7' },
    { ...common, event_name: 'add_to_wishlist', event_id: 'made-by-the-server' },
    { ...common, event_name: 'chekout', event_id: 'order-7' },
    { ...common, event_name: 'checkout', event_id: 'order-8', custom_data: { value: 'twelve', currency: 'USD' } },
  ];
  await fetch(`${endpoint}/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${INGEST_KEY}` },
    body: JSON.stringify({ data }),
  });
  await fetch(`${endpoint}/console/tag`, {
    method: 'POST',
    body: JSON.stringify({ name: 'AddToWishList', event_id: 'made-by-the-tag' }),
  });
}

async function shootAll(browser: Browser, endpoint: string): Promise<void> {
  const shoot = async (page: Page, name: string): Promise<void> => {
    await page.screenshot({ path: path.join(IMAGES, `${name}.png`), animations: 'disabled' });
  };
  const shop = await browser.newPage({ viewport: { width: 1280, height: 760 }, userAgent: VISITOR });
  await shopVisit(shop, endpoint, shoot);
  await otherEvents(endpoint);
  await pause(5_000);

  const console = await browser.newPage({ viewport: DESKTOP });
  await console.goto(`${endpoint}/console`);
  await console.waitForSelector('#events tr');
  await shoot(console, 'console');
  await console.check('[value=outage]');
  await shop.goto(`${endpoint}/shop/product.html`);
  await shop.click('#add');
  await console.locator('#events .mark', { hasText: 'held' }).first().waitFor();
  await shoot(console, 'console-outage');
  const phone = await browser.newPage({ viewport: PHONE, deviceScaleFactor: 2, userAgent: VISITOR });
  await phone.goto(`${endpoint}/console`);
  await phone.waitForSelector('#events tr');
  await shoot(phone, 'console-phone');
  await phone.goto(`${endpoint}/shop/product.html`);
  await shoot(phone, 'shop-phone');
}

async function main(): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  const { stack, endpoint } = await startStack();
  const browser = await launchChromium();
  try {
    await shootAll(browser, endpoint);
  } finally {
    await browser.close();
    stack.kill('SIGINT');
    await new Promise((resolve) => stack.once('close', resolve));
  }
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
