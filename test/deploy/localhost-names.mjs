/**
 * Loaded by NODE_OPTIONS into the operator's commands. The emulator gives the API a name below `localhost`. Such names mean
 * this machine (RFC 6761), but not every resolver knows that.
 */
import dns from 'node:dns';

const { lookup } = dns;

dns.lookup = (host, ...rest) => lookup(/\.localhost$/.test(host) ? '127.0.0.1' : host, ...rest);
