import { expect, it } from 'vitest';
import { reportText } from '../../playground/simulation/report.ts';
import { simulate } from '../../playground/simulation/simulation.ts';
import { englishPieces, stringsIn } from '../support/every-words.ts';

it('a German team lives a week in German, changes and withdrawals included', async () => {
  const options = { people: 20, weeks: 1, seed: 7, locale: 'de' } as const;
  const simulation = await simulate(options);
  const ways = simulation.pulses.flatMap(({ taps }) => taps.map(({ through }) => through));
  expect(new Set(ways)).toEqual(new Set(['channel', 'private-line']));
  const said = [...simulation.calls.map((call) => call.arguments), ...simulation.responses]
    .flatMap(stringsIn)
    .join('\n');
  expect(englishPieces().filter(({ text }) => said.includes(text))).toEqual([]);
  const report = reportText(simulation);
  expect(report).toContain('Für diese Woche: ');
  const kinds = new Set(simulation.practice.map(({ kind }) => kind));
  expect([...kinds]).toEqual(expect.arrayContaining(['ask', 'hand-over']));
  expect(reportText(await simulate(options))).toBe(report);
});
