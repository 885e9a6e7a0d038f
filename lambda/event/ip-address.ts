/**
 * What shops send as the visitor's IP address → that address, or why there is none: lists of proxies, ports, brackets,
 * IPv4 inside IPv6.
 *
 * Ranges: IANA's special-purpose registries (https://www.iana.org/assignments/iana-ipv4-special-registry and
 * iana-ipv6-special-registry). Addresses for documentation pass: they stand in everybody's examples and tests.
 */
import { isIP } from 'node:net';
import { unwrapped } from '../../contract/json-text';
import { isAbsent, listOf, textOf } from '../../contract/raw';
import { plainCharacters } from './plain-characters';

/** The address, why it is none of a visitor's, or undefined for an absent one. */
export type Address = { readonly address: string } | { readonly because: string } | undefined;

const NOT_PUBLIC: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

const numberOf = (ipv4: string): number => ipv4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

/** Each range as the first number and the one after its last. */
const RANGES = NOT_PUBLIC.map(([network, bits]) => [numberOf(network), numberOf(network) + 2 ** (32 - bits)] as const);

const isPublicNumber = (number: number): boolean => !RANGES.some(([from, to]) => number >= from && number < to);

/** Longer than any list of proxies; the rest is not looked at. */
const LONGEST = 1_000;
const MOST = 100;

const NO_ADDRESS = 'is not an IPv4 or IPv6 address';
const NOT_THE_VISITORS =
  "is no public address but a proxy's or the server's own; send the visitor's, the first public one of X-Forwarded-For";

/** The first public address of a text, of a list, or of the headers `X-Forwarded-For` and `Forwarded` (RFC 7239). */
export function clientAddress(value: unknown): Address {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'string' && isIP(value) === 4) return ipv4(numberOf(value), value);
  let found: Address;
  for (const item of listOf(unwrapped(value)).slice(0, MOST)) {
    for (const part of plainCharacters((textOf(item) ?? '').slice(0, LONGEST)).split(/[,;|\s]+/)) {
      const address = part === '' ? undefined : addressOf(part);
      if (address === undefined) continue;
      if ('address' in address) return address;
      if (found === undefined || address.because === NOT_THE_VISITORS) found = address;
    }
  }
  return found ?? { because: NO_ADDRESS };
}

/** `for=` of RFC 7239; its other pairs, `by` and `host`, are no client's. */
const PAIR = /^(\w+)=(.*)$/;
const BRACKETED = /^\[([^\]]*)\](?::\d{1,5})?$/;
/** A port, or the mask that databases print for a single address. */
const AFTER_IPV4 = /^([\d.]+|[\da-f:]+:[\d.]+)(?::\d{1,5}|\/32)$/i;
const AFTER_IPV6 = /(?:%[\w.-]*)?(?:\/128)?$/;

function addressOf(part: string): Address {
  const pair = PAIR.exec(part);
  if (pair !== null && pair[1]?.toLowerCase() !== 'for') return undefined;
  const quoted = (pair?.[2] ?? part).replace(/^["']|["']$/g, '');
  const bare = BRACKETED.exec(quoted)?.[1] ?? AFTER_IPV4.exec(quoted)?.[1] ?? quoted;
  if (isIP(bare) === 4) return ipv4(numberOf(bare), bare);
  const text = bare.includes(':') ? bare.replace(AFTER_IPV6, '') : bare;
  return isIP(text) === 6 ? ipv6(text) : { because: NO_ADDRESS };
}

const ipv4 = (number: number, text: string): Address =>
  isPublicNumber(number) ? { address: text } : { because: NOT_THE_VISITORS };

const dotted = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');

/** IPv4-mapped (RFC 4291) and NAT64 (RFC 6052) are the IPv4 address; else only global unicast, in the form of RFC 5952. */
function ipv6(text: string): Address {
  const canonical = new URL(`http://[${text}]/`).hostname.slice(1, -1);
  const groups = groupsOf(canonical);
  const [first = 0, second = 0] = groups;
  const [high = 0, low = 0] = groups.slice(6);
  const before = groups.slice(0, 6).map((group) => group.toString(16));
  if (['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0'].includes(before.join(':'))) {
    const embedded = dotted(high, low);
    return ipv4(numberOf(embedded), embedded);
  }
  const isGlobal = first >= 0x2000 && first < 0x4000;
  // IETF protocol assignments, of which only Teredo (RFC 4380) carries visitors.
  const isAssignment = first === 0x2001 && second > 0 && second < 0x200;
  // 6to4 (RFC 3056) is the visitor's when the IPv4 address in it can be.
  const is6to4OfNobody = first === 0x2002 && !isPublicNumber(second * 65_536 + (groups[2] ?? 0));
  return isGlobal && !isAssignment && !is6to4OfNobody ? { address: canonical } : { because: NOT_THE_VISITORS };
}

function groupsOf(canonical: string): number[] {
  const [head = '', tail] = canonical.split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  if (tail === undefined) return read(head);
  const [left, right] = [read(head), read(tail)];
  return [...left, ...new Array<number>(8 - left.length - right.length).fill(0), ...right];
}
