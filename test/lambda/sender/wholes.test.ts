/** Which POSTs were too large: those that failed as a whole, and of which every part was taken. */
import { blame, divided, settled } from '../../../lambda/sender/wholes';

test('the whole, once its last part is taken', () => {
  const parts = divided([], 100, 2);
  expect(settled(parts)).toEqual([]);
  expect(settled(parts)).toEqual([100]);
});

test('a part that was divided too, and what it was a part of', () => {
  const halves = divided([], 100, 2);
  const quarters = divided(halves, 50, 2);
  expect(settled(halves)).toEqual([]);
  expect(settled(quarters)).toEqual([]);
  expect(settled(quarters)).toEqual([100, 50]);
});

test('none with an event that is to blame', () => {
  const parts = divided([], 100, 2);
  blame(parts, 1);
  expect([...settled(parts), ...settled(parts)]).toEqual([]);
});
