/** What of others gets into what is shipped. */
import { type Bundle, packagesIn } from '../../scripts/security/bundled-packages';
import { thirdPartyLicences } from '../../scripts/third-party-licences';

/** None asks for more than its own text beside the code; MIT-0 and Unlicense not even for that. */
const LICENCES = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0', 'Unlicense'];

/** The SDK with its parts, and each package that a function imports, with what that needs. */
const EXPECTED = {
  ingest: [/^@(aws-sdk|smithy|aws|aws-lambda-powertools)\//, /^libphonenumber-js$/, /^isbot$/],
  sender: [/^@(aws-sdk|smithy|aws|aws-lambda-powertools)\//],
};

describe.each(Object.entries(EXPECTED))('the bundle of %s', (bundle, expected) => {
  const packages = packagesIn(bundle as Bundle);

  it('holds the packages that it was made with, and no other', async () => {
    const names = (await packages).map(({ name }) => name);
    expect(names).toContain('@aws-sdk/client-sqs');
    expect(names.filter((name) => !expected.some((pattern) => pattern.test(name)))).toEqual([]);
    for (const pattern of expected) expect(names.some((name) => pattern.test(name))).toBe(true);
  });

  it('holds each in one version', async () => {
    const names = (await packages).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('holds none whose licence forbids that', async () => {
    expect((await packages).filter(({ licence }) => !LICENCES.includes(licence))).toEqual([]);
  });
});

it.each<Bundle>(['script', 'browser', 'client', 'command'])(
  'the bundle %s holds code of this repository alone',
  async (bundle) => {
    expect(await packagesIn(bundle)).toEqual([]);
  },
);

it('the licences of all of them go with the package, with whose code it is', async () => {
  const licences = await thirdPartyLicences();
  for (const { name, version, licence } of await packagesIn('ingest')) {
    expect(licences).toContain(`${name} ${version} (${licence})\n`);
  }
  for (const text of ['Apache License', 'asks for no notice']) {
    expect(licences).toContain(text);
  }
});
