/** Which fields of libphonenumber's rows are read: the bundle leaves out the others, a third of all. */

/** The place of each field in a row. */
export const PLAN_FIELDS = {
  callingCode: 0,
  exit: 1,
  general: 2,
  trunk: 5,
  trunkPattern: 7,
  trunkRule: 8,
  types: 11,
} as const;

/** A field that a country does not have is 0 or missing; of a type only its pattern is read, fixed lines come first, then mobiles. */
export type PlanRow = {
  readonly 0: string;
  readonly 1: string | 0;
  readonly 2: string;
  readonly 5?: string | 0;
  readonly 7?: string | 0;
  readonly 8?: string | 0;
  readonly 11?: 0 | readonly (0 | readonly [string, ...unknown[]])[];
};

interface Metadata {
  readonly country_calling_codes: unknown;
  readonly countries: Readonly<Record<string, readonly unknown[]>>;
  readonly nonGeographic: Readonly<Record<string, readonly unknown[]>>;
}

const KEPT: ReadonlySet<number> = new Set(Object.values(PLAN_FIELDS));

const withoutLengths = (type: unknown): unknown => (Array.isArray(type) ? type.slice(0, 1) : type);

const trimmedRow = (row: readonly unknown[]): unknown[] =>
  row.slice(0, PLAN_FIELDS.types + 1).map((field, index) => {
    if (!KEPT.has(index)) return 0;
    return index === PLAN_FIELDS.types && Array.isArray(field) ? field.map(withoutLengths) : field;
  });

const trimmedRows = (rows: Metadata['countries']): unknown =>
  Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, trimmedRow(row)]));

/** The metadata with only what is read of it. */
export const trimmed = (metadata: Metadata): unknown => ({
  country_calling_codes: metadata.country_calling_codes,
  countries: trimmedRows(metadata.countries),
  nonGeographic: trimmedRows(metadata.nonGeographic),
});
