/** The types of a room that is shipped bundled, in one file that refers to no other. */
import path from 'node:path';
import { generateDtsBundle } from 'dts-bundle-generator';

const ROOT = path.join(__dirname, '..');

const made = new Map<string, string>();

/** It compiles, which takes seconds, so each is made once. */
export function declarationsOf(room: 'browser' | 'client'): string {
  const text = made.get(room) ?? bundled(room);
  made.set(room, text);
  return text;
}

function bundled(room: string): string {
  const [declarations = ''] = generateDtsBundle(
    [{ filePath: path.join(ROOT, room, 'index.ts'), output: { noBanner: true, exportReferencedTypes: false } }],
    { preferredConfigPath: path.join(ROOT, room, 'tsconfig.json') },
  );
  return declarations;
}
