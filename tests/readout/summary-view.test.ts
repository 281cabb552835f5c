import { describe, expect, it } from 'vitest';
import type { Closing } from '../../src/readout/readout.ts';
import { summaryMessage, summaryParts } from '../../src/readout/summary-view.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { missingFromText } from './missing-from-text.ts';
import { changesIn, eight, history, longest, questions, wordingOf } from './samples.ts';

const reading = { timezone: 'UTC', locale: 'en' } as const;

describe('the summary', () => {
  it('is a message that Slack takes, empty and at its longest', () => {
    const empty = { last: undefined, questions: longest().questions.map((one) => ({ ...one, history: [] })) };
    for (const summary of [empty, longest()])
      expect(
        problemsOf('message', summaryMessage(summary, { ...reading, timezone: 'Europe/Berlin' })),
      ).toEqual([]);
  });

  it('has one blank between two sentences, whichever of them are said', () => {
    const comparable = history([
      [0, 2],
      [1, 2],
    ]);
    const silent = comparable.map((readout) => ({ ...readout, isComparable: false }));
    const some = comparable.map((readout) => ({ ...readout, participation: 'fewer than half' as const }));
    for (const one of [
      comparable,
      silent,
      some,
      some.map((it, at) => ({ ...it, ...silent[at], participation: it.participation })),
    ]) {
      const summary = {
        last: undefined,
        questions: [{ wording: wordingOf('work-fits-hours'), history: one, changes: [] }],
      };
      expect(summaryMessage(summary, reading).text).not.toMatch(/[^ ] {2}[A-Z]/);
    }
  });

  it('takes every question of the catalogue', () => {
    for (const { id } of questions) {
      const summary = {
        last: undefined,
        questions: [{ wording: wordingOf(id), history: eight, changes: changesIn(eight) }],
      };
      expect(problemsOf('message', summaryMessage(summary, reading))).toEqual([]);
    }
  });

  it('has a text for screen readers with every part of it', () => {
    const message = summaryMessage(longest(), reading);
    expect(missingFromText(message)).toEqual([]);
    expect(message.text).toMatch(/not a diagnosis\.$/);
  });

  it('tells how the last pulse ended where it ended without a readout', () => {
    const lastPart = (kind: Closing['kind']) => summaryParts(longest(kind), reading).at(-1);
    expect(lastPart('too-few')).toBe('The last pulse had too few answers to show anything safely.');
    expect(lastPart('void')).toBe('The last pulse could not be counted, and its answers were deleted.');
    expect(lastPart('published')).toMatch(/A next step/);
  });
});
