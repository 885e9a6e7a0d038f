/** An authorized request → its events taken, or what is wrong with its body. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { named } from '../../contract/quoting';
import type { RequestContext } from '../event/policy';
import { testSwitchOfQuery } from '../event/test-switch';
import { ERRORS, failure, type HttpAnswer } from './answer';
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
  const says = testSwitchOfQuery(request.queryStringParameters ?? {}, request.rawQueryString);
  if (typeof says === 'object') {
    const message = `${named(says.unreadable)} in the query is neither a clear yes nor a clear no; send true or false`;
    reportUnreadable('the test switch in the query is neither yes nor no', props.telemetry);
    return failure(ERRORS.badRequest, message);
  }
  return takeEvents(body, { ...context, test: props.testMode || body.test || says, beside: body.beside }, props);
}
