import { describe, expect, it } from 'vitest';
import { contentReport, coverageTable } from '../../scripts/content/report.ts';
import { practices, signs } from '../../src/prompts/prompt.ts';
import { shipped } from './changed-library.ts';

const library = shipped();

describe('the coverage table', () => {
  const rows = coverageTable(library.prompts.entries).map((row) => row.trim().split(/\s+/));
  const body = rows.slice(-signs.length - 1);

  it('has a row for every sign and a cell for every practice, and what they add up to', () => {
    expect(body.map(([name]) => name)).toEqual([...signs, 'all']);
    for (const row of body) expect(row).toHaveLength(1 + practices.length + 1);
  });

  it('counts both tracks in each cell', () => {
    expect(body.at(-1)?.at(-1)).toMatch(/^\d+\+\d+$/);
    const [sample] = library.prompts.entries.filter(({ practice }) => practice === 'ask-early');
    const [row] = coverageTable(sample === undefined ? [] : [sample]).slice(-1);
    expect(row?.trim().split(/\s+/).slice(0, 2)).toEqual(['all', '0+1']);
  });

  it('fits on a wide terminal', () => {
    for (const row of coverageTable(library.prompts.entries)) expect(row.length).toBeLessThanOrEqual(132);
  });
});

it('the report counts prompts by depth, questions, actions, the median grade and the closest pair', () => {
  const report = contentReport(library);
  for (const part of [
    /^delegation: \d+ prompts, \d+ of depth 1, \d+ of depth 2, \d+ of depth 3$/m,
    /^pulse: \d+ questions, \d+ about workload, \d+ about asking, \d+ about delegation; \d+ suggested actions$/m,
    /^reading ease: median US grade \d\.\d \(at most 8\), highest \d\.\d at \S+:\d+ \(at most 10\)$/m,
    /^closest pair: 0\.\d\d \(below 0\.45\), \S+:\d+ and \S+:\d+$/m,
  ])
    expect(report).toMatch(part);
});
