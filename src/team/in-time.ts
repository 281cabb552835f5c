/** Said of an answer that did not come in time; it may still come. */
export const LATE = Symbol('late');

/**
 * What a promise gives within `limit` (ms); `otherwise` where it takes longer or fails. For questions whose answer
 * is good to have, asked while a person waits.
 */
export async function inTime<T>(asked: Promise<T>, limit: number, otherwise: T): Promise<T> {
  try {
    const answer = await orLate(asked, limit);
    return answer === LATE ? otherwise : answer;
  } catch {
    return otherwise;
  }
}

/** What a promise gives within `limit` (ms), or `LATE`. What it throws in that time is thrown. */
export async function orLate<T>(asked: Promise<T>, limit: number): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), limit);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
