/** How long a wait may last, and how it is named when it lasts too long. Times in milliseconds. */
export type Wait = { readonly timeout?: number; readonly pause?: number };

/**
 * Asks again and again until there is an answer, and gives it back. `undefined`, `null` and `false` mean "not yet".
 * @param what completes the sentence "Waited … for", so that a test that fails says what was missing
 * @throws Error after `timeout` milliseconds (default 10,000)
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { timeout = 10_000, pause = 25 }: Wait = {},
): Promise<T> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${timeout} ms for ${what}, in vain.`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
