import { describe, expect, it } from 'vitest';
import { unseenChanges } from '../../src/pulse/unseen-changes.ts';

const roster = (electorate: number, rosterChanges: number) => ({ electorate, rosterChanges });

describe('changes of the roster that Slack has not told of', () => {
  it.each([
    ['none where nothing has changed', roster(8, 3), roster(8, 3), 0],
    ['those by which the electorate has shrunk', roster(8, 3), roster(6, 3), 2],
    ['those by which it has grown', roster(8, 3), roster(11, 3), 3],
    ['only what is more than was told', roster(8, 3), roster(11, 5), 1],
    ['none where more was told than the size shows', roster(8, 3), roster(9, 7), 0],
  ])('are %s', (_name, before, now, expected) => {
    expect(unseenChanges(before, now)).toBe(expected);
  });
});
