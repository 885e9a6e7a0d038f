/** The currencies of ISO 4217 that events may name. */

/** As the Unicode tables of Node know them. */
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => CURRENCIES.has(code);
