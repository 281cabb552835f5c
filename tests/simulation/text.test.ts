import { expect, it } from 'vitest';
import { jsonLines } from '../../playground/simulation/json-text.ts';
import { indented, localMoment, plainText } from '../../playground/simulation/plain-text.ts';

const people = [{ id: 'U01ADA', name: 'Ada' }];

it.each([
  ['a date is its fallback', 'on <!date^17^{date} at {time}|Fri 6 Mar, 14:00>.', 'on Fri 6 Mar, 14:00.'],
  ['a mention is a name', '<@U01ADA> and <@U99WHO>', '@Ada and @U99WHO'],
  ['bold has no signs', '*Yes*, type */hands help* here', 'Yes, type /hands help here'],
  ['signs that are none stay', '2 * 3 * 4', '2 * 3 * 4'],
  ['escapes are read', '5 &lt; 6 &amp; 7 &gt; 6 &amp;lt;', '5 < 6 & 7 > 6 &lt;'],
])('%s', (_, markup, text) => {
  expect(plainText(markup, people)).toBe(text);
});

it('long lines are broken between words and moved to the right, with nothing lost', () => {
  const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
  const lines = indented(`${words}\n\nshort`, 4).split('\n');
  expect(lines.every((line) => line.length <= 100)).toBe(true);
  expect(lines.filter((line) => line !== '').every((line) => /^ {4}\S/.test(line))).toBe(true);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(`${words}  short`);
});

it('a word longer than a line stays whole', () => {
  expect(indented('x'.repeat(150), 2)).toBe(`  ${'x'.repeat(150)}`);
});

it('moments are told in the team’s own time, in summer as in winter', () => {
  expect(localMoment(Date.UTC(2026, 2, 2, 8, 30), 'Europe/Berlin')).toBe('Mon 2 Mar 2026, 09:30');
  expect(localMoment(Date.UTC(2026, 2, 30, 7, 30), 'Europe/Berlin')).toBe('Mon 30 Mar 2026, 09:30');
  expect(localMoment(Date.UTC(2026, 2, 1, 23, 0), 'Europe/Berlin')).toBe('Mon 2 Mar 2026, 00:00');
});

it('short JSON stays on its line, and text that is none is left alone', () => {
  expect(jsonLines('{"one":1}')).toEqual(['{"one":1}']);
  expect(jsonLines('[]')).toEqual(['[]']);
  expect(jsonLines('open')).toBeUndefined();
});

it('long JSON gets a line per field, long lists as many values a row as fit', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `prompt-number-${at}`);
  const lines = jsonLines(JSON.stringify({ name: 'short', ids })) ?? [];
  expect(lines.slice(0, 2)).toEqual(['name: "short"', 'ids:']);
  expect(lines.slice(2).length).toBeGreaterThan(1);
  expect(
    lines
      .slice(2)
      .join(' ')
      .match(/prompt-number-\d+/g),
  ).toEqual(ids);
});
