/** Longer values are broken over several lines. */
const FITS = 90;

/**
 * Stored JSON as lines to read: what fits on a line stays as it is, longer objects get a line per field and longer
 * lists a line per object. `undefined` for text that is not a JSON object or list.
 */
export function jsonLines(text: string): readonly string[] | undefined {
  if (!/^[[{]/.test(text)) return undefined;
  return linesOf(JSON.parse(text));
}

function linesOf(value: unknown): readonly string[] {
  const whole = JSON.stringify(value);
  if (whole.length <= FITS || typeof value !== 'object' || value === null) return [whole];
  if (Array.isArray(value)) return typeof value[0] === 'object' ? value.flatMap(linesOf) : rowsOf(value);
  return Object.entries(value).flatMap(([name, field]) => withLabel(`${name}:`, linesOf(field)));
}

/** A label before its lines: on the same line where there is one, above them where there are more. */
export function withLabel(label: string, lines: readonly string[]): readonly string[] {
  const [only = ''] = lines;
  return lines.length === 1 ? [`${label} ${only}`] : [label, ...lines.map((line) => `  ${line}`)];
}

/** A long list of plain values, as many on a row as fit. */
function rowsOf(values: readonly unknown[]): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const text of values.map((value) => JSON.stringify(value))) {
    const longer = row === '' ? text : `${row}, ${text}`;
    if (longer.length > FITS) rows.push(row);
    row = longer.length > FITS ? text : longer;
  }
  return [...rows, row];
}
