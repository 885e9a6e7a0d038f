/** Metrics minute by minute, as CloudWatch keeps them: what was not reported is missing, and is not zero. */

export interface Series {
  readonly sum: Float64Array;
  readonly maximum: Float64Array;
  /** Data points of each minute. */
  readonly count: Float64Array;
}

/** Namespace, name and dimensions, which together are a metric. */
export const metricKey = (namespace: string, name: string, dimensions: readonly string[]): string =>
  [namespace, name, ...dimensions].join(' ');

export class MetricStore {
  private readonly series = new Map<string, Series>();

  public constructor(public readonly minutes: number) {}

  /** @param times How often the value was reported in that minute. */
  public add(key: string, minute: number, value: number, times = 1): void {
    if (minute < 0 || minute >= this.minutes || times === 0) return;
    const { sum, maximum, count } = this.of(key);
    sum[minute] = (sum[minute] ?? 0) + value * times;
    maximum[minute] = count[minute] ? Math.max(maximum[minute] ?? 0, value) : value;
    count[minute] = (count[minute] ?? 0) + times;
  }

  /** Of the minutes from `from` up to `to`, which is none of them; undefined when nothing was reported. */
  public statistic(key: string, statistic: 'Sum' | 'Maximum', from: number, to: number): number | undefined {
    const series = this.series.get(key);
    if (series === undefined) return undefined;
    let found = false;
    let result = statistic === 'Sum' ? 0 : Number.NEGATIVE_INFINITY;
    for (let minute = Math.max(0, from); minute < to; minute++) {
      if (!series.count[minute]) continue;
      found = true;
      if (statistic === 'Sum') result += series.sum[minute] ?? 0;
      else result = Math.max(result, series.maximum[minute] ?? 0);
    }
    return found ? result : undefined;
  }

  /** A copy of the minutes before `end`, for what goes on differently after them. */
  public upTo(end: number): MetricStore {
    const copy = new MetricStore(this.minutes);
    for (const [key, { sum, maximum, count }] of this.series) {
      const cut = (values: Float64Array) => values.map((value, minute) => (minute < end ? value : 0));
      copy.series.set(key, { sum: cut(sum), maximum: cut(maximum), count: cut(count) });
    }
    return copy;
  }

  private of(key: string): Series {
    const known = this.series.get(key);
    if (known !== undefined) return known;
    const empty = () => new Float64Array(this.minutes);
    const series = { sum: empty(), maximum: empty(), count: empty() };
    this.series.set(key, series);
    return series;
  }
}
