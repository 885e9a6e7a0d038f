/**
 * Secrets Manager's own protocol (AWS JSON 1.1) for the two secrets of the one-machine run, so that the functions run
 * here with the same client, the same versions and the same errors as on AWS.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from './request-body';

interface Versions {
  current: string;
  previous?: string;
}

export interface LocalSecretsManager {
  readonly url: string;
  /** Sets a secret; the value before it stays readable as AWSPREVIOUS. */
  put(secretId: string, value: string): void;
  close(): Promise<void>;
}

export async function startSecretsManager(): Promise<LocalSecretsManager> {
  const secrets = new Map<string, Versions>();
  const server = createServer(async (request, response) => {
    const { status, body } = answer(request.headers['x-amz-target'], await readJson(request), secrets);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    put: (secretId, value) => put(secrets, secretId, value),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function put(secrets: Map<string, Versions>, secretId: string, current: string): void {
  const before = secrets.get(secretId)?.current;
  secrets.set(secretId, { current, ...(before !== undefined && { previous: before }) });
}

type Input = { readonly SecretId?: string; readonly VersionStage?: string };

function answer(target: string | string[] | undefined, input: Input, secrets: ReadonlyMap<string, Versions>) {
  if (target !== 'secretsmanager.GetSecretValue')
    return failure('InvalidRequestException', `${target} is not served here`);
  const { SecretId = '', VersionStage = 'AWSCURRENT' } = input;
  const versions = secrets.get(SecretId);
  const value = VersionStage === 'AWSPREVIOUS' ? versions?.previous : versions?.current;
  return value === undefined
    ? failure('ResourceNotFoundException', "Secrets Manager can't find the specified secret value")
    : { status: 200, body: { ARN: SecretId, Name: SecretId, SecretString: value, VersionStages: [VersionStage] } };
}

const failure = (type: string, message: string) => ({ status: 400, body: { __type: type, Message: message } });

const MAX_BODY_BYTES = 10_000;

async function readJson(request: IncomingMessage): Promise<Input> {
  const body = await readBody(request, MAX_BODY_BYTES);
  return JSON.parse(body?.toString() || '{}');
}
