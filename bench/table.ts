/** What a row has to reach. */
export type Goal = { readonly text: string; readonly isMet: boolean };

/** One line of the table. */
export type Row = {
  readonly what: string;
  readonly measured: string;
  /** How many times plain Bolt, and how many times bare node:http. */
  readonly timesBolt?: number;
  readonly timesBare?: number;
  readonly goals?: readonly Goal[];
};

const TITLES = ['', 'measured', '÷ plain Bolt', '÷ bare', 'goal'];

/** The one table of the bench: columns as wide as their longest cell. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [TITLES, ...rows.map(cellsOf)];
  const widths = TITLES.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function cellsOf({ what, measured, timesBolt, timesBare, goals = [] }: Row): readonly string[] {
  return [
    what,
    measured,
    ratio(timesBolt),
    ratio(timesBare),
    goals.map(({ text, isMet }) => `${text}: ${isMet ? 'met' : 'NOT MET'}`).join(' · '),
  ];
}

const ratio = (times: number | undefined): string => (times === undefined ? '' : `${times.toFixed(2)} ×`);

/** 12,345 */
export const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
