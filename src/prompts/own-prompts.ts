import {
  type EnteredWords,
  essenceOf,
  type FieldProblems,
  MOST_OWN_PROMPTS,
  type OwnPrompt,
  type OwnWords,
  readWords,
} from './own-prompt.ts';

/** A team's own prompts, the oldest first. */
export type OwnPrompts = readonly OwnPrompt[];

/** One change as it was made, so that it can be undone. Absent: there was none before, or is none after. */
export type Step = { readonly before?: OwnPrompt; readonly after?: OwnPrompt; readonly at: number };

/** What a change comes to. Everything but `done` means: nothing was changed. */
export type Decision =
  | { readonly kind: 'done'; readonly prompts: OwnPrompts; readonly step: Step }
  /** It is like that already. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'invalid'; readonly problems: FieldProblems }
  | { readonly kind: 'full' | 'gone' | 'changed-meanwhile' }
  /** The same question is one of the team's own already, or in the library. */
  | { readonly kind: 'known'; readonly to: 'team' | 'library' };

type Library = readonly { readonly question: string }[];

/** The prompts with one more, if there is room and nobody has asked this already. */
export function withAdded(
  now: OwnPrompts,
  entered: EnteredWords,
  given: { readonly id: string; readonly library: Library },
): Decision {
  if (now.length >= MOST_OWN_PROMPTS) return { kind: 'full' };
  const read = readWords(entered);
  if ('problems' in read) return { kind: 'invalid', problems: read.problems };
  const known = knownTo(now, read.words, given.library);
  if (known !== undefined) return { kind: 'known', to: known };
  const after = { id: given.id, ...read.words, version: 1 };
  return { kind: 'done', prompts: [...now, after], step: { after, at: now.length } };
}

/** Which version of which prompt somebody has before them. */
export type Seen = Pick<OwnPrompt, 'id' | 'version'>;

/**
 * The prompts with new words for the one that was `seen`, unless someone else changed it since. What was not entered
 * stays.
 */
export function withEdited(
  now: OwnPrompts,
  entered: EnteredWords,
  given: { readonly seen: Seen; readonly library: Library },
): Decision {
  const at = now.findIndex(({ id }) => id === given.seen.id);
  const before = now[at];
  if (before === undefined) return { kind: 'gone' };
  const read = readWords({ ...before, ...entered });
  if ('problems' in read) return { kind: 'invalid', problems: read.problems };
  if (isSame(before, read.words)) return { kind: 'unchanged' };
  if (before.version !== given.seen.version) return { kind: 'changed-meanwhile' };
  const others = now.filter((other) => other !== before);
  const known = knownTo(others, read.words, given.library);
  if (known !== undefined) return { kind: 'known', to: known };
  const after = { ...before, ...read.words, version: before.version + 1 };
  return { kind: 'done', prompts: now.with(at, after), step: { before, after, at } };
}

/** The prompts without one of them. */
export function withRemoved(now: OwnPrompts, id: string): Decision {
  const at = now.findIndex((prompt) => prompt.id === id);
  const before = now[at];
  if (before === undefined) return { kind: 'gone' };
  return { kind: 'done', prompts: now.toSpliced(at, 1), step: { before, at } };
}

/** The prompts as they were before a step, where nobody has changed the same one since. */
export function withUndone(now: OwnPrompts, { before, after, at }: Step): Decision {
  const found = now.findIndex(({ id }) => id === (after ?? before)?.id);
  if (after === undefined && before !== undefined && found === -1) {
    return { kind: 'done', prompts: now.toSpliced(at, 0, before), step: { after: before, at } };
  }
  if (after === undefined || now[found]?.version !== after.version) return { kind: 'changed-meanwhile' };
  if (before === undefined) return withRemoved(now, after.id);
  const again = { ...before, version: after.version + 1 };
  return { kind: 'done', prompts: now.with(found, again), step: { before: after, after: again, at: found } };
}

function knownTo(own: OwnPrompts, { question }: OwnWords, library: Library): 'team' | 'library' | undefined {
  const essence = essenceOf(question);
  const isAsked = (prompts: Library) => prompts.some((prompt) => essenceOf(prompt.question) === essence);
  if (isAsked(own)) return 'team';
  return isAsked(library) ? 'library' : undefined;
}

function isSame(one: OwnWords, other: OwnWords): boolean {
  return one.track === other.track && one.question === other.question && one.try === other.try;
}
