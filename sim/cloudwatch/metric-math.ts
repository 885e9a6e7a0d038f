/**
 * CloudWatch's metric math, as far as the alarms use it, for one point in time.
 *
 * What is missing counts as zero beside what is there, a division by zero has no result, and an IF without its last part
 * has none where its condition does not hold (CloudWatch User Guide, "Using math expressions with CloudWatch metrics").
 */
export type Value = number | undefined;

/** What an expression asks of the metrics of an alarm. */
export interface Metrics {
  value(id: string): Value;
  /** Whether the metric has any data in the time that the alarm looks at. */
  isKnown(id: string): boolean;
}

export type Expression = ((metrics: Metrics) => Value) & { readonly id?: string };

const TOKEN = /\s*(>=|<=|==|!=|[-+*/()[\],<>]|\d+(?:\.\d+)?|[A-Za-z_]\w*)/y;

const OPERATORS: readonly { readonly [operator: string]: (a: number, b: number) => Value }[] = [
  { AND: (a, b) => Number(a !== 0 && b !== 0), OR: (a, b) => Number(a !== 0 || b !== 0) },
  {
    '>': (a, b) => Number(a > b),
    '<': (a, b) => Number(a < b),
    '>=': (a, b) => Number(a >= b),
    '<=': (a, b) => Number(a <= b),
    '==': (a, b) => Number(a === b),
    '!=': (a, b) => Number(a !== b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  { '*': (a, b) => a * b, '/': (a, b) => (b === 0 ? undefined : a / b) },
];

const FUNCTIONS: { readonly [name: string]: (args: readonly Expression[]) => Expression } = {
  // A metric without any data in the time that is looked at may not be filled: the guide leaves that open, so nothing here
  // relies on it.
  FILL:
    ([series, filler]) =>
    (metrics) =>
      series?.(metrics) ?? (metrics.isKnown(series?.id ?? '') ? filler?.(metrics) : undefined),
  IF:
    ([condition, then, otherwise]) =>
    (metrics) => {
      const holds = condition?.(metrics);
      if (holds === undefined) return undefined;
      return holds !== 0 ? (then?.(metrics) ?? 0) : otherwise?.(metrics);
    },
  MAX: (series) => (metrics) => {
    const values = series.map((one) => one(metrics)).filter((value) => value !== undefined);
    return values.length === 0 ? undefined : Math.max(...values);
  },
};

export function parseMath(text: string): Expression {
  const tokens = tokensOf(text);
  let next = 0;
  const fail = (): never => {
    throw new Error(`"${text}" holds what this drill cannot evaluate, at "${tokens[next] ?? 'its end'}"`);
  };
  const take = (token: string): void => {
    if (tokens[next++] !== token) fail();
  };

  const chain = (level: number): Expression => {
    const operators = OPERATORS[level];
    if (operators === undefined) return primary();
    let left = chain(level + 1);
    for (
      let operator = operators[tokens[next] ?? ''];
      operator !== undefined;
      operator = operators[tokens[next] ?? '']
    ) {
      next++;
      left = applied(operator, left, chain(level + 1));
    }
    return left;
  };

  const list = (end: string): Expression[] => {
    const items: Expression[] = [];
    while (tokens[next] !== end) {
      if (items.length > 0) take(',');
      if (tokens[next] === '[') {
        next++;
        items.push(...list(']'));
      } else items.push(chain(0));
    }
    take(end);
    return items;
  };

  const primary = (): Expression => {
    const token = tokens[next++];
    if (token === undefined) return fail();
    if (token === '(') {
      const inside = chain(0);
      take(')');
      return inside;
    }
    if (/^\d/.test(token)) return () => Number(token);
    if (tokens[next] !== '(') return Object.assign((metrics: Metrics) => metrics.value(token), { id: token });
    next++;
    const args = list(')');
    return FUNCTIONS[token]?.(args) ?? fail();
  };

  const whole = chain(0);
  return next === tokens.length ? whole : fail();
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) tokens.push(match[1] ?? '');
  if (tokens.join('') !== text.replace(/\s/g, '')) throw new Error(`"${text}" holds what this drill cannot read`);
  return tokens;
}

const applied =
  (operator: (a: number, b: number) => Value, left: Expression, right: Expression): Expression =>
  (metrics) => {
    const [a, b] = [left(metrics), right(metrics)];
    return a === undefined && b === undefined ? undefined : operator(a ?? 0, b ?? 0);
  };
