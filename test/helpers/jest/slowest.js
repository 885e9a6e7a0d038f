/** Prints the ten test files that took longest. */
const path = require('node:path');

module.exports = class {
  onRunComplete(_, { testResults }) {
    const times = testResults
      .map(({ testFilePath, perfStats }) => ({ file: path.relative(process.cwd(), testFilePath), ...perfStats }))
      .sort((one, other) => other.runtime - one.runtime)
      .slice(0, 10)
      .map(({ file, runtime }) => `  ${(runtime / 1_000).toFixed(1).padStart(5)} s  ${file}`);
    console.log(['\nThe ten slowest test files:', ...times].join('\n'));
  }
};
