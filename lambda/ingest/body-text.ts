/** The bytes of a request's body → its text: unpacked from base64 and from the coding that its headers name. */
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { MAX_BODY_BYTES } from '../../contract/request-limits';
import { ERRORS, type ErrorKind } from './answer';

interface Refusal {
  readonly kind: ErrorKind;
  readonly message: string;
}

export interface Refused {
  readonly refusal: Refusal;
}

export const refuse = (kind: ErrorKind, message: string): Refused => ({ refusal: { kind, message } });

export type RequestBody = Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded' | 'headers'>;

type Decode = (bytes: Buffer, limit: { readonly maxOutputLength: number }) => Buffer;

/** Content codings as RFC 9110 names them. */
const CODINGS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['identity', (bytes) => bytes],
  ['gzip', gunzipSync],
  ['x-gzip', gunzipSync],
  ['deflate', inflateSync],
  ['br', brotliDecompressSync],
  ['zstd', zstdDecompressSync],
]);

export function bodyText({ body, isBase64Encoded, headers }: RequestBody): string | Refused {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BODY_BYTES) return tooLarge(`${bytes.length} bytes`);
  const coding = (headers['content-encoding'] ?? '').trim().toLowerCase() || 'identity';
  const decode = CODINGS.get(coding);
  if (decode === undefined) {
    const known = [...CODINGS.keys()].join(', ');
    return refuse(ERRORS.unsupportedCoding, `"Content-Encoding" names an unsupported coding; send one of ${known}`);
  }
  const decoded = unpacked(bytes, decode);
  if (decoded === 'too large') return tooLarge('more bytes than that when it is decompressed');
  if (decoded === undefined) {
    return refuse(
      ERRORS.badRequest,
      `the body is not what "Content-Encoding: ${coding}" says; leave the header out, or compress the body`,
    );
  }
  return utf8(decoded) ?? refuse(ERRORS.badRequest, notUtf8(bytes));
}

const tooLarge = (got: string): Refused =>
  refuse(ERRORS.tooLarge, `the body has ${got}; send at most ${MAX_BODY_BYTES}, in several requests`);

function unpacked(bytes: Buffer, decode: Decode): Buffer | 'too large' | undefined {
  try {
    return decode(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : undefined;
  }
}

function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** RFC 1952: a gzip file begins with these two bytes. */
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const notUtf8 = (bytes: Buffer): string =>
  isGzip(bytes)
    ? 'the body is compressed, but no header says so; send "Content-Encoding: gzip"'
    : 'the body is not valid UTF-8; encode it as UTF-8';
