import { existsSync, readFileSync } from 'node:fs';
import { isCollection, isMap, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type ContentProblem, contentProblems, contentSentence, yamlSentence } from './content-sentence.ts';

/** Where the words live, next to `src/` (and next to `dist/src/` once built). */
export const contentFolder = new URL('../content/', import.meta.url);

/** What a content file holds, and everything that is wrong with it as `file:line: sentence`. */
export type ContentFile<T> = {
  readonly entries: readonly T[];
  readonly problems: readonly string[];
  /** Where an entry stands, or the field of it at `path`: `prompts/control.yml:12`. */
  readonly place: (entry: T, path?: readonly PropertyKey[]) => string;
};

/** The same with where each entry stands, by its id: `file:line`. */
export type LocatedFile<T> = ContentFile<T> & { readonly places: ReadonlyMap<string, string> };

/**
 * Reads a YAML list of entries (or a mapping, whose keys become the entries' `id`) and checks each against the
 * schema. An id that stands twice is a problem at its second place, and only the first counts. Never throws: an
 * unreadable file is a problem too, unless it `mayBeMissing`: then a file that is not there has no entries. `name`
 * is how problems call the file.
 */
export function readContentFile<T extends { readonly id: string }>(options: {
  readonly url: URL;
  readonly name: string;
  readonly schema: z.ZodType<T>;
  readonly mayBeMissing?: boolean;
}): LocatedFile<T> {
  const { url, name, schema, mayBeMissing = false } = options;
  const lines = new LineCounter();
  const text = readText(url);
  const empty = { entries: [], place: () => `${name}:1` };
  if (mayBeMissing && !existsSync(url)) return { ...empty, problems: [], places: new Map() };
  if (text === undefined)
    return { ...empty, problems: [`${name}:1: the file cannot be read`], places: new Map() };
  const document = parseDocument(text, { lineCounter: lines });
  const at = (node: Node | null | undefined) => `${name}:${lines.linePos(node?.range?.[0] ?? 0).line}`;
  const problems = document.errors.map(
    (error) => `${name}:${error.linePos?.[0].line ?? 1}: ${yamlSentence(error)}`,
  );
  const places = new Map<string, string>();
  if (problems.length > 0) return { ...empty, problems, places };
  if (!isCollection(document.contents))
    return { ...empty, problems: [`${name}:1: the file has no entries`], places };

  const nodes = new Map<T, Node | null>();
  for (const { node, value } of entriesOf(document.contents)) {
    const parsed = schema.safeParse(value, { error: contentSentence });
    if (!parsed.success) {
      problems.push(
        ...contentProblems(parsed.error.issues).map((one) => `${at(nodeOf(node, one))}: ${describe(one)}`),
      );
      continue;
    }
    const { id } = parsed.data;
    const before = places.get(id);
    if (before === undefined) nodes.set(parsed.data, node);
    else problems.push(`${at(node)}: ${usedAlready(id, before)}`);
    places.set(id, before ?? at(node));
  }
  const place = (entry: T, path: readonly PropertyKey[] = []) => at(nodeAt(nodes.get(entry) ?? null, path));
  return { entries: [...nodes.keys()], problems, place, places };
}

/** What is wrong with an id that stands at another place too. */
export const usedAlready = (id: string, place: string): string =>
  `the id “${id}” is used already, at ${place}`;

function readText(url: URL): string | undefined {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return undefined;
  }
}

type Entry = { readonly node: Node | null; readonly value: unknown };

function entriesOf(contents: Node): readonly Entry[] {
  if (isMap(contents)) {
    return contents.items.map(({ key, value }) => ({
      node: (value ?? key) as Node,
      value: { id: String(key), ...Object((value as Node | null)?.toJSON() ?? {}) },
    }));
  }
  if (!isCollection(contents)) return [];
  return (contents.items as Node[]).map((node) => ({ node, value: node.toJSON() }));
}

/** The node an issue speaks of, or the nearest one around it that exists. */
function nodeAt(entry: Node | null, path: readonly PropertyKey[]): Node | null {
  if (!isCollection(entry) || path.length === 0) return entry;
  return (entry.getIn(path, true) as Node | undefined) ?? nodeAt(entry, path.slice(0, -1));
}

/** The same for a problem, which may be with a key: what stands behind that may begin lines further down. */
function nodeOf(entry: Node | null, { path, of }: ContentProblem): Node | null {
  const around = nodeAt(entry, path.slice(0, -1));
  const pair = isMap(around) ? around.items.find(({ key }) => String(key) === path.at(-1)) : undefined;
  return of === 'key' && pair !== undefined ? (pair.key as Node) : nodeAt(entry, path);
}

function describe({ path, sentence }: ContentProblem): string {
  return path.length === 0 ? sentence : `${path.map(String).join('.')}: ${sentence}`;
}
