/** The tables of docs/security.md. */
import { withTable } from '../tables';
import { findingsTable } from './accepted-findings';
import { bundledPackagesTable } from './bundled-packages';
import { floodTable } from './flood-cost';
import { rolePolicyTable } from './role-policies';

const TABLES: Readonly<Record<string, () => string | Promise<string>>> = {
  flood: floodTable,
  roles: rolePolicyTable,
  findings: findingsTable,
  packages: bundledPackagesTable,
};

export async function withSecurityTables(page: string): Promise<string> {
  let text = page;
  for (const [name, table] of Object.entries(TABLES)) text = withTable(text, name, await table());
  return text;
}
