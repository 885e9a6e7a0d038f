/** The packages that make-packages.ts made, and the versions of the CDK that they are tried with. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json';
import { PACKAGES } from '../../scripts/package';

function packageFile(target: string, ending: string): string {
  const folder = path.join(PACKAGES, target);
  const [file, ...more] = readdirSync(folder).filter((name) => name.endsWith(ending));
  if (file === undefined || more.length > 0) throw new Error(`${folder} has not one package *${ending}`);
  return path.join(folder, file);
}

export const tarball = (): string => packageFile('js', '.tgz');
export const wheel = (): string => packageFile('python', '.whl');

export interface CdkVersions {
  readonly 'aws-cdk-lib': string;
  readonly constructs: string;
}

const { peerDependencies, devDependencies } = packageJson;

/** The lowest versions that the peer ranges allow. */
export const LOWEST: CdkVersions = {
  'aws-cdk-lib': lowest(peerDependencies['aws-cdk-lib']),
  constructs: lowest(peerDependencies.constructs),
};

/** The versions that everything else here is tested with. */
export const PINNED: CdkVersions = {
  'aws-cdk-lib': devDependencies['aws-cdk-lib'],
  constructs: devDependencies.constructs,
};

function lowest(range: string): string {
  const version = /^\^(\d+\.\d+\.\d+)$/.exec(range)?.[1];
  if (version === undefined) throw new Error(`the peer range "${range}" does not say its lowest version`);
  return version;
}
