/** One page of a list: what stands on it, its number from 0, and how many pages there are. */
export type Page<Item> = { readonly items: readonly Item[]; readonly page: number; readonly pages: number };

/**
 * Cuts a list into pages that each weigh at most `most`, in order, and gives the one that is asked for, or the last
 * before it. An item that weighs more than a page has one of its own.
 */
export function pageOf<Item>(
  items: readonly Item[],
  asked: number,
  { most, weightOf }: { readonly most: number; readonly weightOf: (item: Item) => number },
): Page<Item> {
  const pages: Item[][] = [[]];
  let weight = 0;
  for (const item of items) {
    const added = weightOf(item);
    if (weight + added > most && weight > 0) {
      pages.push([]);
      weight = 0;
    }
    pages.at(-1)?.push(item);
    weight += added;
  }
  const page = Math.max(0, Math.min(asked, pages.length - 1));
  return { items: pages[page] ?? [], page, pages: pages.length };
}
