import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { readContent } from '../../src/content.ts';
import { WEEK } from '../../src/duration.ts';
import { deepestAt } from '../../src/prompts/depth.ts';
import { drawPrompt, newRotation, type Rotation } from '../../src/prompts/rotation.ts';
import { type Subject, tracks } from '../../src/team/team.ts';

const { prompts: catalogue } = readContent().en;
const WEEKS = 104;

/** Two years of Mondays of one team: what it sees, week by week. */
function twoYears(seed: string, heavy: readonly Subject[]) {
  const random = createSeededRandom(seed);
  let rotation: Rotation = newRotation;
  return Array.from({ length: WEEKS }, (_, week) => {
    const slot = week * WEEK;
    const drawn = drawPrompt(rotation, slot, {
      catalogue,
      tracks,
      deepest: deepestAt(slot, 0),
      heavy,
      random,
    });
    rotation = drawn.rotation;
    return drawn.prompt;
  });
}

describe.each([
  ['quiet', []],
  ['overworked', ['workload']],
] as const)('two years of a team that is %s', (seed, heavy) => {
  const seen = twoYears(seed, heavy);

  test('bring every prompt exactly once, the tracks in turn', () => {
    expect(new Set(seen.map(({ id }) => id)).size).toBe(WEEKS);
    expect(seen.map(({ track }) => track)).toEqual(
      Array.from({ length: WEEKS }, (_, week) => seen[week % 2]?.track),
    );
  });

  test('begin with light questions and go deeper with time', () => {
    expect(seen.slice(0, 4).every(({ depth }) => depth === 1)).toBe(true);
    expect(seen.slice(4, 12).every(({ depth }) => depth <= 2)).toBe(true);
    expect(seen.slice(12).some(({ depth }) => depth === 3)).toBe(true);
  });
});

test('an overworked team meets rest, boundaries and handing over sooner than a quiet one', () => {
  const firstQuarter = (heavy: readonly Subject[]) =>
    Array.from({ length: 20 }, (_, team) => `team ${team}`)
      .flatMap((seed) => twoYears(seed, heavy).slice(0, WEEKS / 8))
      .filter(({ practice }) => ['rest', 'boundaries', 'hand-over'].includes(practice)).length;
  expect(firstQuarter(['workload'])).toBeGreaterThan(1.5 * firstQuarter([]));
});
