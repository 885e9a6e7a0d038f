/** SHA-256 as Pinterest wants it: 64 characters of lower-case hex over the UTF-8 text. */
import { hash } from 'node:crypto';

/** One digest in the one form that may leave for Pinterest. */
export const SHA256_HEX = /^[0-9a-f]{64}$/;

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** What a careless system sends for a blank field; sent on, it would make all such visitors one person. */
export const SHA256_OF_NOTHING = sha256('');
