/** What the simulator has received: the newest part of it in full, all of it in counts. */
import type { SentEvent, SimulatorEvent, SimulatorRequest, SimulatorTotals } from '../../sim/pinterest/types';

/** Events kept, and results of single events kept with the requests. */
const CAPACITY = 100_000;
/** Pinterest takes the first of several equal events within this time. */
const DEDUPLICATION_MS = 48 * 60 * 60 * 1_000;

export class Memory {
  private readonly storedRequests = new Ring<SimulatorRequest>(CAPACITY, (request) => 1 + request.events.length);
  private readonly storedEvents = new Ring<SimulatorEvent>(CAPACITY, () => 1);
  private readonly firstSeen = new Map<string, number>();
  private readonly counts = { requests: 0, processed: 0, duplicates: 0, testProcessed: 0, failed: 0 };

  public addRequest(request: SimulatorRequest): void {
    this.counts.requests += 1;
    this.counts.failed += request.events.filter(({ status }) => status === 'failed').length;
    this.storedRequests.push(request);
  }

  public addEvent(event: SentEvent, time: number, test: boolean): void {
    const duplicate = !test && this.isDuplicate(event, time);
    this.counts[test ? 'testProcessed' : 'processed'] += 1;
    if (duplicate) this.counts.duplicates += 1;
    for (const gone of this.storedEvents.push({ time, test, duplicate, event })) {
      if (this.firstSeen.get(keyOf(gone.event)) === gone.time) this.firstSeen.delete(keyOf(gone.event));
    }
  }

  public requests = (): readonly SimulatorRequest[] => this.storedRequests.items();
  public events = (): readonly SimulatorEvent[] => this.storedEvents.items();
  public totals = (): SimulatorTotals => ({ ...this.counts });

  /** Offline events cannot be deduplicated. */
  private isDuplicate(event: SentEvent, time: number): boolean {
    if (event.action_source === 'offline') return false;
    const first = this.firstSeen.get(keyOf(event));
    if (first !== undefined && time - first < DEDUPLICATION_MS) return true;
    this.firstSeen.set(keyOf(event), time);
    return false;
  }
}

const keyOf = ({ event_id, event_name }: SentEvent): string => `${event_name} ${event_id}`;

/** Keeps the newest items up to a total weight. */
export class Ring<T> {
  private kept: T[] = [];
  private first = 0;
  private weight = 0;

  public constructor(
    private readonly capacity: number,
    private readonly weigh: (item: T) => number,
  ) {}

  /** Adds an item and returns those that had to go for it. */
  public push(item: T): T[] {
    this.kept.push(item);
    this.weight += this.weigh(item);
    const start = this.first;
    while (this.weight > this.capacity && this.first < this.kept.length - 1) {
      this.weight -= this.weigh(this.kept[this.first] as T);
      this.first += 1;
    }
    const gone = this.kept.slice(start, this.first);
    if (this.first > this.kept.length / 2) {
      this.kept = this.kept.slice(this.first);
      this.first = 0;
    }
    return gone;
  }

  public items(): readonly T[] {
    return this.kept.slice(this.first);
  }
}
