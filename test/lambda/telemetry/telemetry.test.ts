/** Logs and metrics as CloudWatch reads them. */
import {
  detailMetric,
  isDetail,
  METRIC_DIMENSION,
  METRIC_FAMILIES,
  METRIC_NAMESPACE,
  METRICS,
} from '../../../contract/metric-names';
import { createTelemetry, errorKind } from '../../../lambda/telemetry/telemetry';

/** All JSON lines that `action` writes. */
function written(action: () => void): Record<string, unknown>[] {
  const lines: string[] = [];
  const spies = (['log', 'warn', 'error'] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation((...line: unknown[]) => {
      lines.push(line.join(' '));
    }),
  );
  try {
    action();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lines.map((line) => JSON.parse(line));
}

describe('telemetry', () => {
  const before = { ...process.env };
  beforeEach(() => {
    // In this mode Powertools writes to the console of the process, where a test can listen.
    Object.assign(process.env, { POWERTOOLS_DEV: 'true', POWERTOOLS_SERVICE_NAME: 'shop' });
    delete process.env.POWERTOOLS_METRICS_DISABLED;
  });
  afterEach(() => {
    process.env = { ...before };
  });

  test('counts are one metric line a run, added up, with the pipeline as the only dimension', () => {
    process.env.POWERTOOLS_METRICS_DISABLED = 'false';
    const lines = written(() => {
      const telemetry = createTelemetry({ detailed: true });
      telemetry.count(METRICS.accepted, 2);
      telemetry.count(METRICS.accepted, 3);
      telemetry.count(METRICS.refused, 1);
      telemetry.count(METRICS.delivered, 0);
      telemetry.flush();
      telemetry.flush();
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      service: 'shop',
      [METRICS.accepted]: [2, 3],
      [METRICS.refused]: 1,
      _aws: { CloudWatchMetrics: [{ Namespace: METRIC_NAMESPACE, Dimensions: [[METRIC_DIMENSION]] }] },
    });
    expect(lines[0]).not.toHaveProperty(METRICS.delivered);
  });

  test('details can be left out', () => {
    process.env.POWERTOOLS_METRICS_DISABLED = 'false';
    const [line] = written(() => {
      const telemetry = createTelemetry({ detailed: false });
      telemetry.count(METRICS.accepted, 1);
      telemetry.count(detailMetric(METRIC_FAMILIES.acceptedByName, 'checkout'), 1);
      telemetry.flush();
    });
    expect(line).toHaveProperty(METRICS.accepted);
    expect(line).not.toHaveProperty(['EventsAccepted.checkout']);
  });

  test('warnings and errors are JSON lines with their fields', () => {
    const lines = written(() => {
      const telemetry = createTelemetry({ detailed: true });
      telemetry.warn('events refused', { refused: 2, reasons: ['a', 'b'] });
      telemetry.error('request failed', { route: 'events' });
    });
    expect(lines).toEqual([
      expect.objectContaining({ level: 'WARN', message: 'events refused', refused: 2, reasons: ['a', 'b'] }),
      expect.objectContaining({ level: 'ERROR', message: 'request failed', route: 'events' }),
    ]);
  });

  test('every metric has a name of its own', () => {
    expect(new Set(Object.values(METRICS)).size).toBe(Object.keys(METRICS).length);
    expect(Object.values(METRICS).every((name) => !isDetail(name))).toBe(true);
  });
});

describe('promise 5: of an unexpected error only its kind is logged', () => {
  const cause = Object.assign(new Error('zoe@example.com'), { code: 'ECONNRESET' });
  test.each([
    [new Error('zoe@example.com'), 'Error'],
    [new TypeError('zoe@example.com'), 'TypeError'],
    [new TypeError('fetch failed', { cause }), 'TypeError ECONNRESET'],
    ['zoe@example.com', 'string'],
    [undefined, 'undefined'],
  ])('%p as %s', (error, kind) => expect(errorKind(error)).toBe(kind));
});
