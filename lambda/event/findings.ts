import type { WarningKind } from '../../contract/warning-kinds';

/**
 * What `accept` has to say about an event. A problem refuses the event, a warning tells what was left out or changed.
 * Both go back to the caller, so neither may ever repeat a personal value: see `shown` and `named`.
 */
export class Findings {
  public readonly problems: string[] = [];
  /** The problems as the log may have them: without a word of the caller's. */
  public readonly reasons: string[] = [];
  public readonly warnings: string[] = [];
  /** Kinds of the warnings, each once. Most events have none, and this runs for every event. */
  public kinds: readonly WarningKind[] = NO_KINDS;

  /** @param logged The same for the log, where `text` quotes the caller. */
  public problem(text: string, logged = text): void {
    add(this.problems, text);
    add(this.reasons, logged);
  }

  public warning(kind: WarningKind, text: string): void {
    add(this.warnings, text);
    if (!this.kinds.includes(kind)) this.kinds = [...this.kinds, kind];
  }
}

const NO_KINDS: readonly WarningKind[] = [];

/** Of each kind. An answer tells of 1,000 events and has to fit Lambda's 6 MB, whatever was sent. */
const MAX_FINDINGS = 20;

function add(texts: string[], text: string): void {
  if (texts.includes(text) || texts.length > MAX_FINDINGS) return;
  texts.push(texts.length < MAX_FINDINGS ? text : 'there is more of the kind');
}
