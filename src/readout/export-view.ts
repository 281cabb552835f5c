import { Temporal } from 'temporal-polyfill';
import { context, escapeText, line, type Message, section } from '../slack/block-kit.ts';
import { csvOf } from './csv.ts';
import { levelName } from './level.ts';
import type { Readout } from './readout.ts';
import type { Wording } from './readout-view.ts';
import type { Reading, Summary } from './summary-view.ts';
import { readoutWords } from './words/index.ts';

/** What a person may see of questions, those among them that are asked no more. */
export type Exported = readonly Pick<Summary['questions'][number], 'wording' | 'history'>[];

/** Slack takes 3,000 characters of a section; the fences around a code block need eight. */
const LONGEST_SECTION = 2900;
/** Far more than a year of readouts needs, and far less than Slack takes of a message. */
const MOST_SECTIONS = 6;

/** What was published, as comma-separated values to copy, in the order in which it was. */
export function exportMessage(exported: Exported, reading: Reading): Message {
  const { export: words, summary } = readoutWords(reading.locale);
  const rows = exported
    .flatMap(({ wording, history }) => history.map((readout) => ({ wording, readout })))
    .sort((one, other) => one.readout.closedAt - other.readout.closedAt)
    .map(({ wording, readout }) => rowOf(wording, readout, reading));
  if (rows.length === 0) return line(summary.none);
  const [head = '', ...lines] = csvOf([words.columns, ...rows]).map(inCodeBlock);
  const all = sectionsOf([head, ...lines]);
  const left = all.length <= MOST_SECTIONS ? lines : newest(head, lines);
  const blocks = sectionsOf([head, ...left]).map((text) => `\`\`\`\n${text}\n\`\`\``);
  const note = [words.note, left.length < lines.length ? words.cut(lines.length - left.length) : '']
    .filter(Boolean)
    .join(' ');
  return {
    text: [words.title, ...blocks, note].join('\n'),
    blocks: [section(words.title), ...blocks.map(section), context(note)],
  };
}

function rowOf({ question }: Wording, readout: Readout, { timezone, locale }: Reading): readonly string[] {
  const { participation: said } = readoutWords(locale);
  const { closedAt, level, participation } = readout;
  const date = Temporal.Instant.fromEpochMilliseconds(closedAt).toZonedDateTimeISO(timezone).toPlainDate();
  return [
    question.title,
    date.toString(),
    levelName(level, locale),
    participation === null ? '' : said[participation],
  ];
}

/** A code block ends at three backticks, and takes mentions and links for what they are unless they are escaped. */
const inCodeBlock = (text: string): string => escapeText(text).replaceAll('`', '’');

/** Lines put together to texts that each fit into a section. */
function sectionsOf(lines: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const next of lines) {
    const joined = texts.length === 0 ? next : `${texts.at(-1)}\n${next}`;
    if (texts.length > 0 && joined.length <= LONGEST_SECTION) texts[texts.length - 1] = joined;
    else texts.push(next);
  }
  return texts;
}

/** As many of the last lines as fit below the head. */
function newest(head: string, lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((_, at) => sectionsOf([head, ...lines.slice(at)]).length <= MOST_SECTIONS);
  return lines.slice(first);
}
