import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import { locales } from '../../src/locale.ts';
import { levelName } from '../../src/readout/level.ts';
import type { History } from '../../src/readout/readout.ts';
import { chartedSummary } from '../../src/readout/summary-chart-view.ts';
import { summaryMessage } from '../../src/readout/summary-view.ts';
import { shortDate } from '../../src/slack/block-kit.ts';
import type { ChartBlock, ChartedMessage } from '../../src/slack/chart.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { changesIn, eight, history, longest, questions, sampleReadout, wordingOf } from './samples.ts';

const reading = { timezone: 'Europe/Berlin', locale: 'en' } as const;

const followed = (...histories: readonly History[]) => ({
  last: undefined,
  questions: histories.map((shown, at) => ({
    wording: wordingOf(questions[at]?.id ?? ''),
    history: shown,
    changes: changesIn(shown),
  })),
});

const chartsOf = (message: ChartedMessage | undefined): readonly ChartBlock[] =>
  (message?.blocks ?? []).flatMap((block) =>
    block.type === 'data_visualization' ? [block as ChartBlock] : [],
  );
const titles = (message: ChartedMessage | undefined) => chartsOf(message).map(({ title }) => title);
const first = (count: number) => eight.slice(0, count);

describe('the summary with charts', () => {
  it.each(locales)('is taken by Slack, at its longest, on every scale, in %s', (locale) => {
    const scales = [2, 3, 4, 5].map((scale) => history(eight.map((_, at) => [at % scale, scale] as const)));
    for (const shown of [...scales, [...first(4), ...(scales[0] ?? [])].slice(-8)])
      expect(
        problemsOf('message', chartedSummary(followed(shown, shown, shown), { ...reading, locale }) ?? {}),
      ).toEqual([]);
    const whole = chartedSummary(longest(), { ...reading, locale });
    expect(problemsOf('message', whole ?? {})).toEqual([]);
    expect(chartsOf(whole)).toHaveLength(2);
  });

  it('takes every question of the catalogue', () => {
    for (const { id } of questions) {
      const summary = {
        last: undefined,
        questions: [{ wording: wordingOf(id), history: eight, changes: [] }],
      };
      const charted = chartedSummary(summary, reading);
      expect(problemsOf('message', charted ?? {})).toEqual([]);
      expect(titles(charted)).toEqual([wordingOf(id).question.title]);
    }
  });

  it.each(locales)(
    'says in its text every level and date of the charts, and what each step is, in %s',
    (locale) => {
      const message = chartedSummary(longest(), { ...reading, locale });
      for (const { chart } of chartsOf(message)) {
        const [series] = chart.series;
        expect(series?.data).toHaveLength(8);
        for (const [at, { label, value }] of (series?.data ?? []).entries()) {
          const { level, closedAt } = eight[at] ?? sampleReadout();
          expect(label).toBe(shortDate(closedAt, reading.timezone, locale));
          expect(message?.text).toContain(`${label} ${levelName(level, locale)}`);
          expect(message?.text).toContain(`${value} ${levelName(level, locale)}`);
        }
        for (const end of chart.axis_config.y_label.split(' … ')) expect(message?.text).toContain(end);
      }
    },
  );

  it('has everything that the one without has, and in the same order', () => {
    const [plain, charted] = [summaryMessage(longest(), reading), chartedSummary(longest(), reading)];
    const added = (type: string) => type === 'data_visualization';
    const rest = charted?.blocks.filter(
      ({ type }, at) => !added(type) && !added(charted.blocks[at - 1]?.type ?? ''),
    );
    expect(rest).toEqual(plain.blocks);
    for (const line of plain.text.split('\n')) expect(charted?.text).toContain(line);
  });

  it('draws the two questions with the most readouts, in the order of the summary', () => {
    const [one, two, three] = questions.slice(0, 3).map(({ id }) => wordingOf(id).question.title);
    expect(titles(chartedSummary(followed(first(3), first(2), first(4)), reading))).toEqual([one, three]);
    expect(titles(chartedSummary(followed(first(2), first(3), first(4)), reading))).toEqual([two, three]);
    expect(titles(chartedSummary(followed(first(3), first(3), first(3)), reading))).toEqual([one, two]);
  });

  it('draws nothing where there is no line to draw', () => {
    expect(chartedSummary(followed(first(1), [], []), reading)).toBeUndefined();
    expect(titles(chartedSummary(followed(first(1), first(2), []), reading))).toHaveLength(1);
  });

  it('says so where levels of another scale stand among them', () => {
    const mixed = history([
      [0, 3],
      [1, 3],
      [4, 5],
    ]);
    const message = chartedSummary(followed(mixed), reading);
    expect(message?.text).toContain('more or fewer of them stand at their place among these');
    expect(chartsOf(message)[0]?.chart.series[0]?.data.map(({ value }) => value)).toEqual([1, 3, 5]);
    expect(message?.text).toContain('7 Jan few → ');
  });

  it('has one point for a date: of two readouts a year apart to the day the later one is drawn', () => {
    const then = sampleReadout({ level: { position: 0, scale: 3 } });
    const later = [100, 365].map((days) =>
      sampleReadout({ closedAt: then.closedAt + days * DAY, level: { position: 2, scale: 3 } }),
    );
    const message = chartedSummary(followed([then, ...later]), reading);
    expect(chartsOf(message)[0]?.chart.series[0]?.data).toEqual([
      { label: '17 Apr', value: 3 },
      { label: '7 Jan', value: 3 },
    ]);
    expect(problemsOf('message', message ?? {})).toEqual([]);
  });

  it('has what was changed in the text beside it, between the levels', () => {
    const [text = ''] = chartedSummary(followed(first(2)), reading)?.text.match(/7 Jan .*/) ?? [];
    expect(text).toBe(
      '7 Jan few → 9 Jan ◆ we changed something → 14 Jan some → 16 Jan ◆ we changed something',
    );
  });
});
