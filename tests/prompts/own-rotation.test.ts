import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { mixIn } from '../../src/prompts/bag.ts';
import { drawable, type OwnPrompt } from '../../src/prompts/own-prompt.ts';
import type { AnyPrompt } from '../../src/prompts/prompt.ts';
import {
  deferPrompt,
  drawPrompt,
  newRotation,
  peekPrompt,
  type Rotation,
  rotationSchema,
  type World,
} from '../../src/prompts/rotation.ts';
import { type Track, tracks } from '../../src/team/team.ts';
import { own, ownId } from './own.ts';

const library = (size: number): readonly AnyPrompt[] =>
  tracks.flatMap((track) =>
    Array.from({ length: size }, (_, at) => ({
      ...{ id: `${track}-${at}`, track, depth: 1 as const, practice: 'rest' as const },
      ...{ question: `Question ${at} about ${track}?`, try: 'Try it.' },
    })),
  );

/** A team whose own prompts come and go, week by week. Every rotation goes through what would be stored. */
function team(options: { readonly size: number; readonly seed: string; readonly chosen?: readonly Track[] }) {
  const random = createSeededRandom(options.seed);
  const prompts = new Map<string, OwnPrompt>();
  const drawn: AnyPrompt[] = [];
  let rotation: Rotation = newRotation;
  let slot = 0;
  const world = (): World<AnyPrompt> => ({
    catalogue: [...library(options.size), ...[...prompts.values()].map(drawable)],
    ...{ tracks: options.chosen ?? tracks, deepest: 3, heavy: [], random },
  });
  const keep = (next: Rotation) => {
    rotation = rotationSchema.parse(JSON.parse(JSON.stringify(next)));
  };
  const here = {
    drawn,
    add: (prompt: OwnPrompt) => void prompts.set(prompt.id, prompt),
    remove: (id: string) => void prompts.delete(id),
    defer: () => keep(deferPrompt(rotation, world()).rotation),
    peek: () => {
      const next = peekPrompt(rotation, world());
      keep(next.rotation);
      return next.prompt;
    },
    /** The prompt of the next slot, or of the last one again. */
    draw: (which: 'next' | 'again' = 'next') => {
      if (which === 'next') slot += 1;
      const { prompt, rotation: after } = drawPrompt(rotation, slot, world());
      keep(after);
      if (which === 'next') drawn.push(prompt);
      return prompt;
    },
    weeks: (count: number) => Array.from({ length: count }, () => here.draw().id),
    rotation: () => rotation,
  };
  return here;
}

const only = ['delegation'] as const;
const seeds = fc.string({ minLength: 1 });

describe('a team’s own prompt', () => {
  test('comes among those still to come, and not only after the bag is empty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(30), seeds, (size, before, seed) => {
        const here = team({ size, seed, chosen: only });
        here.weeks(before);
        here.add(own(1));
        const left = size - (before % size);
        expect(here.weeks(left + 1)).toContain(ownId(1));
      }),
      { verbose: 1 },
    );
  });

  test('comes at a random place, every place equally likely', () => {
    const size = 4;
    const counts = new Map<number, number>();
    const runs = 2_000;
    for (let run = 0; run < runs; run += 1) {
      const here = team({ size, seed: `place ${run}`, chosen: only });
      here.weeks(1);
      here.add(own(1));
      const place = here.weeks(size).indexOf(ownId(1));
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3]);
    // Each place has a quarter: 500 of 2,000, and 5 standard deviations are 97.
    for (const count of counts.values()) expect(Math.abs(count - runs / 4)).toBeLessThan(97);
  });

  test('comes from the first bag on where it was there before the first prompt', () => {
    const here = team({ size: 3, seed: 'first', chosen: only });
    here.add(own(1));
    expect(new Set(here.weeks(4)).size).toBe(4);
  });

  test('waits where the team has prompts about the other track only, and comes once that changes', () => {
    const here = team({ size: 3, seed: 'other', chosen: only });
    here.add(own(1, { track: 'asking-for-help' }));
    expect(here.weeks(12)).not.toContain(ownId(1));
    const both = team({ size: 3, seed: 'other' });
    both.add(own(1, { track: 'asking-for-help' }));
    expect(both.weeks(8)).toContain(ownId(1));
  });

  test('comes with its new words once it was edited', () => {
    const here = team({ size: 3, seed: 'edit', chosen: only });
    here.weeks(1);
    here.add(own(1));
    here.peek();
    here.add(own(1, { question: 'New words?', version: 2 }));
    here.weeks(3);
    expect(here.drawn.find(({ id }) => id === ownId(1))?.question).toBe('New words?');
  });

  test('comes once where it is moved to the other track while it waits, whichever track is next', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 6 }), fc.boolean(), (seed, before, isLookedAt) => {
        const here = team({ size: 6, seed });
        here.weeks(before);
        here.add(own(1));
        here.peek();
        if (isLookedAt) here.draw();
        const wasDrawn = here.drawn.some(({ id }) => id === ownId(1));
        here.add(own(1, { track: 'asking-for-help', version: 2 }));
        // Until the bag of its track is empty, and no further.
        const soon = here.weeks((wasDrawn ? 12 : 14) - here.drawn.length);
        expect(soon.filter((id) => id === ownId(1))).toHaveLength(wasDrawn ? 0 : 1);
      }),
      { verbose: 1 },
    );
  });

  test('does not come again where it is moved to the other track, comes there, and is moved back', () => {
    const movedBack = Array.from({ length: 60 }, (_, run) => {
      const here = team({ size: 6, seed: `back ${run}` });
      here.weeks(2);
      here.add(own(1));
      here.draw(); // It waits in the bag of delegation now, unless it came.
      here.add(own(1, { track: 'asking-for-help', version: 2 }));
      here.draw();
      here.add(own(1, { version: 3 }));
      const hasCome = here.drawn.at(-1)?.id === ownId(1);
      return { hasCome, soon: here.weeks(8) };
    }).filter(({ hasCome }) => hasCome);
    expect(movedBack.length).toBeGreaterThan(3);
    for (const { soon } of movedBack) expect(soon).not.toContain(ownId(1));
  });

  test('goes to the end of its bag when it is skipped, and comes later', () => {
    const here = team({ size: 3, seed: 'skip', chosen: only });
    here.weeks(1);
    here.add(own(1));
    for (let looks = 0; here.peek().id !== ownId(1); looks += 1) {
      if (looks > 3) throw new Error('it never came');
      here.defer();
    }
    here.defer();
    expect(here.weeks(3).at(-1)).toBe(ownId(1));
  });

  test('that is removed never comes, wherever it waited', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }),
        fc.nat(20),
        fc.nat(5),
        seeds,
        (size, before, between, seed) => {
          const here = team({ size, seed });
          here.weeks(before);
          here.add(own(1));
          here.weeks(between);
          here.remove(ownId(1));
          expect(here.weeks(4 * size)).not.toContain(ownId(1));
          expect(JSON.stringify(here.rotation().bags)).not.toContain(ownId(1));
          expect(here.rotation().shown).toEqual([]);
        },
      ),
      { verbose: 1 },
    );
  });
});

