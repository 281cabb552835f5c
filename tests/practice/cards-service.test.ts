import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import type { CardStore } from '../../src/practice/card-store.ts';
import { type CardState, createCardsService } from '../../src/practice/cards-service.ts';
import { type CardPlace, cardKeyFrom, sealCard } from '../../src/practice/sealed-card.ts';
import { StoreError } from '../../src/redis/store-error.ts';
import { line } from '../../src/slack/block-kit.ts';
import type { PostOutcome } from '../../src/slack/outcome.ts';

type Tally = CardState & { readonly names: readonly string[] };
const schema: z.ZodType<Tally> = z.object({ ts: z.string().optional(), names: z.array(z.string()) });

const key = cardKeyFrom('xoxb-one');
const place: CardPlace = { workspace: 'TWORK', channel: 'CTEAM', kind: 'ask', id: 'ask.1' };
const sent: PostOutcome = { kind: 'sent', ts: '1.2', channel: 'CTEAM' };
const busy: PostOutcome = { kind: 'not-sent', code: 'ratelimited' };
const doubt: PostOutcome = { kind: 'unknown', code: 'timeout' };
const away = () => Promise.reject(new StoreError({ certainty: 'not-sent', code: 'OFFLINE' }));

/** Cards over a store in memory, and a Slack that answers as told (then takes everything). */
function cards(answers: readonly (PostOutcome | (() => Promise<PostOutcome>))[] = []) {
  const random = createSeededRandom('cards service');
  const kept = new Map<string, string>();
  const shown: string[] = [];
  const store: CardStore = {
    read: async (id) => kept.get(id),
    swap: async (id, before, after) => {
      if (kept.get(id) !== before) return false;
      kept.set(id, after);
      return true;
    },
  };
  const waiting = [...answers];
  const update = async (_channel: string, _ts: string, { text }: { readonly text: string }) => {
    const next = waiting.shift() ?? sent;
    const outcome = typeof next === 'function' ? await next() : next;
    if (outcome.kind === 'sent') shown.push(text);
    return outcome;
  };
  const service = createCardsService({ store, gateway: { update }, key, random });
  const seal = (state: Tally, from = key) => sealCard(from, place, state, random);
  const posted = { place, ts: '1.2', sealed: seal({ names: [] }) };
  const rules = (name: string) => ({
    schema,
    decide: (state: Tally) =>
      state.names.includes(name)
        ? { refused: 'twice' as const }
        : { state: { ...state, names: [...state.names, name] } },
    show: ({ names }: Tally) => line(names.join(' and ') || 'nobody'),
  });
  const press = (name: string, card = posted) => service.change(card, rules(name));
  return { store, kept, shown, press, posted, seal };
}

describe('a card that is pressed', () => {
  test('is shown as it is then, and knows from then on which message it is', async () => {
    const { press, shown, posted, kept, seal } = cards();
    expect(await press('Ann')).toEqual({ kind: 'done', isShown: true, state: { names: ['Ann'] } });
    expect(shown).toEqual(['Ann']);
    expect(await press('Ben', { ...posted, ts: '3.4' })).toEqual({ kind: 'unreadable' });
    kept.clear();
    const copy = { ...posted, ts: '3.4', sealed: seal({ names: [], ts: '1.2' }) };
    expect(await press('Ben', copy)).toEqual({ kind: 'unreadable' });
    expect(shown).toEqual(['Ann']);
  });

  test('goes on from the newest state, not from what was pressed', async () => {
    const { press, shown } = cards();
    await press('Ann');
    expect(await press('Ben')).toMatchObject({ kind: 'done' });
    expect(shown).toEqual(['Ann', 'Ann and Ben']);
  });

  test('is read again where somebody else was quicker', async () => {
    const world = cards();
    const { read } = world.store;
    let reads = 0;
    Object.assign(world.store, {
      read: async (id: string) => {
        const found = await read(id);
        reads += 1;
        if (reads === 1) await world.press('Ben');
        return found;
      },
    });
    expect(await world.press('Ann')).toMatchObject({ kind: 'done' });
    expect(world.shown).toEqual(['Ben', 'Ben and Ann']);
  });

  test('is shown once more to whoever pressed an older one in vain', async () => {
    const { press, shown, kept, posted } = cards();
    await press('Ann');
    expect(await press('Ann')).toMatchObject({ kind: 'refused', why: 'twice' });
    expect(shown).toEqual(['Ann', 'Ann']);
    await press('Ann', { ...posted, sealed: kept.get(place.id) ?? '' });
    expect(shown).toEqual(['Ann', 'Ann']);
  });

  test('cannot be read where its newest state was sealed under another token', async () => {
    const { press, kept, seal } = cards();
    kept.set(place.id, seal({ names: [] }, cardKeyFrom('xoxb-two')));
    expect(await press('Ann')).toEqual({ kind: 'unreadable' });
  });
});

