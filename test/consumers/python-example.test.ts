/** examples/python, installed as its requirements.txt says, with the wheel in the place of the published package. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LOWEST, wheel } from './packed';
import { NO_PYTHON } from './python';
import { jsiiEnvironment, PYTHON } from './python-app';
import { run } from './run';
import { synthesised, typesIn } from './synthesised';

const home = mkdtempSync(path.join(tmpdir(), 'python-example-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const itWithPython = NO_PYTHON === undefined ? it : it.skip;

itWithPython('the Python example synthesises, and its function is told where to send', () => {
  cpSync(path.join(__dirname, '..', '..', 'examples', 'python'), home, { recursive: true });
  run(home, 'python3', ['-m', 'venv', 'venv']);
  const cdk = Object.entries(LOWEST).map(([name, version]) => `${name}==${version}`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  run(home, PYTHON, [...pip, wheel(), '-r', 'requirements.txt', ...cdk]);
  run(home, PYTHON, ['app.py'], { CDK_OUTDIR: 'cdk.out', ...jsiiEnvironment(home) });

  const output = synthesised(path.join(home, 'cdk.out'));
  expect(Object.keys(output.templates)).toEqual(['Shop']);
  expect(typesIn(output, 'Shop').filter((type) => type === 'AWS::Lambda::Function')).toHaveLength(3);
  expect(JSON.stringify(output.templates.Shop)).toContain('"CONVERSIONS_ENDPOINT":"https://events.shop.example"');
});
