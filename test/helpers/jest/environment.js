/**
 * Jest's environment, but for two things. Its global object is an ordinary one: Jest's own is behind a Proxy, and each
 * `Map` or `JSON` that a test names costs a call through it, a third of the time of all tests. And test files get the
 * `require` of their worker: see shared-module.js.
 */
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** Jest gives tests those of the process, so that values of Node's own modules are instances of them. */
const SHARED_WITH_NODE = new Set(['ArrayBuffer', 'Uint8Array']);

class Environment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    // Since Node 22.8; with an older one the tests take longer.
    if (vm.constants?.DONT_CONTEXTIFY === undefined) return;
    const plain = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    copyGlobals(this.global, plain);
    plain.global = plain;
    this.context = plain;
    this.global = plain;
    // They would fake those of the other global object; here clocks are passed in.
    this.fakeTimers = null;
    this.fakeTimersModern = null;
  }

  async setup() {
    await super.setup();
    this.global.requireOncePerWorker = require;
  }
}

/** What the language itself gives stays that of the new global object. */
function copyGlobals(from, to) {
  for (const name of Reflect.ownKeys(from)) {
    if (name in to && !SHARED_WITH_NODE.has(name)) continue;
    const { get, enumerable, ...rest } = Object.getOwnPropertyDescriptor(from, name);
    const value = (it) =>
      Object.defineProperty(to, name, { value: it, enumerable, writable: true, configurable: true });
    if (get === undefined) Object.defineProperty(to, name, { ...rest, enumerable });
    else {
      const first = () => {
        value(from[name]);
        return to[name];
      };
      Object.defineProperty(to, name, { get: first, set: value, enumerable, configurable: true });
    }
  }
}

module.exports = Environment;
