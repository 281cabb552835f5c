import { describe, expect, it } from 'vitest';
import { everyLevel } from '../../scripts/content/block-kit.ts';
import { readTranslatedLibrary } from '../../scripts/content/library.ts';
import { contentFolder } from '../../src/content-file.ts';
import { suggestedStep } from '../../src/readout/action-catalogue.ts';
import { levelName } from '../../src/readout/level.ts';
import { levelSentence } from '../../src/readout/readout-view.ts';
import { shipped } from './changed-library.ts';

const { questions, actions } = readTranslatedLibrary(new URL('de/', contentFolder), 'de', shipped());

/** “Viele von denen, die geantwortet haben, hatten …”: the verb is a plural, as every level is. */
const sentence =
  /^(Wenige|Einige|Etwa die Hälfte|Viele|Die meisten|Höchstens die Hälfte|Mehr als die Hälfte) von denen, die geantwortet haben, [a-zäöüß]+en,? [^{}.]+\.$/;

describe('the readouts in German', () => {
  it.each(questions.entries)('are a sentence about those who answered, with every level: $id', (question) => {
    for (const level of everyLevel) expect(levelSentence(question, level, 'de')).toMatch(sentence);
  });

  it('have seven words for the levels, and none of them would pass as a singular or in small letters', () => {
    expect(new Set(everyLevel.map((level) => levelName(level, 'de'))).size).toBe(7);
    expect('Jede Person von denen, die geantwortet haben, hatte Zeit.').not.toMatch(sentence);
    expect('viele von denen, die geantwortet haben, hatten Zeit.').not.toMatch(sentence);
  });

  it('say which way it went, each direction in other words', () => {
    for (const { id, calmer, heavier } of questions.entries) {
      expect(calmer, id).toMatch(/ als beim letzten Mal\.$/);
      expect(heavier, id).toMatch(/ als beim letzten Mal\.$/);
      expect(calmer, id).not.toBe(heavier);
    }
  });
});

describe('the suggested actions in German', () => {
  const everyPair = actions.entries.flatMap((entry) => everyLevel.map((level) => ({ entry, level })));

  it('are at least three for every question and every level, and never the same twice in a row', () => {
    expect(everyPair).toHaveLength(questions.entries.length * everyLevel.length);
    for (const { entry, level } of everyPair) {
      const shown = Array.from({ length: 10 }, (_, step) => suggestedStep(entry, level, step));
      expect(new Set(shown).size, `${entry.id} at ${levelName(level, 'de')}`).toBeGreaterThanOrEqual(3);
      for (const next of everyLevel)
        for (const step of [0, 1, 2])
          expect(suggestedStep(entry, level, step)).not.toBe(suggestedStep(entry, next, step + 1));
    }
  });

  it('speak to one person, and begin with a capital letter and end with a full stop', () => {
    for (const { entry, level } of everyPair)
      for (const step of [0, 1, 2]) {
        const action = suggestedStep(entry, level, step);
        expect(action).toMatch(/^[A-ZÄÖÜ].*[.“]$/s);
        expect(action).not.toMatch(/(?<!^|[.:] )\b(Sie|Ihre?|Ihnen)\b/);
      }
  });
});
