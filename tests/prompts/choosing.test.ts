import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { DAY, WEEK } from '../../src/duration.ts';
import { deepestAt } from '../../src/prompts/depth.ts';
import { answersTo, subjectAnswered } from '../../src/prompts/leaning.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import {
  deferPrompt,
  drawPrompt,
  newRotation,
  peekPrompt,
  type Rotation,
  rotationSchema,
  type World,
} from '../../src/prompts/rotation.ts';
import { subjects } from '../../src/team/team.ts';

const prompt = (id: string, more: Partial<Prompt> = {}): Prompt => ({
  id,
  track: 'delegation',
  sign: 'control',
  practice: 'reflect',
  depth: 1,
  question: 'A question?',
  try: 'Try something.',
  ...more,
});

const world = (catalogue: readonly Prompt[], more: Partial<World<Prompt>> = {}): World<Prompt> => ({
  catalogue,
  tracks: ['delegation'],
  deepest: 3,
  heavy: [],
  random: createSeededRandom('choosing'),
  ...more,
});

/** Twelve prompts, four of each depth. */
const depths = ([1, 2, 3] as const).flatMap((depth) =>
  [1, 2, 3, 4].map((number) => prompt(`depth-${depth}-${number}`, { depth })),
);

/** A rotation whose bag has this order. */
const inOrder = (...ids: string[]): Rotation => ({
  ...newRotation,
  bags: { ...newRotation.bags, delegation: ids },
});

describe('how deep a prompt may go', () => {
  const enrolled = Date.UTC(2026, 0, 5);
  test.each([
    [0, 1],
    [4 * WEEK - 1, 1],
    [4 * WEEK, 2],
    [12 * WEEK - 1, 2],
    [12 * WEEK, 3],
    [400 * DAY, 3],
  ] as const)('is, %d ms after enrolling, %d', (age, deepest) => {
    expect(deepestAt(enrolled + age, enrolled)).toBe(deepest);
  });

  test('is light for a slot planned before the enrolment', () => {
    expect(deepestAt(enrolled - WEEK, enrolled)).toBe(1);
  });

  test('is kept, whatever the order of the bag, while the bag has one that is light enough', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(1, 2, 3), (seed, deepest) => {
        const random = createSeededRandom(seed);
        const drawn = peekPrompt(newRotation, world(depths, { deepest, random }));
        expect(drawn.prompt.depth).toBeLessThanOrEqual(deepest);
      }),
      { verbose: 1 },
    );
  });

  test('gives the lightest that is left rather than none', () => {
    const { prompt: next } = peekPrompt(inOrder('depth-3-1', 'depth-2-1'), world(depths, { deepest: 1 }));
    expect(next.id).toBe('depth-2-1');
  });

  test('loses none of the deep ones: all come before the bag is filled again', () => {
    let rotation: Rotation = newRotation;
    const seen: string[] = [];
    for (let slot = 1; slot <= 12; slot += 1) {
      const deepest = slot <= 4 ? 1 : slot <= 8 ? 2 : 3;
      const drawn = drawPrompt(rotation, slot, world(depths, { deepest }));
      rotation = drawn.rotation;
      seen.push(drawn.prompt.id);
    }
    expect(new Set(seen).size).toBe(12);
    expect(seen.slice(0, 4).every((id) => id.startsWith('depth-1'))).toBe(true);
  });
});

