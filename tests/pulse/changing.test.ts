import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerReply } from '../../src/pulse/answer-view.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { createPulseAnswers } from '../../src/pulse/pulse-answers.ts';
import { createPulseStore, type PulseStore } from '../../src/pulse/pulse-store.ts';
import { type Choice, sumOfPads, unmaskCount, unmaskTotals } from '../../src/pulse/tally.ts';
import { StoreError } from '../../src/redis/store-error.ts';
import { answer, lastSaid, openScene, tap } from '../games/histories/answered.ts';
import type { Scene } from '../games/histories/scene.ts';
import { OPTIONS } from '../games/histories/taps.ts';
import { temporaryFolder } from '../redis/stores.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { commandsDuring } from './monitor.ts';
import { withRedis } from './store-world.ts';

describeWithRedis('somebody who changes their answer', () => {
  const redis = withRedis();
  let scene: Scene;
  beforeEach(async () => {
    const custody = createKeyFolder({ folder: await temporaryFolder() });
    scene = await openScene({ client: redis.store.client, custody, channel: 'CTEAM', seed: 'changing' });
  });

  /** What the tally holds: the count, and the answers per option. */
  async function tally() {
    const pulseKey = await scene.custody.read(scene.pulseId);
    const locked = await createPulseStore({ client: redis.store.client }).lock(scene.team, scene.pulseId);
    if (!Buffer.isBuffer(pulseKey) || locked === undefined) throw new Error('the pulse is gone');
    const answered = locked.entries.filter(({ version }) => version > 0);
    const pads = sumOfPads(pulseKey, answered, OPTIONS);
    return {
      count: unmaskCount(locked.tally, pads),
      totals: unmaskTotals(pulseKey, locked.tally, pads, answered.length),
    };
  }
  /** One answer and its changes, each with the button that came with the one before. */
  async function through(user: string, choices: readonly Choice[]) {
    let sealed: string | undefined;
    for (const choice of choices) ({ sealed } = await answer(scene, user, choice, sealed));
    return sealed;
  }

  it('has the new answer counted and not the old one', async () => {
    await through('U0', [1, 4]);
    expect(await tally()).toEqual({ count: 1, totals: [0, 0, 0, 0, 1] });
  });

  it('may do so as often as they like, and to the same answer again', async () => {
    await through('U0', [1, 4, 4, 0, 3, 3, 2]);
    await through('U1', [0]);
    expect(await tally()).toEqual({ count: 2, totals: [1, 0, 1, 0, 0] });
  });

  it('may withdraw it: nothing of it is counted', async () => {
    await through('U0', [1, 'none']);
    await through('U1', [2]);
    expect(await tally()).toEqual({ count: 1, totals: [0, 0, 1, 0, 0] });
  });

  it('may answer again after withdrawing, from the same private line', async () => {
    await through('U0', [1, 'none', 'none', 3]);
    expect(await tally()).toEqual({ count: 1, totals: [0, 0, 0, 1, 0] });
  });

  it('cannot answer twice by withdrawing: the channel’s buttons stay closed to them', async () => {
    await through('U0', [1, 'none']);
    expect((await tap(scene, 'U0', 3)).kind).toBe('already-answered');
  });

  it('holds the one button that works: each older one is outdated', async () => {
    const first = await answer(scene, 'U0', 1);
    const second = await answer(scene, 'U0', 2, first.sealed);
    await answer(scene, 'U0', 3, second.sealed);
    expect((await tap(scene, 'U0', 4, first.sealed)).kind).toBe('outdated');
    expect((await tap(scene, 'U0', 4, second.sealed)).kind).toBe('outdated');
    expect((await tally()).totals).toEqual([0, 0, 0, 1, 0]);
  });

  it('pressing twice at once has one of both counted', async () => {
    const { sealed } = await answer(scene, 'U0', 1);
    const both = await Promise.all([tap(scene, 'U0', 2, sealed), tap(scene, 'U0', 4, sealed)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'outdated']);
    expect((await tally()).count).toBe(1);
  });

  it('too late reads that the pulse is closed, and the old answer stands', async () => {
    const { sealed } = await answer(scene, 'U0', 1);
    await tally();
    expect((await tap(scene, 'U0', 2, sealed)).kind).toBe('closed');
    expect((await tally()).totals).toEqual([0, 1, 0, 0, 0]);
  });

  it('to none leaves too few, and then nothing of the others is unmasked or shown', async () => {
    for (const user of ['U1', 'U2', 'U3', 'U4']) await answer(scene, user, 4);
    await through('U0', [1, 'none']);
    await scene.close();
    expect((await scene.published()).last?.kind).toBe('too-few');
    expect((await scene.published()).histories.size).toBe(0);
    expect(lastSaid(scene)).toContain('Not enough answers to show anything safely (5 needed).');
  });

  it('costs one command, of the same size as any answer', async () => {
    const { sealed } = await answer(scene, 'U0', 1);
    const sizes: number[][] = [];
    let seal = sealed;
    for (const choice of [4, 'none', 0] as const) {
      const commands = await commandsDuring(redis.redis, async () => {
        ({ sealed: seal } = await answer(scene, 'U0', choice, seal));
      });
      expect(commands.map(([name]) => name)).toEqual(['evalsha']);
      sizes.push((commands[0] ?? []).slice(0, 11).map(({ length }) => length));
    }
    expect(new Set(sizes.map((size) => size.join())).size).toBe(1);
  });

  it('reads the same whatever they chose: nothing in the reply names an option', async () => {
    const replies = await Promise.all(
      ([0, 1, 2, 3, 4] as const).map((choice) => answer(scene, `U${choice}`, choice)),
    );
    const texts = replies.map((reply) =>
      answerReply(reply, 'A', 'en').text.replace(reply.receipt, 'RECEIPT'),
    );
    expect(new Set(texts).size).toBe(1);
    const lengths = replies.map((reply) => JSON.stringify(answerReply(reply, 'A', 'en')).length);
    expect(new Set(lengths).size).toBe(1);
  });
});

