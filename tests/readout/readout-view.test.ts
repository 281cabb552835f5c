import { describe, expect, it } from 'vitest';
import { participations } from '../../src/readout/participation.ts';
import {
  closedMessage,
  levelSentence,
  readoutMessage,
  summarySection,
  tooFewMessage,
  voidMessage,
} from '../../src/readout/readout-view.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { missingFromText } from './missing-from-text.ts';
import { history, questions, sampleReadout, wordingOf } from './samples.ts';

const wording = wordingOf('work-fits-hours');
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
/** Every level of every scale. */
const levels = range(2, 5).flatMap((scale) => range(0, scale - 1).map((position) => ({ position, scale })));

describe('a readout', () => {
  it('is a message that Slack takes, for every question, level and participation', () => {
    for (const { id } of questions)
      for (const level of levels)
        for (const participation of [null, ...participations]) {
          const message = readoutMessage(wordingOf(id), [sampleReadout({ level, participation })], 'en');
          expect(problemsOf('message', message)).toEqual([]);
        }
  });

  it('has a text for screen readers in which nothing is missing', () => {
    const shown = [
      sampleReadout(),
      sampleReadout({ participation: 'fewer than half', level: { position: 1, scale: 2 } }),
    ];
    const message = readoutMessage(wording, shown, 'en');
    expect(missingFromText(message)).toEqual([]);
  });

  it('names the level in the question’s own sentence, with a capital', () => {
    const sentence = (position: number, scale: number) =>
      levelSentence(wording.question, { position, scale }, 'en');
    expect(sentence(0, 2)).toBe('At most half of those who answered had more work than fits their hours.');
    expect(sentence(2, 5)).toBe('About half of those who answered had more work than fits their hours.');
  });

  it('shows no digit and no percentage, whatever it is a readout of', () => {
    for (const { id } of questions)
      for (const level of levels) {
        const wordingHere = wordingOf(id);
        const { text } = readoutMessage(
          wordingHere,
          [sampleReadout({ level, participation: 'fewer than half' })],
          'en',
        );
        const [finding = ''] = text.split('\n');
        const own = wordingHere.question.readout.match(/\d+/g) ?? [];
        expect(finding.match(/\d+/g) ?? []).toEqual(own);
        expect(finding).not.toContain('%');
      }
  });

  it('tells the direction in the question’s words', () => {
    const text = (levelsThen: readonly (readonly [number, number])[]) =>
      readoutMessage(wording, history(levelsThen), 'en').text;
    const first = 'This question was asked for the first time.';
    expect(readoutMessage(wording, [sampleReadout({ isFirst: true })], 'en').text).toContain(first);
    expect(text([[0, 2]])).not.toContain('first time');
    expect(
      text([
        [0, 2],
        [1, 2],
      ]),
    ).toContain(wording.question.heavier);
    expect(
      text([
        [1, 2],
        [0, 2],
      ]),
    ).toContain(wording.question.calmer);
    expect(
      text([
        [1, 2],
        [1, 2],
      ]),
    ).toContain('about the same as last time');
  });

  it('tells participation where there is one, and is silent about it where there is none', () => {
    const text = (fields: Parameters<typeof sampleReadout>[0]) =>
      readoutMessage(wording, [sampleReadout(fields)], 'en').text;
    expect(text({ participation: 'half to three quarters' })).toContain(
      'Half to three quarters of those asked answered.',
    );
    expect(text({ participation: null })).not.toMatch(/of those asked/);
  });

  it('never suggests the same step twice in a row, whatever the levels', () => {
    const stepOf = (text: string) => text.split('A next step: ')[1];
    for (const { id } of questions)
      for (const one of levels)
        for (const next of levels)
          for (const step of range(0, 5)) {
            const before = readoutMessage(wordingOf(id), [sampleReadout({ level: one, step })], 'en').text;
            const after = readoutMessage(
              wordingOf(id),
              [sampleReadout({ level: next, step: step + 1 })],
              'en',
            ).text;
            expect(stepOf(after)).not.toBe(stepOf(before));
          }
  });

  it('of nothing is an error, not an empty message', () => {
    expect(() => readoutMessage(wording, [], 'en')).toThrow('there is no readout to show');
  });
});