describe('what the last readouts say', () => {
  const catalogue = [
    prompt('a'),
    prompt('b'),
    prompt('c', { practice: 'rest' }),
    prompt('d'),
    prompt('e', { practice: 'rest' }),
    prompt('f'),
    prompt('g'),
    prompt('h'),
  ];

  test('brings a fitting prompt sooner, and says why', () => {
    const { prompt: next, reason } = peekPrompt(
      inOrder('a', 'b', 'c', 'd', 'e'),
      world(catalogue, { heavy: ['workload'] }),
    );
    expect(next.id).toBe('c');
    expect(reason).toEqual({ kind: 'answers', subject: 'workload' });
  });

  test('changes nothing where it says nothing heavy, or something else', () => {
    for (const heavy of [[], ['asking']] as const) {
      const { prompt: next, reason } = peekPrompt(inOrder('a', 'b', 'c'), world(catalogue, { heavy }));
      expect([next.id, reason.kind]).toEqual(['a', 'turn']);
    }
  });

  test('reaches only six places ahead, so that the rest of the bag has its turn', () => {
    const { prompt: next } = peekPrompt(
      inOrder('a', 'b', 'd', 'f', 'g', 'h', 'e'),
      world(catalogue, { heavy: ['workload'] }),
    );
    expect(next.id).toBe('a');
  });

  test('never repeats one for it', () => {
    const heavy = world(catalogue, { heavy: ['workload'] });
    let rotation = inOrder('a', 'b', 'c', 'd', 'e');
    const ids = [1, 2, 3, 4, 5].map((slot) => {
      const drawn = drawPrompt(rotation, slot, heavy);
      rotation = drawn.rotation;
      return drawn.prompt.id;
    });
    expect([...ids].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test.each(subjects)('about %s is answered by practices of its own', (subject) => {
    for (const practice of answersTo[subject]) expect(subjectAnswered(practice, [subject])).toBe(subject);
    expect(subjectAnswered('accept', [subject])).toBeUndefined();
  });
});

describe('a skipped prompt', () => {
  const catalogue = [prompt('a'), prompt('b'), prompt('c')];

  test('goes to the end of the bag and comes back later', () => {
    const { rotation } = deferPrompt(inOrder('a', 'b', 'c'), world(catalogue));
    expect(rotation.bags.delegation).toEqual(['b', 'c', 'a']);
  });

  test('leaves what was drawn last as it is', () => {
    const before = drawPrompt(inOrder('a', 'b', 'c'), 1, world(catalogue)).rotation;
    expect(deferPrompt(before, world(catalogue)).rotation.drawn).toEqual(before.drawn);
  });

  /** A library of so many, the first ones of which answer a heavy readout. */
  const sizes = fc.integer({ min: 2, max: 9 });
  const fitting = (size: number, heavy: number) =>
    Array.from({ length: size }, (_, at) => prompt(`p${at}`, at < heavy ? { practice: 'rest' } : {}));

  test('is not the next one again while another is ready, however often one skips and whatever is heavy', () => {
    fc.assert(
      fc.property(sizes, fc.nat(9), fc.nat(20), fc.nat(5), fc.string(), (size, heavy, drawn, skips, seed) => {
        const here = world(fitting(size, heavy), {
          heavy: ['workload'],
          random: createSeededRandom(seed),
        });
        let rotation: Rotation = newRotation;
        for (let slot = 1; slot <= drawn; slot += 1) rotation = drawPrompt(rotation, slot, here).rotation;
        for (let skip = 0; skip <= skips; skip += 1) {
          const before = peekPrompt(rotation, here);
          rotation = deferPrompt(before.rotation, here).rotation;
          if (rotation.bags.delegation.length < 2) continue;
          expect(peekPrompt(rotation, here).prompt.id).not.toBe(before.prompt.id);
        }
      }),
      { verbose: 1 },
    );
  });

  test('waits until all others were skipped too, even where it fits best', () => {
    const here = world(fitting(3, 1), { heavy: ['workload'] });
    let rotation = inOrder('p0', 'p1', 'p2');
    const ids = [1, 2, 3, 4].map(() => {
      const skipped = deferPrompt(rotation, here);
      rotation = skipped.rotation;
      return skipped.prompt.id;
    });
    expect(ids).toEqual(['p0', 'p1', 'p2', 'p0']);
  });

  test('is the next one again where it is the only one that is ready', () => {
    const here = world([prompt('a'), prompt('b', { depth: 3 })], { deepest: 1 });
    const { rotation } = deferPrompt(inOrder('a', 'b'), here);
    expect(peekPrompt(rotation, here).prompt.id).toBe('a');
  });

  test('may be brought sooner by a readout again after the next draw', () => {
    const here = world(fitting(3, 1), { heavy: ['workload'] });
    const skipped = deferPrompt(inOrder('p0', 'p1', 'p2'), here).rotation;
    const drawn = drawPrompt(skipped, 1, here);
    expect(drawn.prompt.id).toBe('p1');
    expect(peekPrompt(drawn.rotation, here).prompt.id).toBe('p0');
  });

  test('is unknown to a rotation that was stored before skips were remembered', () => {
    const { deferred: _, ...stored } = inOrder('a', 'b', 'c');
    expect(rotationSchema.parse(stored)).toEqual(inOrder('a', 'b', 'c'));
  });
});
