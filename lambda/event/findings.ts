/**
 * What `accept` has to say about an event. A problem refuses the event, a warning tells what was left out or changed.
 * Both go back to the caller, so neither may ever repeat a personal value: see `shown`.
 */
export class Findings {
  public readonly problems: string[] = [];
  public readonly warnings: string[] = [];

  public problem(text: string): void {
    this.problems.push(text);
  }

  public warning(text: string): void {
    this.warnings.push(text);
  }
}

/** Names and codes of the kind this API has, but nothing that could be a phone number, an address or a token. */
const HARMLESS = /^(?!.*\d{5})[A-Za-z0-9 _.:-]{1,60}$/;

/** A value for an error message: itself when it is harmless, else only what kind of value it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return HARMLESS.test(value) ? `"${value}"` : `a text of ${value.length} characters`;
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
