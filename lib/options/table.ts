/**
 * Every option of the construct, one row each: what it may be, what to do about one that is not, its default and an
 * example. The rules, the defaults, conversions.schema.json and the tables of docs/options.md come from here; a prop
 * without a row does not compile.
 */
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
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
  "A host of the shop's own": HOST_OPTIONS,
  'Who may send, and how much': ACCESS_OPTIONS,
  'Who is told': RECEIVER_OPTIONS,
  'What alarms go by': WATCH_OPTIONS,
  'Secrets, keys, network and rights of your own': OWN_OPTIONS,
  'Running it': RUNNING_OPTIONS,
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

/** Options with a value for when they are left out. */
type Defaulted = { [K in keyof Table]: Table[K] extends { readonly default: unknown } ? K : never }[keyof Table];

/** Options that are resources of AWS, which no file can hold. */
export type ResourceOption = {
  [K in keyof Table]: Table[K]['kind'] extends { readonly isResource: true } ? K : never;
}[keyof Table];

export type DurationOption = {
  [K in keyof Table]: Table[K]['kind'] extends { readonly isDuration: true } ? K : never;
}[keyof Table];

/** The props as they hold: defaults in the place of what was left out. */
export type Settled = PinterestConversionsProps & Required<Pick<PinterestConversionsProps, Defaulted>>;

export const ROWS = Object.entries(OPTIONS) as [keyof Table, Option<unknown>][];

export const DURATION_OPTIONS = ROWS.flatMap(([name, { kind }]) =>
  'isDuration' in kind ? [name as DurationOption] : [],
);

export function settled(props: PinterestConversionsProps): Settled {
  const defaults = ROWS.flatMap(([name, { default: value }]) =>
    value === undefined || props[name] !== undefined ? [] : [[name, value] as const],
  );
  return { ...props, ...Object.fromEntries(defaults) } as Settled;
}
