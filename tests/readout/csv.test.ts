import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/readout/csv.ts';

/** Reads one record as RFC 4180 has it: cells between commas, in quotation marks or not, a mark twice for one. */
function parse(record: string): readonly string[] {
  const cells = `${record},`.matchAll(/("((?:[^"]|"")*)"|[^",\r\n]*),/g);
  return [...cells].map(([, whole = '', quoted]) => quoted?.replaceAll('""', '"') ?? whole);
}

describe('comma-separated values', () => {
  test('stand as they are where nothing is special', () => {
    expect(csvOf([['Weekly workload', '2026-01-07', 'about half', '']])).toEqual([
      'Weekly workload,2026-01-07,about half,',
    ]);
  });

  test('are quoted where a comma, a mark or a new line would be misread', () => {
    expect(csvOf([['a,b', 'say "no"', 'two\nlines']])).toEqual(['"a,b","say ""no""","two\nlines"']);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('are no formula: %j', (text) => {
    expect(parse(csvOf([[text]])[0] ?? '')).toEqual([`'${text}`]);
  });

  test('come back as they were, whatever is in them', () => {
    const row = fc.array(
      fc.string().filter((text) => !/^[=+\-@\t\r]/.test(text)),
      { minLength: 1 },
    );
    const comesBack = (cells: readonly string[]) => {
      expect(parse(csvOf([cells])[0] ?? '')).toEqual(cells);
    };
    fc.assert(fc.property(row, comesBack));
  });
});
