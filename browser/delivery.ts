/**
 * Events on their way to the endpoint. Each stays in the queue, and in the tab's storage, until the endpoint has answered
 * for it; what fails goes again later, with the same id, so that nothing is counted twice.
 */
import { allowed } from './consent';
import { collectUrl } from './page';
import { saveSession, session } from './session';
import { warn } from './warn';

const RETRY_MS = 30_000;

/** Events of the queue, from its start, that are on their way. */
let sending = 0;

export function addEvent(event: object): void {
  const { queue } = session;
  // Browsers take 64 KiB of bodies that may outlive the page, and a character can have three bytes.
  if (queue.length > 99 || JSON.stringify([...queue, event]).length > 20_000) {
    throw 'too many or too large events';
  }
  queue.push(event);
  deliver();
}

export function deliver(): void {
  const { queue } = session;
  const count = queue.length;
  if (!allowed || !count || sending) return;
  saveSession();
  sending = count;
  // A text goes as text/plain, which spares the browser a preflight.
  fetch(collectUrl, { method: 'POST', body: JSON.stringify(queue), credentials: 'include', keepalive: true })
    .then(async (answer) => {
      if (/429|5../.test(`${answer.status}`)) throw answer.status;
      queue.splice(0, count);
      sending = 0;
      if (allowed) saveSession();
      deliver();
      const text = await answer.text();
      if (/"failed"/.test(text)) warn(text);
    })
    .catch((error) => {
      sending = 0;
      setTimeout(deliver, RETRY_MS);
      warn(`no answer from ${collectUrl}: ${error}`);
    });
}

export function watchPage(): void {
  addEventListener('online', deliver);
  addEventListener('pagehide', () => {
    const rest = session.queue.slice(sending);
    if (allowed && rest.length) navigator.sendBeacon(collectUrl, JSON.stringify(rest));
  });
}
