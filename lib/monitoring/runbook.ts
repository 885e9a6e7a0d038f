/** The page that alarm mails and the dashboard link to. */

/** No heading of the page may be removed, since old deployments link to them. */
export const RUNBOOK_URL =
  'https://github.com/cdk-pinterest-conversions/cdk-pinterest-conversions/blob/main/docs/runbook.md';

export const runbookOf = (kind: string): string => `${RUNBOOK_URL}#${kind.toLowerCase()}`;
