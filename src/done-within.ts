/** Whether the work is done within `patience` milliseconds. What goes wrong with it in time is thrown; later, nobody's. */
export async function isDoneWithin(work: Promise<unknown>, patience: number): Promise<boolean> {
  let deadline: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    deadline = setTimeout(() => resolve(false), patience);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(deadline);
  }
}
