import type { Line } from './line.ts';

const rules: readonly { readonly pattern: RegExp; readonly sentence: string }[] = [
  { pattern: /!/, sentence: 'has an exclamation mark' },
  { pattern: /\p{Extended_Pictographic}|:[a-z0-9_+-]+:/u, sentence: 'has an emoji' },
  { pattern: /[<>&*_`~]/, sentence: 'has a sign that Slack reads as markup' },
  { pattern: /https?:|www\./i, sentence: 'has a link' },
  { pattern: /^\s|\s$|\s{2}/, sentence: 'has spaces that do not belong there' },
];

/** What no line may have: it is plain text in a calm voice. */
export function plainTextProblems(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) => [
    ...rules
      .filter(({ pattern }) => pattern.test(line.text))
      .map(({ sentence }) => `${line.place}: ${sentence}`),
    ...beginsWithTry(line),
  ]);
}

/** The message puts “Try this week:” before it. */
function beginsWithTry({ kind, place, text }: Line): readonly string[] {
  return kind === 'try' && /^try\b/i.test(text) ? [`${place}: begins with “try”, which is said already`] : [];
}
