/** Whoever looks for the tests of an option or an alarm finds them by its name: it stands in the title of one. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ALARM_KINDS } from '../lib/monitoring/alarm-table';
import { ROWS } from '../lib/options/table';

const TESTS = path.join(__dirname, 'lib');
const CALLS = /^(describe|it|test)(\.each\b[\s\S]*)?$/;

/** Titles as they are written: a reader looks for them with grep. */
function titlesIn(file: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && CALLS.test(node.expression.getText())) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return titles;
}

const files = readdirSync(TESTS, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
const titles = files.flatMap((file) => titlesIn(path.join(TESTS, file)));
const words = new Set(titles.flatMap((title) => title.split(/\W+/)));

it.each(ROWS.map(([name]) => name))('the option %s is in the title of a test', (name) => {
  expect(words).toContain(name);
});

it.each(ALARM_KINDS)('the alarm %s is in the title of a test', (kind) => {
  expect(words).toContain(kind);
});
