/** Signs with which a spreadsheet takes what follows for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Lines of comma-separated values (RFC 4180). A value that a spreadsheet would take for a formula gets an apostrophe
 * before it, as OWASP advises ("CSV Injection").
 */
export function csvOf(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) => row.map(cell).join(','));
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