describe('a card that Slack does not change', () => {
  test('is as if it had not been pressed', async () => {
    const { press, kept, posted, shown } = cards([busy]);
    expect(await press('Ann')).toEqual({ kind: 'not-shown', failure: busy, state: { names: [] } });
    expect(kept.get(place.id)).toBe(posted.sealed);
    expect(await press('Ann')).toMatchObject({ kind: 'done' });
    expect(shown).toEqual(['Ann']);
  });

  test('keeps what others had changed before', async () => {
    const { press, shown } = cards([sent, busy]);
    for (const name of ['Ann', 'Ben', 'Cat']) await press(name);
    expect(shown).toEqual(['Ann', 'Ann and Cat']);
  });

  test('is tried again at once where Slack did not say, since twice is as good as once', async () => {
    expect(await cards([doubt]).press('Ann')).toMatchObject({ kind: 'done', isShown: true });
  });

  test.each<[string, PostOutcome]>([
    ['does not say so the second time either', doubt],
    ['refuses the second time', busy],
  ])('but may have, and %s: the press counts, and the next one goes on from it', async (_, second) => {
    const { press, shown } = cards([doubt, second]);
    expect(await press('Ann')).toEqual({ kind: 'done', isShown: false, state: { names: ['Ann'] } });
    expect(await press('Ben')).toMatchObject({ kind: 'done', isShown: true });
    expect(shown).toEqual(['Ann and Ben']);
  });

  test('but may have, is shown again to whoever presses the same once more, and nothing is done twice', async () => {
    const { press, shown } = cards([doubt, doubt]);
    await press('Ann');
    expect(await press('Ann')).toMatchObject({ kind: 'refused', why: 'twice' });
    expect(shown).toEqual(['Ann']);
  });

  test('is not undone where somebody went on from there: then theirs is shown', async () => {
    const world: ReturnType<typeof cards> = cards([
      async () => {
        await world.press('Ben');
        return busy;
      },
    ]);
    expect(await world.press('Ann')).toMatchObject({ kind: 'done' });
    expect(world.shown).toEqual(['Ann and Ben', 'Ann and Ben']);
  });

  test('nor where they did so in the last moment, before it could be undone', async () => {
    const world = cards([busy]);
    const { swap } = world.store;
    let calls = 0;
    Object.assign(world.store, {
      swap: async (...given: Parameters<CardStore['swap']>) => {
        calls += 1;
        if (calls === 2) await world.press('Ben');
        return swap(...given);
      },
    });
    expect(await world.press('Ann')).toMatchObject({ kind: 'done' });
    expect(world.shown.at(-1)).toBe('Ann and Ben');
  });

  test('with theirs on it either, counts: whoever went on from there shows it, and nothing of theirs is undone', async () => {
    const world: ReturnType<typeof cards> = cards([
      async () => {
        await world.press('Ben');
        return busy;
      },
      sent,
      busy,
    ]);
    expect(await world.press('Ann')).toMatchObject({ kind: 'done', isShown: false });
    const [{ sealed }] = [{ ...world.posted, sealed: world.kept.get(place.id) ?? '' }];
    expect(await world.press('Ben', { ...world.posted, sealed })).toMatchObject({
      state: { names: ['Ann', 'Ben'] },
    });
  });
});

describe('a store that goes away', () => {
  test('before anything was changed is thrown, and nothing is shown', async () => {
    const { press, store, shown } = cards();
    Object.assign(store, { read: away });
    await expect(press('Ann')).rejects.toThrow(StoreError);
    expect(shown).toEqual([]);
  });

  test('after the card was changed takes nothing back of that', async () => {
    const { press, store, shown } = cards();
    const { read } = store;
    let reads = 0;
    Object.assign(store, {
      read: (id: string) => {
        reads += 1;
        return reads === 1 ? read(id) : away();
      },
    });
    expect(await press('Ann')).toMatchObject({ kind: 'done' });
    expect(shown).toEqual(['Ann']);
  });

  test('before it could be undone leaves it at that, and whoever pressed is told', async () => {
    const { press, store } = cards([busy]);
    const { swap } = store;
    let swaps = 0;
    Object.assign(store, {
      swap: (...given: Parameters<CardStore['swap']>) => {
        swaps += 1;
        return swaps === 1 ? swap(...given) : away();
      },
    });
    expect(await press('Ann')).toMatchObject({ kind: 'not-shown', failure: busy });
  });
});
