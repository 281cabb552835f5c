import { describe, expect, test } from 'vitest';
import { forbiddenWordProblems, readForbiddenWords } from '../scripts/content/forbidden-words.ts';
import { contentFolder } from '../src/content-file.ts';
import { byLocale, fallbackLocale, type Locale, locales } from '../src/locale.ts';
import { practiceWords } from '../src/practice/words/index.ts';
import { promptsWords } from '../src/prompts/words/index.ts';
import { levelName, mostLevels } from '../src/readout/level.ts';
import { participations } from '../src/readout/participation.ts';
import { readoutWords } from '../src/readout/words/index.ts';
import { rooms } from './support/every-words.ts';
import { textsIn, unchanged } from './support/unchanged-words.ts';

/** What may be the same in another language: names and signs, by room and path. */
const same: readonly string[] = ['base.exceptions.A', 'team.changes.change'];

/** Languages whose words are written. Those that are not yet are English throughout. */
const written: readonly Locale[] = [fallbackLocale, 'de'];

const eachRoom = Object.entries(rooms).flatMap(([room, words]) =>
  locales.map((locale) => [room, locale, words(locale)] as const),
);

describe('the words', () => {
  test.each(eachRoom)(
    'of %s in %s are texts, every one, with what they are given in them',
    (_room, _locale, words) => {
      const texts = [...textsIn(words)];
      expect(texts.length).toBeGreaterThan(1);
      expect(texts.filter(([, text]) => /undefined|\[object|NaN/.test(text))).toEqual([]);
    },
  );

  test.each(eachRoom)(
    'of %s in %s are calm: no exclamation marks, no blanks at their ends',
    (_room, _locale, words) => {
      const loud = [...textsIn(words)].filter(([, text]) => /!(?!date)|^\s|\s$| {2}/.test(text));
      expect(loud).toEqual([]);
    },
  );

  test.each(locales)('say the same in every form where a field is empty or too long, in %s', (locale) => {
    const { ask, handOver } = practiceWords(locale);
    const forms = [ask.problems, readoutWords(locale).changed.problems, promptsWords(locale).own.problems];
    expect(new Set(forms.map(({ empty }) => empty)).size).toBe(1);
    expect(new Set([...forms, handOver.errors].map(({ tooLong }) => tooLong(2, 1))).size).toBe(1);
  });

  const others = written.filter((locale) => locale !== fallbackLocale);
  test('leave nothing in English where a language is written', () => {
    const left = others.flatMap((locale) =>
      Object.entries(rooms).flatMap(([room, words]) =>
        unchanged(words(fallbackLocale), words(locale)).map((path) => `${locale}: ${room}.${path}`),
      ),
    );
    expect(left.filter((path) => !same.some((allowed) => path.endsWith(`: ${allowed}`)))).toEqual([]);
  });

  test('would be found if they were left: English is unchanged from English', () => {
    for (const [room, words] of Object.entries(rooms)) {
      const filled = [...textsIn(words('en'))].filter(([, text]) => text !== '');
      expect(unchanged(words('en'), words('en')).length, room).toBe(filled.length);
    }
    expect(
      unchanged({ a: 'one', b: (n: number) => `${n} two` }, { a: 'eins', b: (n: number) => `${n} two` }),
    ).toEqual(['b']);
  });
});

describe('the words in German', () => {
  const { entries: lists } = readForbiddenWords(new URL('de/', contentFolder));
  const problems = (texts: readonly (readonly [string, string])[]) =>
    forbiddenWordProblems(
      texts.map(([place, text]) => ({ place, kind: 'prompt', text })),
      lists,
    );
  const said = Object.entries(rooms).flatMap(([room, words]) =>
    [...textsIn(words('de'))].map(([path, text]) => [`${room}.${path}`, text] as const),
  );

  test('keep to the list of the German prompts, but for saying that nothing is a diagnosis', () => {
    expect(problems(said).filter((problem) => !problem.includes('“diagnose”'))).toEqual([]);
    expect(problems([['here', 'Gib deinem Manager Feedback.']])).toHaveLength(2);
  });

  test('say du and ihr, and leave nobody out by an ending', () => {
    const stiff = /(?<!^|[.:!?“*] )(?<!\*)\b(Sie|Ihre?[mnrs]?|Ihnen)\b|\p{L}[*:_·/]innen|\p{Ll}Innen/u;
    expect(said.filter(([, text]) => stiff.test(text))).toEqual([]);
    for (const text of ['Bitte wählen Sie.', 'Alle Kolleg*innen', 'Kolleg:innen', 'KollegInnen'])
      expect(text).toMatch(stiff);
  });
});

describe('every level and every share that answered', () => {
  const mostOf = mostLevels(100);
  const levels = Array.from({ length: mostOf - 1 }, (_, at) => at + 2).flatMap((scale) =>
    Array.from({ length: scale }, (_, position) => ({ scale, position })),
  );

  test.each(locales)('has its words in %s, different ones on each scale', (locale) => {
    for (const level of levels) expect(levelName(level, locale)).not.toBe('');
    for (const scale of [2, 3, 4, 5]) {
      const names = levels.filter((level) => level.scale === scale).map((level) => levelName(level, locale));
      expect(new Set(names).size).toBe(scale);
    }
    expect(() => levelName({ scale: mostOf + 1, position: 0 }, locale)).toThrow();
    expect(Object.keys(readoutWords(locale).participation)).toEqual([...participations]);
  });
});

test('one of something for each language is made in that language', () => {
  expect(byLocale((locale) => locale)).toEqual(Object.fromEntries(locales.map((locale) => [locale, locale])));
});
