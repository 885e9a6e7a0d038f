/** The access token, and the one second chance after Pinterest has refused it. */
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { readToken, type TokenForm } from './token-form';

export interface TokenSource {
  /** @param maxAgeMs Oldest value that will do. */
  get(maxAgeMs?: number): Promise<readonly string[]>;
  refresh(): Promise<readonly string[]>;
}

export interface Token {
  /** The token to send or what is wrong with it, or undefined when the owner has not put one into the secret. */
  current(test: boolean): Promise<TokenForm | undefined>;
  /** A token other than the refused one, if the secret holds one by now. */
  replacementFor(refused: string): Promise<string | undefined>;
}

/** A token that was replaced must not be used for long: an owner who tries the new one would try the old. */
const MAX_AGE_MS = { live: SENDER_LIMITS.tokenSeconds * 1_000, test: 5_000 };

export const createToken = (source: TokenSource): Token => ({
  current: async (test) => {
    const [secret] = await source.get(test ? MAX_AGE_MS.test : MAX_AGE_MS.live);
    return secret === undefined ? undefined : readToken(secret);
  },
  replacementFor: async (refused) => {
    const [secret] = await source.refresh();
    const form = secret === undefined ? undefined : readToken(secret);
    return form === undefined || 'fault' in form || form.token === refused ? undefined : form.token;
  },
});
