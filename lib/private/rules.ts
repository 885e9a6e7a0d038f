/** What the checks of the props are made of. */
import { Duration, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';

/** Returns one message a fault. */
export type Rule = (props: PinterestConversionsProps) => readonly string[];

/** A value that is known only at deployment, or that holds one. */
export const isToken = (value: unknown): boolean => Token.isUnresolved(value);

/** A value as it stands in an error message. */
export function shown(value: unknown): string {
  if (value instanceof Duration) return value.toHumanString();
  const text =
    typeof value === 'number' || value === undefined ? String(value) : JSON.stringify(value, pathOfConstruct);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}

/** A construct holds its whole tree, in circles. */
const pathOfConstruct = (_: string, value: unknown): unknown =>
  Construct.isConstruct(value) ? value.node.path : value;
