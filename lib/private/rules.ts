/** The pieces that the table of prop rules is made of. */
import { Duration, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';

type Props = PinterestConversionsProps;

/** Returns one message a fault. */
export type Rule = (props: Props) => readonly string[];

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

/** A text, or one that depends on the value at fault. */
type Text<V> = string | ((value: V) => string);

/** A rule for one prop, asked when the prop is given. `allowed` completes "<prop> must be …". */
export function must<K extends keyof Props>(
  prop: K,
  holds: (value: NonNullable<Props[K]>) => boolean,
  allowed: string,
  fix: Text<NonNullable<Props[K]>>,
): Rule {
  return ({ [prop]: value }) =>
    value === undefined || value === null || isToken(value) || holds(value)
      ? []
      : [`"${prop}" must be ${allowed}, got ${shown(value)}; ${textOf(fix, value)}`];
}

/** Props that are lists of texts. */
type ListProp = 'allowedOrigins' | 'alarmEmails' | 'disabledAlarms' | 'watchedEventNames' | 'watchedMatchKeys';

/** A rule for each item of a list. `allowed` completes "<prop> must hold …". */
export function eachMust<K extends ListProp>(
  prop: K,
  holds: (item: string) => boolean,
  allowed: string,
  fix: Text<string>,
): Rule {
  return ({ [prop]: list }) => {
    if (list === undefined || isToken(list)) return [];
    if (!Array.isArray(list)) return [`"${prop}" must be a list, got ${shown(list)}; write ["…"]`];
    const twice = list.filter((item, index) => list.indexOf(item) < index);
    return [
      ...list
        .filter((item) => !isToken(item) && !(typeof item === 'string' && holds(item)))
        .map((item) => `"${prop}" must hold ${allowed}, got ${shown(item)}; ${textOf(fix, String(item))}`),
      ...[...new Set(twice)].map((item) => `"${prop}" holds ${shown(item)} twice; write it once`),
    ];
  };
}

const textOf = <V>(text: Text<V>, value: V): string => (typeof text === 'string' ? text : text(value));

export const isWithin = (minimum: number, maximum: number) => (value: number) =>
  typeof value === 'number' && value >= minimum && value <= maximum;

export const isWholeWithin = (minimum: number, maximum: number) => (value: number) =>
  Number.isInteger(value) && isWithin(minimum, maximum)(value);

/** Whether it is what its type says, for those who write without types: something with this member. */
export const has =
  (member: string) =>
  (value: unknown): boolean =>
    typeof value === 'object' && value !== null && member in value;

export const isOneOf =
  <V>(allowed: readonly V[]) =>
  (value: V): boolean =>
    allowed.includes(value);
