/**
 * Events without code: `data-pinterest-event="lead"` on a form or a button, what else the event carries as JSON in
 * `data-pinterest-data`, and the id in the form's own `event_id` field for the shop's back end.
 */
import { whenAllowed } from './consent';
import type { Conversions } from './index';
import { attempt } from './warn';

export function answerElements(track: Conversions['track']): void {
  const answer = ({ type, target }: Event): unknown =>
    attempt(() => {
      const element = (target as Element).closest<HTMLElement>('[data-pinterest-event]');
      // A click anywhere in a form is not its event, nor is the submission of a form inside something else.
      if (!element || (type === 'submit') !== (element.tagName === 'FORM')) return;
      const { pinterestEvent = '', pinterestData = '{}' } = element.dataset;
      const field = element.querySelector<HTMLInputElement>('[name=event_id]');
      const id = track(pinterestEvent, { event_id: field?.value, ...JSON.parse(pinterestData) });
      whenAllowed(() => {
        if (field) field.value = id;
      });
    });
  addEventListener('submit', answer, true);
  addEventListener('click', answer, true);
}
