/** The access token, and the one second chance after Pinterest has refused it. */
export interface TokenSource {
  get(): Promise<readonly string[]>;
  refresh(): Promise<readonly string[]>;
}

export interface Token {
  /** The token to send, or undefined when the owner has not put one into the secret. */
  current(): Promise<string | undefined>;
  /** A token other than the refused one, if the secret holds one by now. */
  replacementFor(refused: string): Promise<string | undefined>;
}

export const createToken = (source: TokenSource): Token => ({
  current: async () => (await source.get())[0],
  replacementFor: async (refused) => {
    const [token] = await source.refresh();
    return token === refused ? undefined : token;
  },
});
