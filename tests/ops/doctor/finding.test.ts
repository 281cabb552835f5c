import { expect, it } from 'vitest';
import { bad, lineOf, ok, summaryOf, warn } from '../../../ops/doctor/finding.ts';

const torn = { what: 'a part', finding: 'torn', remedy: 'Mend it' };

it('is one line: how it is, what, what was found, and what to do about it', () => {
  expect(lineOf(ok('a part', 'whole'))).toBe('ok    a part: whole');
  expect(lineOf(warn(torn))).toBe('warn  a part: torn. Mend it.');
  expect(lineOf(bad({ ...torn, finding: 'torn\n  in two.', remedy: 'Mend it.' }))).toBe(
    'bad   a part: torn in two. Mend it.',
  );
});

it('is summed up in a sentence', () => {
  expect(summaryOf([ok('a', 'b')])).toBe('All is well.');
  expect(summaryOf([bad(torn), ok('a', 'b'), warn(torn), bad(torn)])).toBe('2 to mend, 1 to think about.');
});
