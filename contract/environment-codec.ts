/**
 * A function's settings as environment variables: one table a function, which writes them and reads them again. Nothing
 * else knows a variable's name or how a setting is spelt as text.
 */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a value becomes JSON. A value that only the deployment knows needs the CDK's own way. */
type ToJson = (value: unknown) => string;

export interface Variable<T> {
  readonly name: string;
  /** What `read` takes, for the error that is thrown otherwise. */
  readonly allowed: string;
  /** Undefined sets no variable. */
  readonly write: (value: T, toJson: ToJson) => string | undefined;
  /** Null when it cannot be read. */
  readonly read: (text: string | undefined) => T | null;
}

export type Variables<T> = { readonly [K in keyof T]-?: Variable<T[K]> };

export interface Codec<T> {
  /** Setting → name of its variable. */
  readonly names: { readonly [K in keyof T]-?: string };
  write(settings: T, toJson?: ToJson): { [name: string]: string };
  /** One error names everything that is missing or cannot be read. */
  read(environment: Environment): T;
}

export function environmentCodec<T extends object>(variables: Variables<T>): Codec<T> {
  const rows = Object.entries(variables) as [keyof T & string, Variable<T[keyof T]>][];
  return {
    names: Object.fromEntries(rows.map(([key, { name }]) => [key, name])) as Codec<T>['names'],
    write: (settings, toJson = JSON.stringify) =>
      Object.fromEntries(
        rows.flatMap(([key, { name, write }]) => {
          const text = write(settings[key], toJson);
          return text === undefined ? [] : [[name, text]];
        }),
      ),
    read: (environment) => {
      const faults: string[] = [];
      const settings: { [key: string]: unknown } = {};
      for (const [key, { name, allowed, read }] of rows) {
        // An empty variable is one that was not set: a shell and some consoles leave those.
        const text = environment[name] || undefined;
        const value = read(text);
        if (value !== null) settings[key] = value;
        else faults.push(text === undefined ? `${name} is missing` : `${name} must be ${allowed}, got "${text}"`);
      }
      if (faults.length > 0) throw new Error(`environment: ${faults.join('; ')}`);
      return settings as T;
    },
  };
}

/** Required where there is no default. */
export const text = (name: string, byDefault?: string): Variable<string> => ({
  name,
  allowed: 'a text',
  write: (value) => value,
  read: (written) => written ?? byDefault ?? null,
});

export const optionalText = (name: string): Variable<string | undefined> => ({
  name,
  allowed: 'a text',
  write: (value) => value,
  read: (written) => written,
});

export const flag = (name: string, byDefault: boolean): Variable<boolean> => ({
  name,
  allowed: 'true or false',
  write: String,
  read: (written = String(byDefault)) => (/^(true|false)$/.test(written) ? written === 'true' : null),
});

export const wholeNumber = (name: string, byDefault: number): Variable<number> => ({
  name,
  allowed: 'a whole number',
  write: String,
  read: (written = String(byDefault)) => (/^\d{1,15}$/.test(written) ? Number(written) : null),
});

/** A value that is unknown must not start a function: it could open what the owner closed. */
export const oneOf = <const V extends string>(name: string, values: readonly V[], byDefault: V): Variable<V> => ({
  name,
  allowed: `one of ${values.join(', ')}`,
  write: String,
  read: (written = byDefault) => values.find((value) => value === written) ?? null,
});

export const json = <V>(name: string, byDefault: V): Variable<V> => ({
  name,
  allowed: 'JSON',
  write: (value, toJson) => (value === undefined ? undefined : toJson(value)),
  read: (written) => (written === undefined ? byDefault : parsed(written)),
});

function parsed<V>(text: string): V | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
