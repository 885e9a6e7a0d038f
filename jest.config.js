const { availableParallelism } = require('node:os');

const CDK_PACKAGES = 'aws-cdk-lib|constructs|cdk-nag';
const CDK = `/node_modules/(${CDK_PACKAGES})/`;

// Rules of CloudFormation's own are asked where a test is about them (compliance), and in CI's synth: they take 3 s a process.
process.env.CDK_VALIDATION ??= 'false';

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/helpers/jest/environment.js',
  // Many tests wait for a running system; with a worker a core, a sixth of the time of two cores would be idle.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // They need a browser, install from registries, or start compilers and command lines; each have a configuration of their own.
  testPathIgnorePatterns: ['browser', 'consumers', 'wide'].map((folder) => `<rootDir>/test/${folder}/`),
  transform: {
    [`${CDK}.+\\.js$`]: '<rootDir>/test/helpers/jest/shared-module.js',
    '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' } }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${CDK_PACKAGES})/)`],
  // The examples name the package, as their reader does.
  moduleNameMapper: {
    '^cdk-pinterest-conversions$': '<rootDir>/lib',
    '^cdk-pinterest-conversions/client$': '<rootDir>/client',
  },
  reporters: ['default', ...(process.env.CI ? ['<rootDir>/test/helpers/jest/slowest.js'] : [])],
  // The constructs refer to the built Lambda code, so that is built once before any test.
  globalSetup: '<rootDir>/test/helpers/build-assets.ts',
  testTimeout: 30_000,
};
