/** The operator at a terminal, who types what README.md and docs/deploy.md say and nothing else. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Finished, run } from './children';
import { must } from './steps';
import { ROOT } from './surroundings';

const DOCS = ['README.md', 'docs/deploy.md'].map((file) => readFileSync(path.join(ROOT, file), 'utf8')).join('\n');

/** A command of the docs with its `<placeholders>` filled in, quoted; fails when they do not say so. */
export function fromDocs(command: string, values: Readonly<Record<string, string>> = {}): string {
  must(
    DOCS.includes(command),
    `README.md and docs/deploy.md do not say "${command}" any more; let the test follow them`,
  );
  return command.replace(/<(\w+)>/g, (placeholder, name) => {
    const value = values[name];
    return value === undefined ? placeholder : `'${value.replaceAll("'", "'\\''")}'`;
  });
}

export class Operator {
  public constructor(
    public readonly checkout: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  public type(command: string): Promise<Finished> {
    return run('sh', ['-c', command], { cwd: this.checkout, env: this.env });
  }

  /** Types a command that has to succeed. */
  public async succeed(command: string): Promise<Finished> {
    const finished = await this.type(command);
    must(finished.code === 0, `"${command}" ended with ${finished.code}:\n${finished.output}`);
    return finished;
  }

  /** Types a command that has to fail, and to say this. Returns what it said. */
  public async fail(command: string, message: RegExp): Promise<string> {
    const { code, output } = await this.type(command);
    must(code !== 0, `"${command}" succeeded:\n${output}`);
    const said = message.exec(output)?.[0];
    must(said !== undefined, `"${command}" did not say ${message}:\n${output}`);
    return said.trim();
  }

  /** Edits conversions.json: one deployment, or a list of them. */
  public configure(config: object): void {
    const text = JSON.stringify(config, null, 2);
    writeFileSync(path.join(this.checkout, 'conversions.json'), `${text}\n`);
  }
}

/** What `cdk deploy` prints under "Outputs:", by name. */
export function outputsOf({ output }: Finished): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...output.matchAll(/^PinterestConversions\.(\w+) = (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}
