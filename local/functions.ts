/** The built functions of assets/, byte for byte those that a deployment uploads, and the environment that keeps them on this machine. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const ASSETS = path.join(__dirname, '..', 'assets');

/** A function in an execution environment: each has a memory of its own, and reads the variables when it starts. */
export async function loadFunction<F>(name: string, environment = 1): Promise<F> {
  const file = pathToFileURL(path.join(ASSETS, name, 'index.mjs')).href;
  const module: { handler: F } = await import(`${file}?environment=${environment}`);
  return module.handler;
}

/** Names the emulated services alone, and drops whatever could lead to a real account. */
export function emulatedAws(sqsUrl: string, secretsManagerUrl: string): Record<string, string> {
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL']) delete process.env[name];
  return {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SQS: sqsUrl,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManagerUrl,
  };
}
