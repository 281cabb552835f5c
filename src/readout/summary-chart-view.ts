import { context, divider, header, section, shortDate } from '../slack/block-kit.ts';
import { type ChartBlock, type ChartedMessage, lineChart, MOST_CHARTS } from '../slack/chart.ts';
import { levelChart, stepNames } from './level-chart.ts';
import type { History } from './readout.ts';
import type { Followed } from './readout-view.ts';
import { partsOfMessage, type Reading, type Summary } from './summary-view.ts';
import { readoutWords } from './words/index.ts';

/** A line needs two points. */
const FEWEST_POINTS = 2;

type Chart = { readonly block: ChartBlock; readonly legend: string };

/**
 * The summary with a chart for each of the two questions with the most readouts: one pulse asks one question, so they have
 * no dates in common that a single chart could show. `undefined` where there is nothing to draw. The text says all of it.
 */
export function chartedSummary(
  summary: Summary,
  reading: Reading,
  practice?: string,
): ChartedMessage | undefined {
  const drawn = questionsDrawn(summary.questions);
  if (drawn.length === 0) return undefined;
  const { title, note } = readoutWords(reading.locale).summary;
  const parts = partsOfMessage(summary, reading, practice).map((part, at) => {
    const followed = drawn.find((question) => question === summary.questions[at]);
    return { part, chart: followed === undefined ? undefined : chartOf(followed, reading) };
  });
  const texts = parts.map(({ part, chart }) => (chart === undefined ? part : `${part}\n${chart.legend}`));
  const blocks = parts.flatMap(({ part, chart }) => [
    section(part),
    ...(chart === undefined ? [] : [chart.block, context(chart.legend)]),
  ]);
  return {
    text: [title, ...texts, note].join('\n\n'),
    blocks: [header(title), ...blocks, divider, context(note)],
  };
}

function questionsDrawn(questions: readonly Followed[]): readonly Followed[] {
  return questions
    .filter(({ history }) => history.length >= FEWEST_POINTS)
    .sort((one, other) => other.history.length - one.history.length)
    .slice(0, MOST_CHARTS);
}

function chartOf({ wording, history }: Followed, { timezone, locale }: Reading): Chart {
  const { summary: words } = readoutWords(locale);
  const dated = history.map((readout) => ({ readout, date: shortDate(readout.closedAt, timezone, locale) }));
  const { scale, isMixed, points } = levelChart(withOwnDates(dated));
  const names = stepNames(scale, locale);
  const block = lineChart({
    title: wording.question.title,
    name: words.line,
    axis: `${names.at(0)} … ${names.at(-1)}`,
    points: points.map(({ readout, step }) => ({
      label: shortDate(readout.closedAt, timezone, locale),
      value: step,
    })),
  });
  const legend = (isMixed ? words.mixedSteps : words.steps)(names.join(' · '));
  return { block, legend };
}

/** Points of a chart must differ in their label: of two readouts on the same day of two years the later one is drawn. */
function withOwnDates(
  dated: readonly { readonly readout: History[number]; readonly date: string }[],
): History {
  return dated
    .filter(({ date }, at) => !dated.slice(at + 1).some((later) => later.date === date))
    .map(({ readout }) => readout);
}
