import { CHANNEL, type Teammate } from './cast.ts';

const WIDTH = 100;

/** Slack's markup as a person reads it: dates as their fallback, mentions as names, no signs for bold. */
export function plainText(markup: string, people: readonly Teammate[]): string {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return markup
    .replace(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<@(\w+)>/g, (_, id: string) => `@${names.get(id) ?? id}`)
    .replace(/<https?:[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(`<#${CHANNEL}>`, '#team')
    .replace(/(^|[\s(])\*(?=\S)([^*\n]*[^\s*])\*/gm, '$1$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Text moved to the right by some columns, its long lines broken between words. */
export function indented(text: string, columns: number): string {
  const space = ' '.repeat(columns);
  return text
    .split('\n')
    .flatMap((line) => wrapped(line, WIDTH - columns))
    .map((line) => (line === '' ? '' : space + line))
    .join('\n');
}

function wrapped(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length > width && current !== '') lines.push(current);
    current = longer.length > width && current !== '' ? word : longer;
  }
  return [...lines, current];
}

/** `Mon 2 Mar 2026, 09:30` in the timezone. */
export function localMoment(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}, ${part('hour')}:${part('minute')}`;
}
