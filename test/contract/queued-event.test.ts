/** The queue message: fixed, because events lie in queues while the code around them is replaced. */
import { messageOf } from '../../contract/queued-event';
import { NOW, pinterestEvent } from '../helpers/factories';

describe('the queue message', () => {
  test('is one event as Pinterest gets it, with what the sender must know beside it', () => {
    const event = pinterestEvent('order-1001');
    expect(JSON.parse(messageOf({ v: 1, accepted_at: NOW, test: true, event }))).toEqual({
      v: 1,
      accepted_at: NOW,
      test: true,
      event,
    });
  });

  test('spells what SQS refuses with escapes, and means the same', () => {
    const event = pinterestEvent('a', { language: 'x\u0000\u001F\uFFFE\uFFFF\uD800y' });
    const message = messageOf({ v: 1, accepted_at: NOW, test: false, event });
    // What the API reference of SendMessage lists, without the control characters that JSON escapes anyway.
    expect(message).toMatch(/^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
    expect(JSON.parse(message).event).toEqual(event);
  });
});
