/** What is due first: a binary heap by time. */
export class Heap<T> {
  private readonly items: { readonly at: number; readonly value: T }[] = [];

  public get first(): { readonly at: number; readonly value: T } | undefined {
    return this.items[0];
  }

  public push(at: number, value: T): void {
    const { items } = this;
    let child = items.push({ at, value }) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (this.at(parent) <= this.at(child)) return;
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
      const least = this.at(left + 1) < this.at(left) ? left + 1 : left;
      if (this.at(least) >= this.at(parent)) return;
      this.swap(parent, least);
      parent = least;
    }
  }

  private at(index: number): number {
    return this.items[index]?.at ?? Number.POSITIVE_INFINITY;
  }

  private swap(a: number, b: number): void {
    const [first, second] = [this.items[a], this.items[b]];
    if (first === undefined || second === undefined) return;
    this.items[a] = second;
    this.items[b] = first;
  }
}
