/** The access token: read rarely, replaced when the owner has replaced it, and never seen outside. */
import { numbered, received } from '../../helpers/factories';
import { apiError, type Posted } from '../../helpers/fakes';
import { createSender, isKnownGood, TOKEN, takesAll } from './sender';

const NEW = 'pina_NEWTOKENOFTODAY';
const messages = (count: number) => numbered(count).map((id) => received(id));
const tests = (count: number) => numbered(count).map((id) => received(id, { test: true }));

/** Pinterest as it answers a bad token: its message repeats it. */
const only = (valid: string) => (post: Posted) =>
  post.token === valid ? takesAll(post) : apiError(401, `Authentication failed. Token: ${post.token}`);

test('a good token is read once for many POSTs and runs', async () => {
  const sender = createSender();
  await sender.run(tests(60));
  await sender.run(messages(1));
  expect(sender.posts).toHaveLength(4);
  expect(sender.secrets.reads()).toBe(1);
});

/** A sender that has just used a token, which then was replaced and revoked. */
async function afterReplacement(valid: string) {
  const pinterest = { valid: TOKEN };
  const sender = createSender({ answer: (post) => only(pinterest.valid)(post) });
  await sender.run(messages(1));
  pinterest.valid = valid;
  sender.secrets.values = { AWSCURRENT: NEW };
  sender.clock.now += 40_000;
  return sender;
}

test('after a 401 the token that the owner has put there since is tried at once, and stays in use', async () => {
  const sender = await afterReplacement(NEW);
  expect(await sender.run(messages(2))).toEqual([]);
  expect(await sender.run(messages(1))).toEqual([]);
  expect(sender.posts.map(({ token }) => token)).toEqual([TOKEN, TOKEN, NEW, NEW]);
});

describe('promise 1: a token that is not accepted holds the events until the owner acts', () => {
  test('the same token in the secret is not sent again', async () => {
    const sender = createSender({ answer: only(NEW) });
    const error = await sender.runToHold(tests(60));
    expect(error).toBe('60 events stay queued: token (HTTP 401: Authentication failed. Token: [token])');
    expect(sender.posts).toHaveLength(1);
    expect(sender.letters()).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ TokenRejected: 1, EventsHeldBack: 60 });
  });

  test('a second token that is refused too ends the run', async () => {
    const sender = await afterReplacement('none');
    await sender.runToHold(messages(60));
    expect(sender.posts.map(({ token }) => token)).toEqual([TOKEN, TOKEN, NEW]);
  });

  test('a token without a right to the ad account counts for the owner too', async () => {
    const sender = createSender({ answer: () => apiError(403, 'not permitted') });
    expect(await sender.runToHold(messages(2))).toContain('account (HTTP 403: not permitted)');
    expect(sender.telemetry.counts).toMatchObject({ TokenRejected: 1 });
  });

  test.each(['not-set', '', ' \n'])('without a token nothing is sent: the secret holds %j', async (token) => {
    const sender = createSender({ token });
    const error = await sender.runToHold(messages(3));
    expect(error).toBe('3 events stay queued: token (the token secret is not set)');
    expect(sender.posts).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ TokenRejected: 1, EventsHeldBack: 3 });
  });

  test('a secret that cannot be read holds the events, and alarms nobody at once', async () => {
    const sender = createSender();
    sender.secrets.failure = new Error('AccessDenied');
    const error = await sender.runToHold(messages(3));
    expect(error).toBe('3 events stay queued: outage (the token secret cannot be read)');
    expect(sender.posts).toEqual([]);
    expect(sender.letters()).toEqual([]);
    expect(sender.telemetry.counts.TokenRejected).toBeUndefined();
  });

  test.each(['two words', 'a\nb', '{"a": "b"}', '{broken', 'pina_tökén', '""'])(
    'what cannot be a token is not sent, and its fault is named: %j',
    async (token) => {
      const sender = createSender({ token });
      const message = await sender.runToHold(messages(1));
      expect(message).toMatch(/^1 events stay queued: token \(the token secret (has|is) /);
      expect(message).not.toContain(token);
      expect(sender.posts).toEqual([]);
    },
  );

  test.each([
    `"${TOKEN}"`,
    `'${TOKEN}'\n`,
    `Bearer ${TOKEN}`,
    `Authorization: Bearer ${TOKEN}`,
    `\uFEFF${TOKEN}\u200B`,
    `{"access_token": "${TOKEN}"}`,
    `{"token":"Bearer ${TOKEN}","note":"of the shop"}`,
  ])('what can only mean the token is the token: %j', async (token) => {
    const sender = createSender({ token });
    await sender.run(messages(1));
    expect(sender.posts[0]?.token).toBe(TOKEN);
  });

  test('blanks around a token do not matter', async () => {
    const sender = createSender({ token: `  ${TOKEN}\n` });
    await sender.run(messages(1));
    expect(sender.posts[0]?.token).toBe(TOKEN);
  });
});

describe('promise 5: the token is never repeated', () => {
  const quoting = ({ token }: Posted) => `bad: ${token}, Bearer ${token}, "${token}"`;
  test.each([
    ['in a 401', (post: Posted) => apiError(401, quoting(post))],
    ['in a 400', (post: Posted) => (isKnownGood(post) ? takesAll(post) : apiError(400, quoting(post)))],
    ['in a 400 for all', (post: Posted) => apiError(400, quoting(post))],
    [
      "in an event's result",
      (post: Posted) => Response.json({ events: [{ status: 'failed', error_message: quoting(post) }] }),
    ],
    ['in a network error', (post: Posted) => Promise.reject(new Error(quoting(post)))],
    ['in headers', (post: Posted) => apiError(429, 'x', { 'retry-after': post.token, 'x-token': post.token })],
  ])('%s', async (_, answer) => {
    for (const token of [TOKEN, 'a-token-of-another-form/+=']) {
      const sender = createSender({ answer, token });
      const outcome = await sender.run([received('a')]).catch((error: Error) => error);
      const seen = sender.telemetry.text() + JSON.stringify(sender.sqs.letters) + JSON.stringify(outcome);
      expect(seen).not.toContain(token);
      expect(seen).not.toContain('NGASAKK');
    }
  });
});

test.each([
  ['live events within a minute', false, 60_000],
  ['test events within seconds', true, 5_000],
])('a token that was replaced is used for %s', async (_, test, milliseconds) => {
  const sender = createSender();
  await sender.run([received('a', { test })]);
  sender.secrets.values = { AWSCURRENT: NEW };
  sender.clock.now += milliseconds;
  await sender.run([received('b', { test })]);
  expect(sender.posts.map(({ token }) => token)).toEqual([TOKEN, NEW]);
});
