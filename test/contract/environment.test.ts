/** The environment of the functions: what is missing is said at once, and all of it. */
import { requireAll, SECRET_NOT_SET } from '../../contract/environment';

describe('requireAll', () => {
  test('gives the variables asked for', () => {
    const env = { PINTEREST_AD_ACCOUNT_ID: '549755885175', EVENT_QUEUE_URL: 'https://sqs.example/q', OTHER: 'x' };
    expect(requireAll(env, ['adAccountId', 'eventQueueUrl'])).toEqual({
      adAccountId: '549755885175',
      eventQueueUrl: 'https://sqs.example/q',
    });
  });

  test('names all that are missing or empty', () => {
    const env = { PINTEREST_AD_ACCOUNT_ID: '', DEAD_LETTER_QUEUE_URL: 'https://sqs.example/d' };
    expect(() => requireAll(env, ['adAccountId', 'deadLetterQueueUrl', 'tokenSecretArn'])).toThrow(
      'environment variables are missing: PINTEREST_AD_ACCOUNT_ID, PINTEREST_TOKEN_SECRET_ARN',
    );
  });
});

test('the text of a secret that is not set never changes: a deployment would write the new one over every token', () => {
  expect(SECRET_NOT_SET).toBe('not-set');
});
