/** The tests that need a real browser: `npm run test:browser`. Everything else runs with nothing installed but npm. */
const shared = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = { ...shared, roots: ['<rootDir>/test/browser'], testPathIgnorePatterns: [], testTimeout: 60_000 };