describe('what is said instead of a readout', () => {
  it('is constant below the threshold: the words of the specification', () => {
    expect(tooFewMessage(5, 'en').text).toBe(
      'Not enough answers to show anything safely (5 needed). They were deleted without being counted.',
    );
    expect(tooFewMessage).toHaveLength(2);
  });

  it('is a message that Slack takes, the same in text and blocks', () => {
    const voids = (['lost', 'exposed', 'edited'] as const).map((reason) => voidMessage(reason, 'en'));
    for (const message of [tooFewMessage(5, 'en'), tooFewMessage(100, 'en'), ...voids, closedMessage('en')]) {
      expect(problemsOf('message', message)).toEqual([]);
      expect(missingFromText(message)).toEqual([]);
    }
  });

  it('is why, where the pulse could not be counted: three reasons, three sentences', () => {
    const why = (['lost', 'exposed', 'edited'] as const).map((reason) => voidMessage(reason, 'en').text);
    expect(why).toEqual([
      'This pulse could not be counted: its key is lost. Its answers are deleted, and nothing is shown.',
      'This pulse could not be counted: its key could be read by others on the server. Its answers are deleted, and nothing is shown.',
      'This pulse could not be counted: what was stored had been changed from outside. Its answers are deleted, and nothing is shown.',
    ]);
  });

  it('tells no direction after roster changes: the readout is not comparable with the one before', () => {
    const [before = sampleReadout(), now = sampleReadout()] = history([
      [0, 2],
      [1, 2],
    ]);
    const { text } = readoutMessage(wording, [before, { ...now, isComparable: false }], 'en');
    expect(text).toContain('More than half of those who answered');
    for (const direction of [wording.question.heavier, wording.question.calmer, 'about the same'])
      expect(text).not.toContain(direction);
  });

  it('is one short line where only managers read readouts', () => {
    expect(closedMessage('en').text).toBe('Pulse closed. Thank you.');
  });
});

describe('a question’s part of the summary', () => {
  it('says that there is no readout yet where there is none', () => {
    expect(summarySection({ wording, history: [], changes: [] }, { timezone: 'UTC', locale: 'en' })).toEqual([
      '*Weekly workload*\nNo readout yet.',
    ]);
  });

  it('has the level, since when, the direction, the past ones as a chart and in words, and a step', () => {
    const shown = history([
      [0, 3],
      [2, 3],
      [2, 3],
    ]);
    const [now = '', past = '', step = ''] = summarySection(
      { wording, history: shown, changes: [] },
      { timezone: 'Europe/Berlin', locale: 'en' },
    );
    expect(now).toMatch(/^\*Weekly workload\*\nMost of those who answered/);
    expect(now).toContain(`At this level since <!date^${(shown[1]?.closedAt ?? 0) / 1000}^`);
    expect(now).toContain('That is about the same as last time.');
    expect(past).toBe('▁██  7 Jan few → 14 Jan most → 21 Jan most');
    expect(step).toMatch(/^A next step: /);
  });

  it('draws the middle of every scale in the middle', () => {
    const chart = (levelsThen: readonly (readonly [number, number])[]) =>
      summarySection(
        { wording, history: history(levelsThen), changes: [] },
        { timezone: 'UTC', locale: 'en' },
      )[1]?.split('  ')[0];
    expect(
      chart([
        [0, 3],
        [1, 3],
        [2, 3],
      ]),
    ).toBe('▁▄█');
    expect(
      chart([
        [0, 5],
        [1, 5],
        [2, 5],
        [3, 5],
        [4, 5],
      ]),
    ).toBe('▁▂▄▆█');
    expect(
      chart([
        [0, 2],
        [1, 2],
      ]),
    ).toBe('▁█');
  });
});
