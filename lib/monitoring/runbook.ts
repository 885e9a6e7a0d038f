/** Where the mail of an alarm and the dashboard send their reader. */

/** Headings of the page are never taken away, since old deployments link to them. */
export const RUNBOOK_URL =
  'https://github.com/cdk-pinterest-conversions/cdk-pinterest-conversions/blob/main/docs/runbook.md';

export const runbookOf = (kind: string): string => `${RUNBOOK_URL}#${kind.toLowerCase()}`;
