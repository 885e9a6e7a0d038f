/** Tests that start a compiler or a command line of the CDK, seconds each: `npm run test:wide`, and CI. */
const shared = require('./jest.config.js');

/** @type {import('jest').Config} */
module.exports = { ...shared, roots: ['<rootDir>/test/wide'], testPathIgnorePatterns: [], testTimeout: 60_000 };
