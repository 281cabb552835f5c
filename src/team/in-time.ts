/**
 * What a promise gives within `limit` (ms); `otherwise` where it takes longer or fails. For questions whose answer
 * is good to have, asked while a person waits.
 */
export async function inTime<T>(asked: Promise<T>, limit: number, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), limit);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return otherwise;
  } finally {
    clearTimeout(timer);
  }
}
