/** Stands where API Gateway stands: HTTP request → payload 2.0 → the ingest function → HTTP answer. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { readBody } from './request-body';

export type IngestFunction = (request: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export interface HttpFrontProps {
  readonly port: number;
  readonly ingest: IngestFunction;
  /** Pages of the one-machine run itself, asked first; says whether the request was for one of them. */
  readonly pages?: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly onAnswer?: (request: APIGatewayProxyEventV2, answer: APIGatewayProxyStructuredResultV2) => void;
}

export interface HttpFront {
  readonly port: number;
  close(): Promise<void>;
}

/** API Gateway takes no larger body. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

export async function startHttpFront({ port, ingest, pages, onAnswer }: HttpFrontProps): Promise<HttpFront> {
  const server = createServer(async (request, response) => {
    if (pages?.(request, response)) return;
    const body = await readBody(request, MAX_BODY_BYTES);
    if (body === undefined) {
      // API Gateway's own answer.
      response.writeHead(413, { 'content-type': 'application/json', connection: 'close' });
      response.end('{"message":"Request Entity Too Large"}');
      return;
    }
    const event = eventOf(request, body);
    const answer = await ingest(event);
    write(response, answer);
    onAnswer?.(event, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

/**
 * Every caller is on this machine, whose loopback address identifies nobody and would be left out. A public address of RFC 5737,
 * which is for documentation and nobody's, stands for a visitor's.
 */
const VISITOR_ADDRESS = '203.0.113.1';

/** Content types whose bodies API Gateway hands on as text; others travel as base64. */
const TEXT_TYPE = /^(text\/|application\/(json|javascript|xml|graphql)|[^;]+\+(json|xml))/i;

function eventOf(request: IncomingMessage, body: Buffer): APIGatewayProxyEventV2 {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const { cookie, ...otherHeaders } = headers;
  const method = request.method ?? 'GET';
  const asText = TEXT_TYPE.test(headers['content-type'] ?? 'text/plain') && isUtf8(body);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie && { cookies: cookie.split(/; */) }),
    headers: otherHeaders,
    ...(url.search.length > 1 && { queryStringParameters: Object.fromEntries(url.searchParams) }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: VISITOR_ADDRESS,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: '$default',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(asText ? 'utf8' : 'base64') }),
    isBase64Encoded: !asText,
  };
}

const isUtf8 = (body: Buffer): boolean => Buffer.from(body.toString('utf8')).equals(body);

function write(response: ServerResponse, answer: APIGatewayProxyStructuredResultV2): void {
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value));
  if (answer.cookies) response.setHeader('set-cookie', answer.cookies);
  response.writeHead(answer.statusCode ?? 200);
  response.end(answer.body);
}
