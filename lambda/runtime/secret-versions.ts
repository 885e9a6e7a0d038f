/**
 * A secret, read rarely and always in its current form.
 *
 * Powertools' parameter cache was weighed and not taken: it keeps one value a name, so the current and the previous
 * version of a secret would answer for each other, and it does not remember that there is no previous version.
 */
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { SECRET_NOT_SET } from '../../contract/secret-not-set';

const MAX_AGE_MS = 300_000;

/** Forced reads are at least this far apart, so that wrong keys from outside cannot run up the bill. */
const MIN_REFRESH_MS = 30_000;

export type VersionStage = 'AWSCURRENT' | 'AWSPREVIOUS';

export interface SecretVersionsProps {
  readonly client: Pick<SecretsManagerClient, 'send'>;
  readonly secretId: string;
  readonly stages: readonly VersionStage[];
  readonly now?: () => number;
}

export class SecretVersions {
  private values: readonly string[] | undefined;
  private readAt = Number.NEGATIVE_INFINITY;
  private triedAt = Number.NEGATIVE_INFINITY;

  public constructor(private readonly props: SecretVersionsProps) {}

  /** The values of the stages asked for that exist and are set, current first; at most five minutes old. */
  public async get(maxAgeMs = MAX_AGE_MS): Promise<readonly string[]> {
    if (this.values !== undefined && this.since(this.readAt) < maxAgeMs) return this.values;
    return this.readUnlessTriedWithin(Math.min(maxAgeMs, MIN_REFRESH_MS));
  }

  /** Reads anew, unless that was done a moment ago; for when a value was found wrong and may have been changed. */
  public async refresh(): Promise<readonly string[]> {
    return this.readUnlessTriedWithin(MIN_REFRESH_MS);
  }

  private async readUnlessTriedWithin(milliseconds: number): Promise<readonly string[]> {
    return this.values !== undefined && this.since(this.triedAt) < milliseconds ? this.values : this.read();
  }

  private now(): number {
    return (this.props.now ?? Date.now)();
  }

  private since(time: number): number {
    return this.now() - time;
  }

  private async read(): Promise<readonly string[]> {
    try {
      const values = await Promise.all(this.props.stages.map((stage) => this.readStage(stage)));
      this.values = values.filter((value) => value !== undefined);
      this.readAt = this.now();
    } catch (error) {
      // A value that worked until now is better than none while Secrets Manager cannot be reached.
      if (this.values === undefined) throw error;
    } finally {
      this.triedAt = this.now();
    }
    return this.values;
  }

  private async readStage(stage: VersionStage): Promise<string | undefined> {
    try {
      const { SecretString } = await this.props.client.send(
        new GetSecretValueCommand({ SecretId: this.props.secretId, VersionStage: stage }),
      );
      const value = SecretString?.trim();
      return value === '' || value === SECRET_NOT_SET ? undefined : value;
    } catch (error) {
      if (stage === 'AWSPREVIOUS' && error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }
}
