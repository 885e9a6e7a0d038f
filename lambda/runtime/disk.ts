/**
 * Two files in `/tmp`, which is an execution environment's own: "The Lambda reset does not clear the /tmp directory content prior
 * to the next init phase", https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html. What is written there
 * outlives a run that is killed. Nothing of it may fail a run: what cannot be written or read is forgotten.
 */
import { appendFileSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Disk {
  /** What was written since the last turn, and before it. */
  read(): { readonly young: string; readonly old: string };
  append(text: string): void;
  /** What is young becomes old, and what was old is forgotten. */
  turn(): void;
}

/** Undefined where the functions run in a process of somebody else's, as in `npm start`. */
export function ownDisk(
  name: string,
  { AWS_LAMBDA_FUNCTION_NAME: owner } = process.env,
  folder = tmpdir(),
): Disk | undefined {
  if (!owner) return undefined;
  const young = path.join(folder, `${owner}-${name}`);
  const old = `${young}-old`;
  return {
    read: () => ({ young: textOf(young), old: textOf(old) }),
    append: (text) => harmless(() => appendFileSync(young, text)),
    turn: () => harmless(() => renameSync(young, old)),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function harmless(write: () => void): void {
  try {
    write();
  } catch {
    // a full disk costs a memory, not an event.
  }
}
