import { expect, it } from 'vitest';
import { reportText } from '../../playground/simulation/report.ts';
import { simulate } from '../../playground/simulation/simulation.ts';
import { englishPieces, stringsIn } from '../support/every-words.ts';

it('a German team lives a week in German, changes and withdrawals included', async () => {
  const simulation = await simulate({ people: 20, weeks: 1, seed: 7, locale: 'de' });
  const ways = simulation.pulses.flatMap(({ taps }) => taps.map(({ through }) => through));
  expect(new Set(ways)).toEqual(new Set(['channel', 'private-line']));
  const said = [...simulation.calls.map((call) => call.arguments), ...simulation.responses]
    .flatMap(stringsIn)
    .join('\n');
  expect(englishPieces().filter(({ text }) => said.includes(text))).toEqual([]);
  expect(reportText(simulation)).toContain('Für diese Woche: ');
});
