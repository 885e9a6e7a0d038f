/**
 * Jest gives each test file modules of its own. The CDK takes two seconds to load and keeps nothing of a test, so its
 * modules are those that Node itself loads, once a worker.
 */
module.exports = {
  process: (_, file) => ({ code: `module.exports = requireOncePerWorker(${JSON.stringify(file)});` }),
};
