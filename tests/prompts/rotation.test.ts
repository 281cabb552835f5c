import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import {
  drawPrompt,
  newRotation,
  peekPrompt,
  type Rotation,
  rotationSchema,
  type World,
} from '../../src/prompts/rotation.ts';
import { type Track, tracks } from '../../src/team/team.ts';

const prompt = (track: Track, id: string): Prompt => ({
  id,
  track,
  sign: 'control',
  practice: 'reflect',
  depth: 1,
  question: 'A question?',
  try: 'Try something.',
});

const catalogueOf = (delegation: number, asking: number): readonly Prompt[] => [
  ...Array.from({ length: delegation }, (_, at) => prompt('delegation', `d${at}`)),
  ...Array.from({ length: asking }, (_, at) => prompt('asking-for-help', `a${at}`)),
];

const worldOf = (
  catalogue: readonly Prompt[],
  seed = 'seed',
  chosen: readonly Track[] = tracks,
): World<Prompt> => ({
  catalogue,
  tracks: chosen,
  deepest: 3,
  heavy: [],
  random: createSeededRandom(seed),
});

/** Draws for so many slots in a row; every rotation goes through what would be stored. */
function draws(count: number, world: World<Prompt>, start: Rotation = newRotation) {
  let rotation = start;
  const prompts: Prompt[] = [];
  for (let slot = 1; slot <= count; slot += 1) {
    const drawn = drawPrompt(rotation, slot, world);
    rotation = rotationSchema.parse(JSON.parse(JSON.stringify(drawn.rotation)));
    prompts.push(drawn.prompt);
  }
  return { prompts, rotation, ids: prompts.map(({ id }) => id) };
}

const sizes = fc.integer({ min: 1, max: 15 });

describe('the rotation of prompts', () => {
  test('alternates between the tracks', () => {
    const { prompts } = draws(6, worldOf(catalogueOf(4, 4)));
    const [first, second] = [prompts[0]?.track, prompts[1]?.track];
    expect(new Set([first, second])).toEqual(new Set(tracks));
    expect(prompts.map(({ track }) => track)).toEqual([first, second, first, second, first, second]);
  });

  test('stays in the one track that a team chose', () => {
    const { prompts } = draws(5, worldOf(catalogueOf(4, 4), 'seed', ['asking-for-help']));
    expect(new Set(prompts.map(({ track }) => track))).toEqual(new Set(['asking-for-help']));
  });

  test('goes on with the other track where a team drops one', () => {
    const { rotation } = draws(1, worldOf(catalogueOf(4, 4)));
    expect(drawPrompt(rotation, 2, worldOf(catalogueOf(4, 4), 's', ['delegation'])).prompt.track).toBe(
      'delegation',
    );
  });

  test('repeats nothing before a bag is empty, whatever the sizes and the chance', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.string(), (delegation, asking, seed) => {
        const { prompts } = draws(4 * 15, worldOf(catalogueOf(delegation, asking), seed));
        for (const [track, size] of [
          ['delegation', delegation],
          ['asking-for-help', asking],
        ] as const) {
          const ids = prompts.filter((drawn) => drawn.track === track).map(({ id }) => id);
          for (let at = 0; at + size <= ids.length; at += size) {
            expect(new Set(ids.slice(at, at + size)).size).toBe(size);
          }
        }
      }),
      { verbose: 1 },
    );
  });

  test('does not begin a new bag with what that track showed last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.string(), (size, seed) => {
        const { prompts } = draws(40, worldOf(catalogueOf(size, size), seed));
        for (const track of tracks) {
          const ids = prompts.filter((drawn) => drawn.track === track).map(({ id }) => id);
          expect(ids.filter((id, at) => id === ids[at - 1])).toEqual([]);
        }
      }),
      { verbose: 1 },
    );
  });

  test('gives every prompt its turn', () => {
    const { ids } = draws(24, worldOf(catalogueOf(12, 12)));
    expect(new Set(ids).size).toBe(24);
  });

  test('is another order for another team', () => {
    const catalogue = catalogueOf(12, 12);
    expect(draws(24, worldOf(catalogue, 'one')).ids).not.toEqual(draws(24, worldOf(catalogue, 'other')).ids);
  });

  test('is the same order after a restart: what is stored decides, not chance', () => {
    const catalogue = catalogueOf(6, 6);
    const { rotation } = draws(2, worldOf(catalogue));
    const goOn = (seed: string) => draws(8, worldOf(catalogue, seed), { ...rotation, drawn: null }).ids;
    expect(goOn('before the restart')).toEqual(goOn('after the restart'));
  });

  test('gives the same slot the same prompt again, and moves on by none', () => {
    const world = worldOf(catalogueOf(6, 6));
    const { rotation, prompts } = draws(3, world);
    const again = drawPrompt(rotation, 3, world);
    expect(again.prompt).toEqual(prompts[2]);
    expect(again.rotation).toEqual(rotation);
  });

  test('shows beforehand what it draws next, as often as one looks', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.integer({ min: 0, max: 30 }), (delegation, asking, before) => {
        const world = worldOf(catalogueOf(delegation, asking));
        const { rotation } = draws(before, world);
        const first = peekPrompt(rotation, world);
        const second = peekPrompt(first.rotation, world);
        expect(second.prompt).toEqual(first.prompt);
        expect(drawPrompt(second.rotation, 99, world).prompt).toEqual(first.prompt);
      }),
      { verbose: 1 },
    );
  });
});

describe('a catalogue that changes in the middle of a bag', () => {
  test('never gives a prompt that is gone', () => {
    const { rotation } = draws(2, worldOf(catalogueOf(6, 6)));
    const smaller = catalogueOf(2, 2);
    const { ids } = draws(8, worldOf(smaller), { ...rotation, drawn: null });
    expect(ids.filter((id) => !smaller.some((known) => known.id === id))).toEqual([]);
  });

  test('brings a new prompt in with the next bag', () => {
    const { rotation, prompts } = draws(2, worldOf(catalogueOf(2, 2)));
    const { ids } = draws(8, worldOf(catalogueOf(3, 3)), { ...rotation, drawn: null });
    expect(prompts).toHaveLength(2);
    expect(ids).toContain('d2');
    expect(ids).toContain('a2');
  });

  test('gives a slot another prompt where the one it had is gone', () => {
    const { rotation, prompts } = draws(1, worldOf(catalogueOf(3, 3)));
    const catalogue = catalogueOf(3, 3).filter(({ id }) => id !== prompts[0]?.id);
    expect(drawPrompt(rotation, 1, worldOf(catalogue)).prompt.id).not.toBe(prompts[0]?.id);
  });

  test('without a prompt for a track cannot be: reading the content has refused it', () => {
    expect(() => peekPrompt(newRotation, worldOf(catalogueOf(0, 0)))).toThrow('no prompt for a track');
  });
});
