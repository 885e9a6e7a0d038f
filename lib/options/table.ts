/**
 * Every option of the construct, one row each: the values that are allowed, what to write instead of others, its default and an
 * example. The rules, the defaults, conversions.schema.json and the tables of docs/options.md come from here; a prop
 * without a row does not compile.
 */
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import { senderConcurrency } from '../private/sender-concurrency';
import { ACCESS_OPTIONS } from './access-options';
import { ACCOUNT_OPTIONS } from './account-options';
import { HOST_OPTIONS } from './host-options';
import type { Option, OptionsOf } from './option';
import { OWN_OPTIONS } from './own-options';
import { RECEIVER_OPTIONS } from './receiver-options';
import { RUNNING_OPTIONS } from './running-options';
import { WATCH_OPTIONS } from './watch-options';

/** In the order of docs/options.md. */
export const OPTIONS_BY_THEME = {
  'Account and events': ACCOUNT_OPTIONS,
  'Custom domain': HOST_OPTIONS,
  'Access and limits': ACCESS_OPTIONS,
  'Alarm notifications': RECEIVER_OPTIONS,
  'Alarm thresholds and metrics': WATCH_OPTIONS,
  'Your own secrets, keys, network and permissions': OWN_OPTIONS,
  Operation: RUNNING_OPTIONS,
} as const;

export const OPTIONS = {
  ...ACCOUNT_OPTIONS,
  ...HOST_OPTIONS,
  ...ACCESS_OPTIONS,
  ...RECEIVER_OPTIONS,
  ...WATCH_OPTIONS,
  ...OWN_OPTIONS,
  ...RUNNING_OPTIONS,
} as const satisfies OptionsOf<keyof PinterestConversionsProps>;

type Table = typeof OPTIONS;

/** Options with a default value. */
type Defaulted = { [K in keyof Table]: Table[K] extends { readonly default: unknown } ? K : never }[keyof Table];

/** Options that are AWS resources, which a file cannot hold. */
export type ResourceOption = {
  [K in keyof Table]: Table[K]['kind'] extends { readonly isResource: true } ? K : never;
}[keyof Table];

export type DurationOption = {
  [K in keyof Table]: Table[K]['kind'] extends { readonly isDuration: true } ? K : never;
}[keyof Table];

/** Options whose default follows from another option. */
type Derived = 'senderMaxConcurrency';

/** The props with their defaults filled in. */
export type Settled = PinterestConversionsProps & Required<Pick<PinterestConversionsProps, Defaulted | Derived>>;

export const ROWS = Object.entries(OPTIONS) as [keyof Table, Option<unknown>][];

export const DURATION_OPTIONS = ROWS.flatMap(([name, { kind }]) =>
  'isDuration' in kind ? [name as DurationOption] : [],
);

export function settled(props: PinterestConversionsProps): Settled {
  const defaults = ROWS.flatMap(([name, { default: value }]) =>
    value === undefined || props[name] !== undefined ? [] : [[name, value] as const],
  );
  const { senderMaxConcurrency = senderConcurrency(props.expectedEventsPerDay) } = props;
  return { ...props, ...Object.fromEntries(defaults), senderMaxConcurrency } as Settled;
}
