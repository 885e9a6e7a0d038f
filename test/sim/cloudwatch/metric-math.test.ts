/** Metric math as CloudWatch's user guide defines it. */
import { parseMath, type Value } from '../../../sim/cloudwatch/metric-math';

const result = (text: string, values: { readonly [id: string]: Value } = {}): Value =>
  parseMath(text)({ value: (id) => values[id], isKnown: (id) => id in values });

test.each<[string, { [id: string]: Value }, Value]>([
  ['m1', { m1: 3 }, 3],
  ['m1', {}, undefined],
  ['2 + 3 * 4', {}, 14],
  ['(2 + 3) * 4', {}, 20],
  ['10 - 2 - 3', {}, 5],
  ['a / b', { a: 1, b: 4 }, 0.25],
  // "If the value of a data point causes a function to attempt to divide by zero, the data point is dropped."
  ['a / b', { a: 1, b: 0 }, undefined],
  // "Missing values in a time series are treated as 0."
  ['a + b', { b: 2 }, 2],
  ['a + b', {}, undefined],
  ['FILL(a, 0)', { a: undefined }, 0],
  // The guide does not say; nothing may rely on it.
  ['FILL(a, 0)', {}, undefined],
  ['FILL(a, 0) + 0 * b', { b: 9 }, 0],
  ['FILL(a, 0)', { a: 7 }, 7],
  ['a >= 10', { a: 10 }, 1],
  ['a > 10 AND b > 10', { a: 11, b: 9 }, 0],
  ['IF(a > 1, 5, 6)', { a: 2 }, 5],
  ['IF(a > 1, 5, 6)', { a: 1 }, 6],
  ['IF(a > 1, 5)', { a: 1 }, undefined],
  // "has the value of 0, if metric1 is TRUE and the corresponding data point does not exist in metric2"
  ['IF(a, b, 6)', { a: 1 }, 0],
  ['IF(a, 5, 6)', {}, undefined],
  ['MAX([FILL(a, 0), FILL(b, 0), 3])', { a: 9 }, 9],
  ['IF(FILL(f, 0) >= 5, 100 * FILL(f, 0) / (FILL(t, 0)), 0)', { f: 5, t: 50 }, 10],
])('%s with %j is %p', (text, values, expected) => expect(result(text, values)).toBe(expected));

test.each(['RUNNING_SUM(m1)', 'm1 ? 2 : 3', 'IF(m1 > 1', 'm1 m2', ''])('%p is not guessed at', (text) => {
  expect(() => parseMath(text)).toThrow(/this drill cannot/);
});
