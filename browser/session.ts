/** What outlives the page, for as long as its tab. */
import { attempt } from './warn';

const KEY = 'pinterestConversions';

const empty = () => ({
  /** Events not yet delivered. */
  queue: [] as object[],
  /** Id of the newest event. */
  id: '',
  /** Click ids that this tab has landed with. */
  epik: '',
});

export const session = empty();

export const restoreSession = (): unknown =>
  attempt(() => Object.assign(session, JSON.parse(sessionStorage.getItem(KEY) as string)));

/** Without storage everything goes on; only what fails to be delivered is lost with the page. */
export const saveSession = (): unknown => attempt(() => sessionStorage.setItem(KEY, JSON.stringify(session)));

export function forgetSession(): void {
  Object.assign(session, empty());
  attempt(() => sessionStorage.removeItem(KEY));
}
