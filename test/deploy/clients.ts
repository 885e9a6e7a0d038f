/** Clients of the emulated account, with nothing taken from whoever runs the test. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { ACCOUNT, REGION } from './surroundings';

const settings = (endpoint: string) => ({
  endpoint,
  region: REGION,
  credentials: { accessKeyId: ACCOUNT, secretAccessKey: 'emulator' },
});

export const secretsManager = (url: string): SecretsManagerClient => new SecretsManagerClient(settings(url));

/** Queues are asked at the emulator's address, whatever host their URLs name. */
export const sqs = (url: string): SQSClient => new SQSClient({ ...settings(url), useQueueUrlAsEndpoint: false });
