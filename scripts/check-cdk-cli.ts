/**
 * npm's `latest` of aws-cdk is 3.0.0, an accidental publication of an old build that cannot read today's assemblies. An
 * update that follows it would break every deployment, so the pin is checked.
 */
import packageJson from '../package.json';

const pinned = packageJson.devDependencies['aws-cdk'];

if (!/^2\.\d+\.\d+$/.test(pinned)) {
  console.error(`aws-cdk is "${pinned}" in package.json; pin an exact 2.x version, 3.0.0 is no release of the CDK CLI`);
  process.exitCode = 1;
} else {
  console.log(`aws-cdk is pinned to ${pinned}`);
}
