/** Building blocks of the checks of the props. */
import { Duration, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';

/** Returns one message per fault. */
export type Rule = (props: PinterestConversionsProps) => readonly string[];

/** A value that is known only at deployment, or contains one. */
export const isToken = (value: unknown): boolean => Token.isUnresolved(value);

/** A value as an error message shows it. */
export function shown(value: unknown): string {
  if (value instanceof Duration) return value.toHumanString();
  const text =
    typeof value === 'number' || value === undefined ? String(value) : JSON.stringify(value, pathOfConstruct);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** A construct refers to its whole tree, with cycles. */
const pathOfConstruct = (_: string, value: unknown): unknown =>
  Construct.isConstruct(value) ? value.node.path : value;
