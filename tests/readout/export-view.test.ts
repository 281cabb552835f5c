import { describe, expect, test } from 'vitest';
import { type Exported, exportMessage } from '../../src/readout/export-view.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { missingFromText } from './missing-from-text.ts';
import { eight, history, questions, sampleReadout, wordingOf } from './samples.ts';

const reading = { timezone: 'UTC', locale: 'en' } as const;
const wording = wordingOf('work-fits-hours');

/** The lines of all code blocks. */
const linesOf = (exported: Exported) =>
  [...exportMessage(exported, reading).text.matchAll(/```\n([^`]*)\n```/g)].flatMap(([, block = '']) =>
    block.split('\n'),
  );

describe('the export', () => {
  test('has a line for each readout, in the order in which they were published', () => {
    const [first, second] = history([
      [0, 5],
      [2, 5],
    ]);
    if (first === undefined || second === undefined) throw new Error('there are two');
    const exported = [
      { wording, history: [second] },
      {
        wording: wordingOf('stuck-alone'),
        history: [{ ...first, participation: 'fewer than half' as const }],
      },
    ];
    expect(linesOf(exported)).toEqual([
      'question,closed on,level,how many answered',
      'Stuck alone,2026-01-07,few,Fewer than half of those asked answered.',
      'Weekly workload,2026-01-14,about half,',
    ]);
  });

  test('dates a readout as the team does', () => {
    const late = [{ wording, history: [sampleReadout({ closedAt: Date.UTC(2026, 0, 7, 23) })] }];
    const there = { timezone: 'Asia/Tokyo', locale: 'en' } as const;
    expect(exportMessage(late, there).text).toContain('2026-01-08');
  });

  test('says so where there is nothing yet', () => {
    expect(exportMessage([{ wording, history: [] }], reading).text).toBe('No readout yet.');
  });

  test('takes every question of the catalogue at its longest, none left out', () => {
    const all = questions.map(({ id }) => ({
      wording: wordingOf(id),
      history: eight.map((one) => ({ ...one, participation: 'more than three quarters' as const })),
    }));
    const message = exportMessage(all, reading);
    expect(problemsOf('message', message)).toEqual([]);
    expect(missingFromText(message)).toEqual([]);
    expect(linesOf(all)).toHaveLength(1 + questions.length * 8);
    expect(message.text).not.toContain('left out');
  });

  test('leaves the oldest out where Slack would not take more, and says how many', () => {
    const many = Array.from({ length: 500 }, (_, week) => sampleReadout({ closedAt: week * 604_800_000 }));
    const message = exportMessage([{ wording, history: many }], reading);
    expect(problemsOf('message', message)).toEqual([]);
    const lines = linesOf([{ wording, history: many }]);
    expect(lines[0]).toBe('question,closed on,level,how many answered');
    expect(lines.at(-1)).toContain('1979-07-');
    expect(message.text).toContain(`The oldest are left out (${500 - (lines.length - 1)})`);
  });

  test('is safe in its code block: nothing ends it, nothing takes effect', () => {
    const title = '=HYPERLINK("x") ``` <!channel> & more';
    const odd = { ...wording, question: { ...wording.question, title } };
    const { text } = exportMessage([{ wording: odd, history: [sampleReadout()] }], reading);
    expect(text.match(/```/g)).toHaveLength(2);
    expect(text).toContain('"\'=HYPERLINK(""x"") ’’’ &lt;!channel&gt; &amp; more",2026-01-07');
  });
});
