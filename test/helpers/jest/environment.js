/** Gives test files the `require` of their worker: see shared-module.js. */
const { TestEnvironment } = require('jest-environment-node');

class Environment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.requireOncePerWorker = require;
  }
}

module.exports = Environment;
