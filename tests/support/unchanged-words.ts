/** Words of a room as they are nested: texts, lists, and functions from values to texts. */
type Node = unknown;

/**
 * Every text of a room's words by its path, `names.days.mon`. Functions are called with marks for whatever they are
 * given, so that two languages can be compared by what they say around their values.
 */
export function textsIn(words: Node, path = ''): ReadonlyMap<string, string> {
  if (typeof words === 'string') return new Map([[path, words]]);
  if (typeof words === 'function') return new Map([[path, String(words(...marks))]]);
  const entries = Object.entries(Object(words));
  return new Map(
    entries.flatMap(([name, node]) => [...textsIn(node, path === '' ? name : `${path}.${name}`)]),
  );
}

/** The paths at which two languages say the same, though there is something to say. */
export function unchanged(one: Node, other: Node): readonly string[] {
  const texts = textsIn(other);
  return [...textsIn(one)]
    .filter(([path, text]) => text !== '' && texts.get(path) === text)
    .map(([path]) => path);
}

/** Stands for a text, a number or an object of such, whichever a function wants. */
function mark(name: string): unknown {
  return new Proxy(() => name, {
    get: (_, field) => {
      if (field === Symbol.toPrimitive || field === 'toString') return () => `⟨${name}⟩`;
      if (field === 'toLowerCase' || field === 'toUpperCase') return () => `⟨${name}⟩`;
      return mark(`${name}.${String(field)}`);
    },
  });
}

const marks = ['a', 'b', 'c', 'd'].map(mark);
