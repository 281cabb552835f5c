import { describe, expect, test } from 'vitest';
import { locales } from '../src/locale.ts';
import { problemsOf } from './support/block-kit-limits.ts';
import { everyView } from './support/every-view.ts';
import { englishPieces, piecesIn, stringsIn } from './support/every-words.ts';
import { modals } from './support/view.ts';

describe.each(locales)('everything the app can show in %s', (locale) => {
  const views = everyView(locale);
  const shown = views
    .flatMap(({ payload }) => stringsIn(payload))
    .join('\n')
    .toLowerCase();

  test.each(views)('keeps to the limits: $what', ({ surface, payload }) => {
    expect(problemsOf(surface, payload)).toEqual([]);
  });

  test('has every word of every room in it, so no view is left out', () => {
    const missing = piecesIn(locale).filter(({ text }) => !shown.includes(text.toLowerCase()));
    expect(missing).toEqual([]);
  });

  test('would not keep to them with a title or a button that is too long', () => {
    const title = { type: 'plain_text', text: 'x'.repeat(25), emoji: false };
    const [form] = modals({ form: { type: 'modal', title, blocks: [] } });
    expect(problemsOf('modal', form?.payload)).toContainEqual(expect.stringMatching(/title.text: 25/));
  });
});

test('nothing that is shown in German is English', () => {
  const said = everyView('de').map(({ what, payload }) => ({ what, text: stringsIn(payload).join('\n') }));
  const english = englishPieces();
  expect(english.length).toBeGreaterThan(200);
  const left = said.flatMap(({ what, text }) =>
    english.filter((piece) => text.includes(piece.text)).map(({ path }) => `${what}: ${path}`),
  );
  expect(left).toEqual([]);
});

test('English is found where it is shown: in nearly every view in English', () => {
  const english = englishPieces();
  const silent = everyView('en').filter(
    ({ payload }) => !english.some(({ text }) => stringsIn(payload).join('\n').includes(text)),
  );
  expect(silent.length).toBeLessThan(15);
});
