import { type Prompt, practices, signs } from '../../src/prompts/prompt.ts';
import { subjects, tracks } from '../../src/team/team.ts';
import { type Library, linesIn } from './library.ts';
import { closePairs, TOO_CLOSE } from './near-duplicates.ts';
import { gradeOf, HIGHEST_GRADE, hardestLine, MEDIAN_GRADE, medianGrade } from './reading-ease.ts';

/** What there is, in tables and counts: signs × practices × tracks, depths, questions, reading ease. */
export function contentReport(library: Library): string {
  const prompts = library.prompts.entries;
  return [
    'Prompts by sign and practice (delegation+asking-for-help)',
    '',
    ...coverageTable(prompts),
    '',
    ...depthLines(prompts),
    ...questionLines(library),
    ...measureLines(library),
  ].join('\n');
}

/** One row per sign, one column per practice; a cell counts the two tracks, `1+2`. */
export function coverageTable(prompts: readonly Prompt[]): readonly string[] {
  const columns = [...practices.map(columnOf), totalColumn];
  const first = Math.max(...signs.map(({ length }) => length));
  const rows = [
    ...signs.map((sign) => ({ name: sign as string, of: prompts.filter(isOf(sign)) })),
    all(prompts),
  ];
  const heights = Math.max(...columns.map(({ heading }) => heading.length));
  const headings = Array.from({ length: heights }, (_, height) =>
    row('', first, columns, ({ heading }) => heading[height - heights + heading.length] ?? ''),
  );
  return [
    ...headings,
    ...rows.map(({ name, of }) => row(name, first, columns, ({ fits }) => countsOf(of.filter(fits)))),
  ];
}

type Column = { readonly heading: readonly string[]; readonly fits: (prompt: Prompt) => boolean };

const totalColumn: Column = { heading: ['all'], fits: () => true };

const isOf = (sign: Prompt['sign']) => (prompt: Prompt) => prompt.sign === sign;

const all = (prompts: readonly Prompt[]) => ({ name: 'all', of: prompts });

/** A practice's column: its name broken at the hyphens, so that all fourteen fit side by side. */
function columnOf(practice: Prompt['practice']): Column {
  return { heading: practice.split('-'), fits: (prompt) => prompt.practice === practice };
}

function row(
  name: string,
  first: number,
  columns: readonly Column[],
  cell: (column: Column) => string,
): string {
  const cells = columns.map((column) => {
    const width = Math.max(5, ...column.heading.map(({ length }) => length));
    return cell(column).padStart(width);
  });
  return [name.padEnd(first), ...cells].join(' ').trimEnd();
}

function countsOf(prompts: readonly Prompt[]): string {
  if (prompts.length === 0) return '·';
  return tracks.map((track) => prompts.filter((prompt) => prompt.track === track).length).join('+');
}

function depthLines(prompts: readonly Prompt[]): readonly string[] {
  return tracks.map((track) => {
    const own = prompts.filter((prompt) => prompt.track === track);
    const depths = [1, 2, 3].map(
      (depth) => `${own.filter((prompt) => prompt.depth === depth).length} of depth ${depth}`,
    );
    return `${track}: ${own.length} prompts, ${depths.join(', ')}`;
  });
}

function questionLines({ questions, actions }: Library): readonly string[] {
  const counts = subjects.map(
    (subject) => `${questions.entries.filter(({ about }) => about === subject).length} about ${subject}`,
  );
  const steps = actions.entries.flatMap(({ low, middle, high }) => [...low, ...middle, ...high]);
  return [
    `pulse: ${questions.entries.length} questions, ${counts.join(', ')}; ${steps.length} suggested actions`,
  ];
}

function measureLines(library: Library): readonly string[] {
  const lines = linesIn(library);
  const hardest = hardestLine(lines);
  const [closest] = closePairs(lines, 0);
  const grade =
    hardest === undefined ? '' : `, highest ${gradeOf(hardest.text).toFixed(1)} at ${hardest.place}`;
  return [
    `reading ease: median US grade ${medianGrade(lines).toFixed(1)} (at most ${MEDIAN_GRADE})${grade} (at most ${HIGHEST_GRADE})`,
    ...(closest === undefined
      ? []
      : [
          `closest pair: ${closest.similarity.toFixed(2)} (below ${TOO_CLOSE}), ${closest.line.place} and ${closest.earlier.place}`,
        ]),
  ];
}
