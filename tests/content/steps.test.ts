import { describe, expect, it } from 'vitest';
import { everyLevel } from '../../scripts/content/block-kit.ts';
import { suggestedStep } from '../../src/readout/action-catalogue.ts';
import { levelName } from '../../src/readout/level.ts';
import { levelSentence } from '../../src/readout/readout-view.ts';
import { shipped } from './changed-library.ts';

const { questions, actions } = shipped();
const everyPair = actions.entries.flatMap((entry) => everyLevel.map((level) => ({ entry, level })));

describe('the suggested actions', () => {
  it('are at least three for every question and every level', () => {
    for (const { entry, level } of everyPair) {
      const shown = Array.from({ length: 10 }, (_, step) => suggestedStep(entry, level, step));
      expect(new Set(shown).size, `${entry.id} at ${levelName(level, 'en')}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('are never the same twice in a row, whichever level follows', () => {
    for (const { entry, level } of everyPair)
      for (const next of everyLevel)
        for (const step of [0, 1, 2])
          expect(suggestedStep(entry, level, step)).not.toBe(suggestedStep(entry, next, step + 1));
  });
});

describe('the readouts', () => {
  it('are a sentence about those who answered, with every level', () => {
    for (const question of questions.entries)
      for (const level of everyLevel)
        expect(levelSentence(question, level, 'en')).toMatch(
          /^[A-Z][a-z ]+ of those who answered [a-z][^{}]+[^{}.]\.$/,
        );
  });

  it('count the strained answers: the last ones, and at most half of them', () => {
    for (const { id, options } of questions.entries) {
      const strained = options.map((option) => option.strained);
      expect(strained.toSorted(), id).toEqual(strained);
      expect(strained.filter(Boolean).length, id).toBeLessThanOrEqual(options.length / 2);
    }
  });
});
