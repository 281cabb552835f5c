import { describe, expect, it } from 'vitest';
import { promise } from '../../src/promise.ts';
import { homeView } from '../../src/readout/home-view.ts';
import type { Closing } from '../../src/readout/readout.ts';
import { type Summary, summaryMessage, summaryParts } from '../../src/readout/summary-view.ts';
import { sampleTeam } from '../pulse/samples.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { missingFromText } from './missing-from-text.ts';
import { history, questions, wordingOf } from './samples.ts';

const closing: Closing = {
  pulse: 'TWORK-CTEAM-1000',
  question: 'work-fits-hours',
  opensAt: 1000,
  closesAt: 2000,
  threshold: 5,
  audience: 'everyone',
  ts: '1.1',
  kind: 'published',
  receipts: [],
};
const eight = history(Array.from({ length: 8 }, (_, at) => [at % 5, 5] as const));

/** The longest there can be: three questions with eight readouts each, and a note about the last pulse. */
const longest = (kind: Closing['kind'] = 'void'): Summary => ({
  last: { ...closing, kind },
  questions: questions.slice(0, 3).map(({ id }) => ({ wording: wordingOf(id), history: eight })),
});

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
        questions: [{ wording: wordingOf('work-fits-hours'), history: one }],
      };
      expect(summaryMessage(summary, reading).text).not.toMatch(/[^ ] {2}[A-Z]/);
    }
  });

  it('takes every question of the catalogue', () => {
    for (const { id } of questions) {
      const summary = { last: undefined, questions: [{ wording: wordingOf(id), history: eight }] };
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
    expect(lastPart('too-few')).toBe('The last pulse had not enough answers to show anything safely.');
    expect(lastPart('void')).toBe('The last pulse could not be counted, and its answers were deleted.');
    expect(lastPart('published')).toMatch(/A next step/);
  });
});

describe('the Home tab', () => {
  const team = (number: number) => ({
    team: sampleTeam({ id: { workspace: 'TWORK', channel: `C${number}` } }),
    next: { prompt: 1_767_600_000_000, opening: 1_767_800_000_000 },
    summary: longest(),
  });
  const teams = (count: number) => Array.from({ length: count }, (_, at) => team(at));

  it.each([0, 1, 5, 11, 12, 40])('with %i teams is a view that Slack takes', (count) => {
    const view = homeView(teams(count), 'A', 'en');
    expect(problemsOf('home', view)).toEqual([]);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
  });

  it('shows each team with what comes next and its summary', () => {
    const shown = JSON.stringify(homeView(teams(2), 'A', 'en'));
    for (const channel of ['C0', 'C1']) expect(shown).toContain(`<#${channel}>`);
    expect(shown).toContain('Next prompt: <!date^1767600000^');
    expect(shown).toContain('Next pulse: <!date^1767800000^');
    expect(shown.match(/A next step/g)).toHaveLength(6);
  });

  it('says how many teams did not fit, and where to find them', () => {
    expect(JSON.stringify(homeView(teams(11), 'A', 'en'))).not.toContain('more: type');
    expect(JSON.stringify(homeView(teams(14), 'A', 'en'))).toContain(
      'And 3 more: type */hands summary* in their channels.',
    );
  });

  it('shows no summary to somebody who may not read it', () => {
    const shown = JSON.stringify(homeView([{ ...team(0), summary: undefined }], 'A', 'en'));
    expect(shown).toContain('<#C0>');
    expect(shown).not.toMatch(/of those who answered|A next step|No readout yet/);
  });

  it('says that nothing is planned where nothing is', () => {
    const shown = JSON.stringify(homeView([{ ...team(0), next: {} }], 'A', 'en'));
    expect(shown).toContain('Next prompt: none planned · Next pulse: none planned');
  });

  it('tells somebody without a team how to begin, and everybody the promise', () => {
    expect(JSON.stringify(homeView([], 'A', 'en'))).toContain('type */hands setup* there');
    for (const count of [0, 3])
      for (const custody of ['A', 'B'] as const)
        expect(JSON.stringify(homeView(teams(count), custody, 'en'))).toContain(promise(5, custody, 'en'));
  });
});
