/** Does the work for each item, in their order but at most `most` at once. What one of them throws is thrown at the end. */
export async function eachAtOnce<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const runner = async () => {
    for (const item of left) await work(item);
  };
  const runners = Array.from({ length: Math.min(most, items.length) }, runner);
  const ended = await Promise.allSettled(runners);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Items with the same name together, in the order in which the names first come. */
export function groupedBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