describeWithRedis('a tap that Redis did not answer', () => {
  const redis = withRedis();
  let scene: Scene;
  afterEach(() => redis.redis.client.flushall());
  beforeEach(async () => {
    const custody = createKeyFolder({ folder: await temporaryFolder() });
    scene = await openScene({ client: redis.store.client, custody, channel: 'CTEAM', seed: 'unanswered' });
  });

  /** The app on a store whose next vote ends like this. */
  const answersWith = (castVote: PulseStore['castVote']) => {
    const store = { ...createPulseStore({ client: redis.store.client }), castVote };
    return createPulseAnswers({ store, custody: scene.custody, random: scene.random });
  };
  const lost = new StoreError({ certainty: 'unknown', code: 'LOST' });
  const first = (choice: number, sealed?: string) => ({
    team: scene.team,
    pulseId: scene.pulseId,
    user: 'U0',
    ts: '1.1',
    choice,
    optionCount: OPTIONS,
    ...(sealed === undefined ? {} : { sealed }),
  });
  const sentence = (kind: 'uncertain' | 'not-counted') => answerReply({ kind }, 'A', 'en').text;

  it('and had not taken it: the person is told that it is uncertain, and the next tap counts', async () => {
    const outcome = await answersWith(() => Promise.reject(lost)).answer(first(1));
    expect(outcome).toEqual({ kind: 'uncertain' });
    expect(sentence('uncertain')).toContain('Tap again: “already answered”');
    expect((await tap(scene, 'U0', 1)).kind).toBe('added');
  });

  it('but had taken it: the next tap says “already answered”, which means it did', async () => {
    const store = createPulseStore({ client: redis.store.client });
    const outcome = await answersWith(async (...vote) => {
      await store.castVote(...vote);
      throw lost;
    }).answer(first(1));
    expect(outcome).toEqual({ kind: 'uncertain' });
    expect((await tap(scene, 'U0', 1)).kind).toBe('already-answered');
  });

  it('and was a change it had taken: the next press says “changed since”, which means it did', async () => {
    const { sealed } = await answer(scene, 'U0', 1);
    const store = createPulseStore({ client: redis.store.client });
    await answersWith(async (...vote) => {
      await store.castVote(...vote);
      throw lost;
    }).answer(first(3, sealed));
    const again = await tap(scene, 'U0', 3, sealed);
    expect(again.kind).toBe('outdated');
    expect(answerReply(again, 'A', 'en').text).toContain('was changed since');
    expect(sentence('uncertain')).toContain('“changed since”');
  });

  it('because it was away: the person is told that nothing was counted', async () => {
    const away = new StoreError({ certainty: 'not-sent', code: 'OFFLINE' });
    expect(await answersWith(() => Promise.reject(away)).answer(first(1))).toEqual({ kind: 'not-counted' });
    expect(sentence('not-counted')).toContain('Your answer was not counted, please try again.');
  });
});
