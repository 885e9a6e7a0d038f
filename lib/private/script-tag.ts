/** The tag that a shop pastes into its pages, with the hash that lets browsers run exactly this script. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { assetFolder } from './function-asset';

export function scriptTag(endpoint: string, cookieDomain: string | undefined): string {
  const digest = createHash('sha384')
    .update(readFileSync(path.join(assetFolder('ingest'), 'pinterest.js')))
    .digest();
  const attributes = [
    // a new script has a new URL, so that no cache answers with the previous one, which would not match the hash.
    `src="${endpoint}/pinterest.js?v=${digest.toString('hex').slice(0, 8)}"`,
    `integrity="sha384-${digest.toString('base64')}"`,
    'crossorigin="anonymous"',
    'data-tag-id="YOUR_TAG_ID"',
    ...(cookieDomain ? [`data-cookie-domain="${cookieDomain}"`] : []),
    'async',
  ];
  return `<script ${attributes.join(' ')}></script>`;
}
