import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionAsset } from '../../lib/private/function-asset';

/** A package as it is installed: compiled code in dist/, functions in assets/. */
function installedPackage(): string {
  const root = mkdtempSync(path.join(tmpdir(), 'package-'));
  writeFileSync(path.join(root, 'package.json'), '{}');
  return root;
}

describe('built function code', () => {
  it('is found from the compiled library', () => {
    const root = installedPackage();
    mkdirSync(path.join(root, 'assets', 'sender'), { recursive: true });
    writeFileSync(path.join(root, 'assets', 'sender', 'index.mjs'), '');
    expect(functionAsset('sender', [path.join(root, 'dist'), root])).toHaveProperty(
      'path',
      path.join(root, 'assets', 'sender'),
    );
  });

  it('fails if it has not been built, and says how to', () => {
    expect(() => functionAsset('ingest', [installedPackage()])).toThrow(
      /the built code of the ingest function is missing in .*; run "npm run bundle" first/,
    );
  });
});
