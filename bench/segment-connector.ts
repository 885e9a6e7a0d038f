/**
 * Segment's Pinterest destination, as a yardstick. It is no dependency of the project: the benchmark installs it into
 * .cache/ when the registry has it, and goes without when not. Its own field mapping is spared, in its favor.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CHECKOUT } from './checkout';
import type { Contender } from './measure';

const FOLDER = path.resolve('.cache', 'bench-peer');
const PACKAGE = '@segment/action-destinations';
const ACTION = `${PACKAGE}/dist/destinations/pinterest-conversions/reportConversionEvent/index.js`;

const MANIFEST = {
  private: true,
  dependencies: { [PACKAGE]: '3.497.0' },
  overrides: { '@aws-sdk/client-kinesis': '^3.894.0', 'fast-uri': '3.0.6' },
};

export async function segmentConnector(json: string): Promise<Contender | undefined> {
  if (!existsSync(path.join(FOLDER, 'node_modules', ACTION)) && !install()) return undefined;
  const action = createRequire(path.join(FOLDER, 'package.json'))(ACTION).default;
  const settings = { ad_account_id: '549755885175' };
  const contender = async () => {
    let body = '';
    const request = (_url: string, options: { json: object }) => {
      body = JSON.stringify(options.json);
    };
    await action.perform(request, { settings, payload: payloadOf(JSON.parse(json)) });
    return body;
  };
  if (!(await contender()).includes('"em":')) throw new Error(`${PACKAGE} has sent no e-mail`);
  return contender;
}

function install(): boolean {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, 'package.json'), JSON.stringify(MANIFEST));
  const { status } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: 'ignore',
  });
  if (status !== 0) console.error(`${PACKAGE} cannot be installed here; the table goes without it`);
  return status === 0;
}

/** Our event in the names of its payload. */
function payloadOf({ user_data: user, ...event }: typeof CHECKOUT) {
  return {
    ...event,
    app_name: 'shop',
    event_time: new Date(event.event_time * 1_000).toISOString(),
    user_data: {
      email: user.em,
      phone: user.ph,
      first_name: user.fn,
      last_name: user.ln,
      city: user.ct,
      state: user.st,
      zip: user.zp,
      country: user.country,
      external_id: user.external_id,
      click_id: user.click_id,
      client_ip_address: user.client_ip_address,
      client_user_agent: user.client_user_agent,
    },
  };
}
