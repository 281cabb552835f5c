import { expect, it } from 'vitest';
import type { LineKind } from '../../scripts/content/line.ts';
import { plainTextProblems } from '../../scripts/content/plain-text.ts';

const problemsWith = (text: string, kind: LineKind = 'try') =>
  plainTextProblems([{ place: 'a.yml:1', kind, text }]);

it.each([
  ['Ask now!', 'has an exclamation mark'],
  ['Ask now 🙂.', 'has an emoji'],
  ['Ask now :wave: once.', 'has an emoji'],
  ['Ask <!channel> now.', 'has an exclamation mark'],
  ['Ask *now*.', 'has a sign that Slack reads as markup'],
  ['Ask & wait.', 'has a sign that Slack reads as markup'],
  ['See www.example.org.', 'has a link'],
  ['Ask  now.', 'has spaces that do not belong there'],
  ['Try to ask.', 'begins with “try”, which is said already'],
])('“%s” %s', (text, sentence) => {
  expect(problemsWith(text)).toContain(`a.yml:1: ${sentence}`);
});

it('plain text passes, with digits, quotes and colons', () => {
  expect(problemsWith('Say “at 3:30”: that is from 1 to 5 people’s choice.')).toEqual([]);
});

it('only a step may not begin with “try”', () => {
  expect(problemsWith('Try to remember: who helped?', 'prompt')).toEqual([]);
});
