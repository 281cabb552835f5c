import { expect, it } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { randomBelow } from '../../src/shuffle.ts';
import { seedOf } from '../games/support/seed.ts';
import { asking } from '../listeners/asks.ts';
import { openOffice, others } from '../listeners/office.ts';
import { withRedis } from '../pulse/store-world.ts';
import { eventually } from '../support/eventually.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { heldUpdates } from './held-updates.ts';

const seed = seedOf('cards pressed at once');

describeWithRedis('people who press the same card at the same instant', () => {
  const redis = withRedis();

  /** A card of Ann's; from here on its changes wait to be let go. */
  async function card() {
    const held = heldUpdates();
    const office = await openOffice({ store: redis.store, ports: { fetch: held.fetch } });
    await office.enrolled();
    const verbs = asking(office);
    const submitted = verbs.ask('The export times out.');
    await eventually(() => held.count() === 1);
    held.release();
    await submitted;
    return { office, held, ...verbs, seen: verbs.card() };
  }

  it.each([
    ['the first comes first', 0],
    ['the second comes first', 1],
  ])('are both on it: of two changes %s', async (_, first) => {
    const { held, press, text, seen, office } = await card();
    const pressed = [press('UBEN', 'help', seen)];
    await eventually(() => held.count() === 1);
    pressed.push(press('UCAT', 'help', seen));
    await eventually(() => held.count() === 2);
    held.release(first);
    await eventually(() => text(seen).includes('Can help:'));
    held.letAllGo();
    for (const line of await Promise.all(pressed)) expect(line).toContain('You are on the card.');
    expect(text(seen)).toContain('Can help: <@UBEN> and <@UCAT>');
    expect(office.direct('UANN')).toHaveLength(2);
    const counts = await redis.redis.client.hgetall('hands:{TWORK.CTEAM}:practice');
    expect(counts['2026-W02.answered']).toBe('1');
  });

  it('before the reminder is planned need none: it is taken back at once', async () => {
    const held = heldUpdates('chat.scheduleMessage');
    const office = await openOffice({ store: redis.store, ports: { fetch: held.fetch } });
    await office.enrolled();
    const { ask, card: shownCard, press, text } = asking(office);
    const submitted = ask('The export times out.');
    await eventually(() => held.count() === 1);
    const seen = shownCard();
    const helping = press('UBEN', 'help', seen);
    await eventually(() => text(seen).includes('Can help: <@UBEN>'));
    held.letAllGo();
    await Promise.all([submitted, helping]);
    expect(office.standIn.workspace.scheduled).toEqual([]);
    expect(text(seen)).toContain('Can help: <@UBEN>');
    expect(office.direct('UANN').join()).not.toContain('remind');
  });

  it('are on it, or told that it was closed, where the asker closes it at that instant', async () => {
    const { held, press, text, seen } = await card();
    const closing = press('UANN', 'thank', seen);
    await eventually(() => held.count() === 1);
    const helping = press('UBEN', 'help', seen);
    await eventually(() => held.count() === 2); // The closed card, shown once more.
    held.letAllGo();
    expect(await helping).toBe('This ask has been closed meanwhile. Nothing was changed.');
    expect(await closing).toBe('Closed with your thanks.');
    expect(text(seen)).toBe(
      '<@UANN> asks for a hand\nThe export times out.\nA hint · This week\n<@UANN> says thank you.',
    );
  });

  it(`are all on it, whatever order Slack takes their changes in (SEED=${seed})`, async () => {
    for (let history = 0; history < 8; history += 1) {
      const random = createSeededRandom(`${seed}|${history}`);
      await redis.redis.client.flushall();
      const { held, press, text, seen } = await card();
      const state = { done: 0 };
      const helpers = others.slice(0, 5);
      const pressed = helpers.map(async (user) => {
        const line = await press(user, 'help', seen);
        state.done += 1;
        return line;
      });
      while (state.done < helpers.length) {
        await eventually(() => held.count() > 0 || state.done === helpers.length);
        held.release(randomBelow(Math.max(1, held.count()), random));
      }
      for (const line of await Promise.all(pressed)) expect(line).toContain('You are on the card.');
      for (const user of helpers) expect(text(seen)).toContain(`<@${user}>`);
    }
  });

  it('are forgotten by Redis within a minute, where their ids never stood readable', async () => {
    const { held, press, seen, office } = await card();
    held.letAllGo();
    await press('UBEN', 'help', seen);
    const [key = ''] = await redis.redis.client.keys('hands:{card.*');
    expect(await redis.redis.client.pttl(key)).toBeGreaterThan(0);
    expect(await redis.redis.client.pttl(key)).toBeLessThanOrEqual(60_000);
    const stored = await office.stored();
    expect(stored.replace(/"managers[^\]]*\]/g, '')).not.toMatch(/UANN|UBEN|export/);
  });
});
