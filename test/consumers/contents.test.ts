/** What the packages hold, and what they must not. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import packageJson from '../../package.json';
import { makePackages, packagesIn } from '../../scripts/package';
import { tarball } from './packed';
import { run } from './run';

const ROOT = path.join(__dirname, '..', '..');

const home = mkdtempSync(path.join(tmpdir(), 'contents-'));
const unpacked = path.join(home, 'package');
let files: string[] = [];

beforeAll(() => {
  run(home, 'tar', ['-xzf', tarball(), '-C', home]);
  files = packagesIn(unpacked);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const text = (file: string) => readFileSync(path.join(unpacked, file), 'utf8');

describe('the npm package', () => {
  it.each(['ingest/index.mjs', 'ingest/pinterest.js', 'sender/index.mjs', 'browser/index.mjs', 'cli/index.mjs'])(
    'holds assets/%s',
    (file) => expect(files).toContain(`assets/${file}`),
  );

  it('holds every asset as it was built', () => {
    const assets = packagesIn(path.join(ROOT, 'assets')).map((file) => `assets/${file}`);
    expect(files.filter((file) => file.startsWith('assets/')).sort()).toEqual(assets.sort());
    for (const asset of assets) expect(text(asset)).toBe(readFileSync(path.join(ROOT, asset), 'utf8'));
  });

  it('holds what its package.json points at', () => {
    const { main, types, bin, exports } = packageJson;
    const targets = [
      main,
      types,
      ...Object.values(bin),
      ...Object.values(exports).flatMap((way) => Object.values(way)),
    ];
    const paths = targets.flatMap((target) => (typeof target === 'string' && target.length > 1 ? [target] : []));
    for (const target of paths) expect(files).toContain(path.normalize(target));
  });

  it('holds compiled code of lib and contract, and nothing else', () => {
    const top = (file: string) => (file.includes('/') ? `${file.split('/')[0]}/` : file);
    expect([...new Set(files.map(top))].sort()).toEqual(
      [
        '.jsii',
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'assets/',
        'conversions.schema.json',
        'dist/',
        'package.json',
      ].sort(),
    );
    const rooms = files.filter((file) => file.startsWith('dist/')).map((file) => file.split('/')[1]);
    expect([...new Set(rooms)].sort()).toEqual(['contract', 'lib']);
  });

  it('holds no sources, no tests and no source maps', () => {
    const unwanted = files.filter((file) => /(?<!\.d)\.m?ts$|\.map$|\.test\.|tsbuildinfo/.test(file));
    expect(unwanted).toEqual([]);
    for (const file of files.filter((name) => name.endsWith('js'))) expect(text(file)).not.toMatch(/sourceMappingURL/);
  });

  it('holds no compiled file whose source is gone', () => {
    const sources = files
      .filter((file) => /^dist\/.*\.js$/.test(file))
      .map((file) => path.join(ROOT, file.replace(/^dist\//, '').replace(/\.js$/, '.ts')));
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(statSync(source).isFile()).toBe(true);
  });

  it('is of the size that the README states, to a tenth of a megabyte, and has no dependencies', () => {
    const packed = statSync(tarball()).size;
    const all = files.reduce((sum, file) => sum + statSync(path.join(unpacked, file)).size, 0);
    console.log(`${files.length} files, ${packed} bytes packed, ${all} bytes unpacked`);
    const [, ...stated] = /^It is (\S+) MB, unpacked (\S+) MB, /m.exec(text('README.md')) ?? [];
    expect(stated).toHaveLength(2);
    for (const [index, bytes] of [packed, all].entries()) {
      expect(Math.abs(Number(stated[index]) - bytes / 1e6)).toBeLessThan(0.1);
    }
    expect(JSON.parse(text('package.json')).dependencies).toBeUndefined();
  });

  it('has a README without links that only a checkout resolves', () => {
    const targets = [...text('README.md').matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(target).toMatch(/^https:\/\/|^#/);
  });
});

describe('what Construct Hub asks for', () => {
  it('is there: keyword, licence, repository, a jsii assembly with every language', () => {
    expect(packageJson.keywords).toEqual(expect.arrayContaining(['cdk', 'aws-cdk', 'awscdk']));
    expect(packageJson).toMatchObject({ license: 'Apache-2.0', repository: { type: 'git' } });
    const { targets, docs } = JSON.parse(text('.jsii'));
    expect(Object.keys(targets).sort()).toEqual(['dotnet', 'go', 'java', 'js', 'python']);
    expect(docs.stability).toBe(packageJson.stability);
  });
});

describe('the other languages', () => {
  it('are configured so that their sources can be made', () => {
    const outdir = path.join(home, 'sources');
    makePackages(['java', 'dotnet', 'go'], outdir, { codeOnly: true });
    const { java, dotnet, go } = packageJson.jsii.targets;
    const made = packagesIn(outdir);
    expect(made).toContain(`java/src/main/java/${java.package.replaceAll('.', '/')}/PinterestConversions.java`);
    expect(made).toContain(`dotnet/${dotnet.packageId}/${dotnet.namespace}/PinterestConversions.cs`);
    expect(made).toContain('go/cdkpinterestconversions/PinterestConversions.go');
    expect(readFileSync(path.join(outdir, 'go/cdkpinterestconversions/go.mod'), 'utf8')).toContain(go.moduleName);
  });
});
