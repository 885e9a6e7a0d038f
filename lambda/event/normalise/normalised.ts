/** What normalising a value of a person gives, and what it is told beside the value. */

/** Says why a value is left out where "is not a phone number" would not help; completes `"user_data.ph" holds …`. */
export interface Unusable {
  readonly because: string;
}

/** The text to hash, or that there is none. */
export type Normalised = string | Unusable | undefined;

export interface NormaliseContext {
  /** ISO 3166 two-letter code, upper-case: of the event, or else the default. */
  readonly country: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}
