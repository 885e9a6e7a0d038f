/** A fault in the configuration that its owner must fix: shown without a stack trace. */
export class ConfigError extends Error {
  public override readonly name = 'ConfigError';

  public constructor(file: string, faults: readonly string[]) {
    super([`${file} cannot be used:`, ...faults.map((fault) => `- ${fault}`)].join('\n'));
  }
}
