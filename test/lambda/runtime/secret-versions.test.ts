/** A secret: read rarely, in its current form, and kept while Secrets Manager is away. */
import { SecretVersions } from '../../../lambda/runtime/secret-versions';
import { type FakeSecrets, fakeSecrets } from '../../helpers/fakes';

function versionsOf(values: FakeSecrets['values']) {
  const secrets = fakeSecrets(values);
  const clock = { now: 0 };
  const stages = ['AWSCURRENT', 'AWSPREVIOUS'] as const;
  const versions = new SecretVersions({ client: secrets.client, secretId: 'a', stages, now: () => clock.now });
  return { secrets, clock, versions };
}

test.each([
  [{ AWSCURRENT: 'new', AWSPREVIOUS: 'old' }, ['new', 'old']],
  [{ AWSCURRENT: 'new' }, ['new']],
  [{ AWSCURRENT: ' new\n', AWSPREVIOUS: 'not-set' }, ['new']],
  [{ AWSCURRENT: 'not-set' }, []],
  [{ AWSCURRENT: '', AWSPREVIOUS: 'old' }, ['old']],
])('of %j, %j count, the current one first', async (values, expected) => {
  expect(await versionsOf(values).versions.get()).toEqual(expected);
});

test('a secret that does not exist is an error, and is found once it does', async () => {
  const { versions, secrets } = versionsOf({});
  await expect(versions.get()).rejects.toThrow('no such version');
  secrets.values = { AWSCURRENT: 'new' };
  expect(await versions.get()).toEqual(['new']);
});

test('is at most five minutes old, and read anew sooner when asked to', async () => {
  const { versions, secrets, clock } = versionsOf({ AWSCURRENT: 'first' });
  await versions.get();
  secrets.values = { AWSCURRENT: 'second' };
  clock.now = 29_999;
  expect(await versions.refresh()).toEqual(['first']);
  clock.now = 30_000;
  expect(await versions.get()).toEqual(['first']);
  expect(await versions.refresh()).toEqual(['second']);
  secrets.values = { AWSCURRENT: 'third' };
  clock.now += 299_999;
  expect(await versions.get()).toEqual(['second']);
  clock.now += 1;
  expect(await versions.get()).toEqual(['third']);
});

test('while Secrets Manager is away, the last value serves and is asked for twice a minute', async () => {
  const { versions, secrets, clock } = versionsOf({ AWSCURRENT: 'first' });
  await versions.get();
  secrets.failure = new Error('no connection');
  clock.now = 300_000;
  for (let second = 0; second < 60; second++) {
    expect(await versions.get()).toEqual(['first']);
    clock.now += 1_000;
  }
  expect(secrets.reads()).toBe(1 + 2);
  secrets.failure = undefined;
  secrets.values = { AWSCURRENT: 'second' };
  expect(await versions.get()).toEqual(['second']);
});
