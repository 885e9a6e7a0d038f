/** A row of the tables of options. */
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import type { Kind, Text } from './kind';

export interface Option<V> {
  readonly kind: Kind<V>;
  /** What to do about a value that is not allowed; of a list, about an item. */
  readonly fix: Text<V extends readonly (infer Item)[] ? Item : V>;
  /** What holds when it is left out; absent where that is no value but behaviour. */
  readonly default?: V;
  /** As conversions.json writes it; the default, where this is left out. */
  readonly example?: unknown;
  /** Shapes the template, so it has to be known before anything is deployed; of a list, its items too or not. */
  readonly knownAtSynth?: 'value' | 'items';
}

/** A row for each of some props. */
export type OptionsOf<K extends keyof PinterestConversionsProps> = {
  readonly [P in K]: Option<NonNullable<PinterestConversionsProps[P]>>;
};
