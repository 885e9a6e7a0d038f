/** The page's one warning, and the guard that keeps every fault of ours inside: a shop's page must never feel us. */
let warned = false;

export function warn(what: unknown): void {
  if (!warned) console.warn(`pinterestConversions: ${what}`);
  warned = true;
}

/** Runs `action` at once, as far as it does not wait for something itself. */
export async function attempt(action: () => unknown): Promise<void> {
  try {
    await action();
  } catch (error) {
    warn(error);
  }
}
