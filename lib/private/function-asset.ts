/**
 * The built code of a Lambda function. It is shipped with the package, so that users of the construct need neither a
 * bundler nor Docker.
 */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';

export const FUNCTION_HANDLER = 'index.handler';

export type FunctionName = 'ingest' | 'sender';

/** This file runs from `lib/private` as source and from `dist/lib/private` when compiled. */
const ROOTS = [path.join(__dirname, '..', '..'), path.join(__dirname, '..', '..', '..')];

export function functionAsset(name: FunctionName, roots: readonly string[] = ROOTS): Code {
  return Code.fromAsset(assetFolder(name, roots));
}

/** Folder of a function's built files. */
export function assetFolder(name: FunctionName, roots: readonly string[] = ROOTS): string {
  const root = roots.find((folder) => existsSync(path.join(folder, 'package.json'))) ?? roots[0] ?? '';
  const folder = path.join(root, 'assets', name);
  if (!existsSync(path.join(folder, 'index.mjs'))) {
    throw new Error(`the built code of the ${name} function is missing in ${folder}; run "npm run bundle" first`);
  }
  return folder;
}
