/** What an execution environment of a function keeps on its disk. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ownDisk } from '../../../lambda/runtime/disk';

const FUNCTION = { AWS_LAMBDA_FUNCTION_NAME: 'sender' };

describe('the disk of a function', () => {
  const folder = () => mkdtempSync(path.join(os.tmpdir(), 'disk-'));

  test('has what was written, in two generations', () => {
    const own = folder();
    const disk = ownDisk('notes', FUNCTION, own);
    expect(disk?.read()).toEqual({ young: '', old: '' });
    for (const text of ['a', 'b']) disk?.append(text);
    disk?.turn();
    disk?.append('c');
    expect(ownDisk('notes', FUNCTION, own)?.read()).toEqual({ young: 'c', old: 'ab' });
    disk?.turn();
    expect(ownDisk('notes', FUNCTION, own)?.read()).toEqual({ young: '', old: 'c' });
  });

  test('that cannot be written fails nothing', () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    const disk = ownDisk('notes', FUNCTION, file);
    disk?.append('a');
    disk?.turn();
    expect(disk?.read()).toEqual({ young: '', old: '' });
  });

  test("is nobody's where no Lambda is", () => {
    expect(ownDisk('notes', {})).toBeUndefined();
  });
});
