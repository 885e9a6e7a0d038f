/**
 * What somebody costs who sends requests around the clock as fast as the throttle lets through: from its default in the
 * template and the prices of scripts/cost.ts. Requests beyond the throttle are answered by API Gateway and charged to nobody
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-pricing.html).
 */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { MAX_BODY_BYTES, MAX_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { PinterestConversionsStack } from '../../lib';
import { ASSUMED, PRICES } from '../cost';
import { markdownTable } from '../tables';

const DAY_SECONDS = 86_400;

/** HTTP APIs charge a request in steps of this: https://aws.amazon.com/api-gateway/pricing/ */
const CHARGED_BYTES = 512 * 1024;

/** Of a request with as much in it as one may hold; by docs/performance.md the hashing alone is a tenth of it. */
const FULL_REQUEST_SECONDS = 1;

/** The line of the access log, and that with the metrics, or with why nothing was taken. */
const LOG_BYTES = 1_000;

/** Of an answer: its headers, and what it says of each event. */
const ANSWER_BYTES = 300;
const RESULT_BYTES = Buffer.byteLength(',{"status":"processed","error_message":null,"warning_message":null}');

interface Flood {
  readonly what: string;
  readonly events: number;
  readonly bytes: number;
  readonly ingestSeconds: number;
}

const FLOODS: readonly Flood[] = [
  { what: 'refused for its origin or key', events: 0, bytes: 0, ingestSeconds: ASSUMED.ingestSeconds },
  {
    what: 'one accepted event each',
    events: 1,
    bytes: ASSUMED.sentKilobytesPerEvent * 1_000,
    ingestSeconds: ASSUMED.ingestSeconds,
  },
  {
    what: `${MAX_EVENTS_PER_REQUEST.toLocaleString('en')} accepted events and 4 MiB each, the most that is taken`,
    events: MAX_EVENTS_PER_REQUEST,
    bytes: MAX_BODY_BYTES,
    ingestSeconds: FULL_REQUEST_SECONDS,
  },
];

function dayOf({ events, bytes, ingestSeconds }: Flood, requests: number): number {
  const gateway = requests * Math.max(1, Math.ceil(bytes / CHARGED_BYTES)) * PRICES.apiRequest;
  const ingest = requests * (PRICES.lambdaRequest + secondsOf(ingestSeconds));
  const log = ((requests * LOG_BYTES) / 1e9) * PRICES.logGigabyte;
  const answers = ((requests * (ANSWER_BYTES + events * RESULT_BYTES)) / 1e9) * PRICES.egressGigabyte;
  return gateway + ingest + log + answers + (events === 0 ? 0 : deliveryOf({ events, bytes }, requests));
}

/** The sender takes its time: what it cannot deliver waits, which costs nothing, and expires. */
function deliveryOf({ events, bytes }: Pick<Flood, 'events' | 'bytes'>, requests: number): number {
  const runs = (SENDER_LIMITS.maxConcurrency * DAY_SECONDS) / ASSUMED.senderSeconds;
  const eventBytes = bytes / events;
  const most = runs * Math.min(SENDER_LIMITS.batchSize, SENDER_LIMITS.maxBodyBytes / eventBytes);
  const delivered = Math.min(requests * events, most);
  const sends = requests * Math.ceil(events / ASSUMED.messagesPerSqsCall);
  const receivesAndDeletes = (2 * delivered) / ASSUMED.messagesPerSqsCall;
  return (
    (sends + receivesAndDeletes) * PRICES.sqsRequest +
    runs * (PRICES.lambdaRequest + secondsOf(ASSUMED.senderSeconds)) +
    ((delivered * eventBytes) / 1e9) * PRICES.egressGigabyte
  );
}

const secondsOf = (seconds: number): number => seconds * ASSUMED.memoryGigabytes * PRICES.lambdaGigabyteSecond;

function throttleRate(): number {
  const stack = new PinterestConversionsStack(new App(), 'Flood', { adAccountId: '549755885175' });
  const [stage] = Object.values(Template.fromStack(stack).findResources('AWS::ApiGatewayV2::Stage'));
  return stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit;
}

export function floodTable(): string {
  const rate = throttleRate();
  const requests = rate * DAY_SECONDS;
  return markdownTable(
    [`${rate} requests a second, ${(requests / 1e6).toFixed(2)} million a day`, 'list price a day'],
    FLOODS.map((flood) => [flood.what, `${Math.round(dayOf(flood, requests))} USD`]),
  );
}
