/** The handler of an id, among those of the table itself: ids come from outside, and `constructor` is no route. */
export function handlerOf<Handler>(
  table: { readonly [id: string]: Handler },
  id: string | undefined,
): Handler | undefined {
  return id !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;
}
