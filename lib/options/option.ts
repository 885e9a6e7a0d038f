/** A row of the tables of options. */
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import type { Kind, Text } from './kind';

export interface Option<V> {
  readonly kind: Kind<V>;
  /** What to write instead of a value that is not allowed; for a list, instead of an item. */
  readonly fix: Text<V extends readonly (infer Item)[] ? Item : V>;
  /** The value if it is omitted; absent where the default is behavior instead of a value. */
  readonly default?: V;
  /** As conversions.json writes it; if absent, the default serves as the example. */
  readonly example?: unknown;
  /** It shapes the template, so it must be known at synthesis: of a list, its length, or its items too. */
  readonly knownAtSynth?: 'value' | 'items';
}

/** One row for each of some props. */
export type OptionsOf<K extends keyof PinterestConversionsProps> = {
  readonly [P in K]: Option<NonNullable<PinterestConversionsProps[P]>>;
};
