/** What is due first, and of that what was put in first: a binary heap. */
interface Item<T> {
  readonly at: number;
  readonly order: number;
  readonly value: T;
}

export class Heap<T> {
  private readonly items: Item<T>[] = [];
  private pushed = 0;

  public get first(): { readonly at: number; readonly value: T } | undefined {
    return this.items[0];
  }

  public push(at: number, value: T): void {
    const { items } = this;
    let child = items.push({ at, order: this.pushed++, value }) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.isBefore(child, parent)) return;
      this.swap(parent, child);
      child = parent;
    }
  }

  public pop(): T | undefined {
    const { items } = this;
    const [first] = items;
    const last = items.pop();
    if (first === undefined || last === undefined) return undefined;
    if (items.length > 0) {
      items[0] = last;
      this.sink();
    }
    return first.value;
  }

  private sink(): void {
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const least = this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.isBefore(least, parent)) return;
      this.swap(parent, least);
      parent = least;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.items[one], this.items[other]];
    if (a === undefined || b === undefined) return a !== undefined;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  private swap(a: number, b: number): void {
    const [first, second] = [this.items[a], this.items[b]];
    if (first === undefined || second === undefined) return;
    this.items[a] = second;
    this.items[b] = first;
  }
}