/** What may happen to a team, one thing after the other. */
const happenings = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant({ what: 'draw' } as const) },
    fc.record({ what: fc.constantFrom('add', 'remove'), number: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ what: fc.constantFrom('peek', 'defer') }),
  ),
  { maxLength: 120 },
);

describe('whatever happens to a team’s own prompts', () => {
  /** Lives through it, and checks each draw. As in the app, an id is never used again. */
  function live(
    here: ReturnType<typeof team>,
    size: number,
    list: readonly { readonly what: string; readonly number?: number }[],
  ): void {
    const there = new Map<number, string>();
    let count = 0;
    let round: string[] = [];
    const acts: { readonly [what: string]: (number: number) => void } = {
      add: (number) => {
        if (there.has(number)) return;
        count += 1;
        there.set(number, ownId(count));
        here.add(own(count));
      },
      remove: (number) => {
        here.remove(there.get(number) ?? '');
        there.delete(number);
      },
      peek: () => void here.peek(),
      defer: () => here.defer(),
      draw: () => {
        const previewed = here.peek().id;
        if (here.rotation().bags.delegation.length === size + there.size) round = []; // Filled again.
        const { id } = here.draw();
        expect(id).toBe(previewed);
        expect(round).not.toContain(id);
        if (id.startsWith('own-')) expect([...there.values()]).toContain(id);
        round.push(id);
      },
    };
    for (const { what, number = 0 } of list) acts[what]?.(number);
  }

  test('nothing repeats before the bag is empty, what comes is there, and it is what a preview showed', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 8 }), happenings, (seed, size, list) => {
        live(team({ size, seed, chosen: only }), size, list);
      }),
      { verbose: 1, numRuns: 300 },
    );
  });
});

describe('a job that runs again for its slot', () => {
  const drawnOwn = () => {
    const here = team({ size: 1, seed: 'again', chosen: only });
    here.add(own(1));
    for (let week = 0; here.draw().id !== ownId(1); week += 1) if (week > 3) throw new Error('it never came');
    return here;
  };

  test('has the same prompt, and nothing moves on', () => {
    const here = drawnOwn();
    const before = here.rotation();
    expect(here.draw('again').id).toBe(ownId(1));
    expect(here.rotation()).toEqual(before);
  });

  test('has it in its new words where it was edited meanwhile: nobody has seen the old ones', () => {
    const here = drawnOwn();
    here.add(own(1, { question: 'New words?', version: 2 }));
    expect(here.draw('again').question).toBe('New words?');
  });

  test('has another of the same track where it was removed meanwhile: what is removed never comes', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 6 }), (seed, size) => {
        const here = team({ size, seed });
        for (const number of [1, 2, 3, 4, 5, 6]) here.add(own(number));
        while (!here.draw().id.startsWith('own-')) if (here.drawn.length > 40) return;
        const gone = here.drawn.at(-1)?.id ?? '';
        here.remove(gone);
        const instead = here.draw('again');
        expect(instead.id).not.toBe(gone);
        expect(instead.track).toBe('delegation');
        expect(here.drawn.slice(0, -1).map(({ id }) => id)).not.toContain(instead.id);
        expect(here.draw('again')).toEqual(instead);
        expect(here.draw().track).toBe('asking-for-help');
      }),
      { verbose: 1 },
    );
  });
});

describe('mixing into a bag', () => {
  test('keeps the order of what was there, and adds each id once', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 });
    fc.assert(
      fc.property(ids, fc.nat(12), seeds, (all, cut, seed) => {
        const [bag, added] = [all.slice(0, cut), all.slice(cut)];
        const mixed = mixIn(bag, added, createSeededRandom(seed));
        expect(mixed.filter((id) => bag.includes(id))).toEqual(bag);
        expect([...mixed].sort()).toEqual([...all].sort());
      }),
      { verbose: 1 },
    );
  });

  test('leaves a team without prompts of its own as it was: no chance is used', () => {
    const spent = {
      bytes: () => {
        throw new Error('chance was used');
      },
    };
    expect(mixIn(['a', 'b'], [], spent)).toEqual(['a', 'b']);
  });
});

test('a rotation that was stored before teams had prompts of their own is read', () => {
  const { shown: _, ...before } = newRotation;
  expect(rotationSchema.parse(before)).toEqual(newRotation);
});
