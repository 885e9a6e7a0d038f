/** The packages as others install them: `npm run test:consumers`. Installs from the registries, so it stands apart. */
const shared = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...shared,
  roots: ['<rootDir>/test/consumers'],
  testPathIgnorePatterns: [],
  globalSetup: '<rootDir>/test/consumers/make-packages.ts',
  testTimeout: 300_000,
};
