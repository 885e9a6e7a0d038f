/** Pinterest's own tag: loaded when the shop leaves that to us, and told of each event under its own names. */
import { page, settings } from './page';

export function loadTag(): void {
  if (settings.loadTag == null || page.pintrk) return;
  // The queue of Pinterest's base code: what is called before its script has loaded is kept there.
  const queue: unknown[] = [];
  page.pintrk = Object.assign((...command: unknown[]) => queue.push(command), { queue, version: '3.0' });
  document.head.append(Object.assign(document.createElement('script'), { src: 'https://s.pinimg.com/ct/core.js' }));
  callTag('load', settings.tagId);
  callTag('page');
}

/** The tag knows Pinterest's events without underscores: `addtocart`. */
export const tellTag = (name: string, data: object): void => callTag('track', `${name}`.replace(/_/g, ''), data);

export function callTag(...command: unknown[]): void {
  try {
    page.pintrk?.(...command);
  } catch {
    // The tag's faults are not ours to tell, and the server's line goes on without it.
  }
}
