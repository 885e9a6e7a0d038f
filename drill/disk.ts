/** The disk of one execution environment. */
import type { Disk } from '../lambda/runtime/disk';

export function createDisk(): Disk {
  let [young, old] = ['', ''];
  return {
    read: () => ({ young, old }),
    append: (text) => {
      young += text;
    },
    turn: () => {
      [young, old] = ['', young];
    },
  };
}
