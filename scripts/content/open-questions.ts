import { type Line, linesOf, sentencesOf } from './line.ts';

const before = String.raw`(?:(?:and|or|but|so|then)\s+)?(?:(?:about|after|at|before|by|for|from|in|of|on|to|under|with)\s+)?`;
const verbs = 'am|are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would';

/** A part of a sentence that asks for more than yes or no: `which task …`, `with what`, `how long …`. */
const asks = new RegExp(`^${before}(?:who|whom|whose|what|which|why|how(?!\\s+to))\\b`, 'i');

/** These two also begin a side clause (`when you are busy, …`), and ask only before a verb: `when did …`. */
const asksWithVerb = new RegExp(`^${before}(?:when|where)\\s+(?:${verbs})\\b`, 'i');

/** Whether a text has a question that yes or no would not answer. */
export function isOpen(text: string): boolean {
  return sentencesOf(text)
    .filter((sentence) => /\?”?$/.test(sentence))
    .flatMap((sentence) => sentence.split(/[,:;]\s+/))
    .some((part) => asks.test(part) || asksWithVerb.test(part));
}

/** Every question, of a prompt or a pulse, that could be answered by yes or no only, or that asks nothing. */
export function openQuestionProblems(lines: readonly Line[]): readonly string[] {
  return linesOf(lines, ['prompt', 'pulse'])
    .filter(({ text }) => !isOpen(text))
    .map(
      ({ place }) => `${place}: can be answered by yes or no only: ask who, what, which, when, where or how`,
    );
}
