/** Copies of events that Pinterest took with certainty: SQS may have one more, and after an hour it would count twice. */

import { createDisk } from '../../../drill/disk';
import { createTakenEvents } from '../../../lambda/sender/taken';
import { pinterestEvent, received } from '../../helpers/factories';
import { apiError, results } from '../../helpers/fakes';
import { createSender, idsSent, toOthers } from './sender';

describe('an event that Pinterest took', () => {
  test('is finished without a POST when its message comes again', async () => {
    const sender = createSender();
    await sender.run([received('a')]);
    expect(await sender.run([received('a', {}, 2), received('b', {}, 2)])).toEqual([]);
    expect(sender.posts.map(({ ids }) => ids)).toEqual([['a'], ['b']]);
    expect(sender.letters()).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 2 });
    expect(sender.telemetry.lines).toContainEqual(expect.objectContaining({ fields: { events: 1 } }));
  });

  test('is known to the next process of its environment, too, as after a run that was killed', async () => {
    const disk = createDisk();
    await createSender({ disk }).run([received('a')]);
    const next = createSender({ disk });
    expect(await next.run([received('a', {}, 2)])).toEqual([]);
    expect(next.posts).toEqual([]);
  });

  test('is sent again when a message with it comes for the first time: Pinterest knows its id', async () => {
    const sender = createSender();
    await sender.run([received('a')]);
    await sender.run([received('a')]);
    expect(idsSent(sender.posts)).toEqual(['a', 'a']);
  });

  test('is not taken for another event of the same id', async () => {
    const sender = createSender();
    await sender.run([received('a')]);
    await sender.run([received('a', { event: pinterestEvent('a', { event_name: 'page_visit' }) }, 2)]);
    expect(idsSent(sender.posts)).toEqual(['a', 'a']);
  });

  test('is not taken for the same event as a test, and no test is remembered', async () => {
    const sender = createSender();
    await sender.run([received('a'), received('b', { test: true })]);
    await sender.run([received('a', { test: true }, 2), received('b', { test: true }, 2)]);
    expect(idsSent(sender.posts)).toEqual(['a', 'b', 'a', 'b']);
  });
});

test.each([
  ['refused', toOthers(() => Response.json(results(['a'], { a: 'too old' })))],
  ['held', () => apiError(503, 'down')],
])('promise 1: an event that was %s is not remembered', async (_, answer) => {
  const disk = createDisk();
  await createSender({ disk, answer }).run([received('a')]);
  const next = createSender({ disk });
  await next.run([received('a', {}, 2)]);
  expect(idsSent(next.posts)).toEqual(['a']);
});

describe('the memory of events that were taken', () => {
  test('keeps the last ones, and no more than two generations', () => {
    const disk = createDisk();
    const taken = createTakenEvents(disk, 2);
    for (const json of ['1', '2', '3', '4', '5']) taken.add([json]);
    const known = (memory: typeof taken) => ['1', '2', '3', '4', '5'].filter(memory.has);
    expect(known(taken)).toEqual(['3', '4', '5']);
    expect(known(createTakenEvents(disk, 2))).toEqual(['3', '4', '5']);
  });

  test('holds no event, on disk neither', () => {
    const disk = createDisk();
    createTakenEvents(disk).add(['{"em":"0123456789"}']);
    expect(disk.read().young).toMatch(/^\n[\w+/]{22}$/);
  });

  test('loses one event where a write was cut short', () => {
    const disk = createDisk();
    createTakenEvents(disk).add(['1', '2']);
    const cut = createDisk();
    cut.append(disk.read().young.slice(0, -3));
    createTakenEvents(cut).add(['3']);
    expect(['1', '2', '3'].filter(createTakenEvents(cut).has)).toEqual(['1', '3']);
  });
});
