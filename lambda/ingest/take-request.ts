/** An authorised request → its events taken, or what is wrong with its body. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RequestContext } from '../event/policy';
import { failure, type HttpAnswer } from './answer';
import type { IngestProps } from './ingest-props';
import { readBody } from './read-body';
import { reportUnreadable } from './report';
import { takeEvents } from './take-events';

export async function takeRequest(
  request: APIGatewayProxyEventV2,
  context: RequestContext,
  props: IngestProps,
): Promise<HttpAnswer> {
  const body = readBody(request);
  if ('refusal' in body) {
    const { kind, message } = body.refusal;
    reportUnreadable(message, props.telemetry);
    return failure(kind, message);
  }
  const test = props.testMode || body.test || asksForTest(request.queryStringParameters?.test);
  return takeEvents(body, { ...context, test }, props);
}

/** API Gateway joins a repeated parameter with commas. One `true` is enough: a test must not count as a conversion. */
const asksForTest = (value: string | undefined): boolean =>
  (value ?? '').split(',').some((item) => item.trim().toLowerCase() === 'true');
