/** What the script costs a shop's visitors: bytes and time of the main thread. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Shop } from './support/shop';

const MAX_BYTES = 2_048;
const MAX_MILLISECONDS = 5;

const SCRIPT = path.join(__dirname, '..', '..', 'assets', 'ingest', 'pinterest.js');

it(`has at most ${MAX_BYTES} bytes gzipped`, () => {
  const bytes = gzipSync(readFileSync(SCRIPT), { level: 9 }).length;
  console.log(`pinterest.js: ${bytes} bytes gzipped`);
  expect(bytes).toBeLessThanOrEqual(MAX_BYTES);
});

it(`takes the main thread less than ${MAX_MILLISECONDS} ms while the page loads`, async () => {
  const shop = await Shop.open();
  try {
    shop.add('/', { body: `<script>pinterestConversions.track('page_visit')</script>` });
    const { page } = await shop.visit();
    const session = await page.context().newCDPSession(page);
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: 100 });
    const times: number[] = [];
    for (let load = 0; load < 7; load++) {
      await session.send('Profiler.start');
      await page.goto(`${shop.origin}/?epik=click-${load}`);
      await page.waitForTimeout(100);
      const { profile } = await session.send('Profiler.stop');
      const ours = new Set(
        profile.nodes.filter(({ callFrame }) => callFrame.url.endsWith('/pinterest.js')).map(({ id }) => id),
      );
      const microseconds = (profile.samples ?? []).reduce(
        (sum, node, index) => sum + (ours.has(node) ? (profile.timeDeltas?.[index] ?? 0) : 0),
        0,
      );
      times.push(microseconds / 1_000);
    }
    const median = times.sort((a, b) => a - b)[3] ?? 0;
    console.log(`pinterest.js: ${median.toFixed(2)} ms of the main thread a page load (median of 7)`);
    expect(median).toBeLessThan(MAX_MILLISECONDS);
  } finally {
    await shop.close();
  }
});
