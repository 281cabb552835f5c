/** What a line of content is for: some checks look at questions only, others at steps. */
export type LineKind =
  | 'prompt'
  | 'try'
  | 'for-managers'
  | 'pulse'
  | 'title'
  | 'option'
  | 'readout'
  | 'direction'
  | 'action';

/** One text that people read, and where it stands: `prompts/control.yml:12`. */
export type Line = { readonly place: string; readonly kind: LineKind; readonly text: string };

/** The lines of some kinds. */
export function linesOf(lines: readonly Line[], kinds: readonly LineKind[]): readonly Line[] {
  return lines.filter(({ kind }) => kinds.includes(kind));
}

/** The words of a text in small letters, as they are spoken: `this past week's work` has four. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** The sentences of a text, each with the sign that ends it. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!]”?)\s+/u).filter((sentence) => wordsOf(sentence).length > 0);
}
