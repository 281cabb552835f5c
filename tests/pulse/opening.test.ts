import { readFile } from 'node:fs/promises';
import { afterEach, expect, it } from 'vitest';
import { join } from '../../playground/stand-in/workspace.ts';
import { DAY } from '../../src/duration.ts';
import { tokenOf } from '../../src/pulse/tally.ts';
import { keys } from '../../src/redis/keys.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { type Company, type CompanyOptions, colleague, company, manager } from './company.ts';
import { commandsDuring } from './monitor.ts';
import { team } from './samples.ts';
import { withRedis } from './store-world.ts';

describeWithRedis('opening a pulse', () => {
  const redis = withRedis();
  let here: Company;
  const started = async (options: Omit<CompanyOptions, 'store'> = {}) => {
    here = await company({ store: redis.store, ...options });
    return here;
  };
  afterEach(() => here.world.close());

  it('posts it once, keeps one key file and plans the closing', async () => {
    const { open, posts, keyFiles, nextSlot } = await started();
    const before = posts().length;
    const slot = await open();
    expect(posts().slice(before).at(-1)?.arguments.channel).toBe(team.channel);
    expect(await keyFiles()).toEqual([`TWORK-CTEAM-${slot.instant}.key`]);
    expect((await nextSlot('closing')).instant).toBe(slot.instant + 48 * 3_600_000);
  });

  it('posts what Slack takes, with the threshold and the closing as everyone’s own time', async () => {
    const { open, posts } = await started({ settings: { minimumAnswers: 6 } });
    const slot = await open();
    const message = posts().at(-1)?.arguments;
    expect(problemsOf('message', message)).toEqual([]);
    const closing = slot.instant / 1000 + 48 * 3_600;
    expect(message?.text).toMatch(/at least 6 people answer, only as a level/);
    expect(message?.text).toContain(`<!date^${closing}^`);
    expect(JSON.stringify(message?.blocks)).toContain(`<!date^${closing}^`);
  });

  it('asks members of the channel: no bots, guests, deactivated people or managers', async () => {
    const others = [
      { id: 'UOTHERBOT', is_bot: true },
      { id: 'UGUEST', is_restricted: true },
      { id: 'USINGLE', is_ultra_restricted: true },
      { id: 'UGONE', deleted: true },
    ];
    const { open, tap, world } = await started({ size: 6, others });
    await open();
    expect((await world.app.rooms.pulses.current(team))?.record.electorate).toBe(6);
    for (const { id } of others) expect(await tap(id, 0)).toMatch(/You are not on it/);
    expect(await tap(manager, 0)).toMatch(/You are not on it/);
    expect(await tap(colleague(0), 0)).toMatch(/^Added to the locked total/);
  });

  it('freezes the electorate: who joins later is not on it', async () => {
    const { open, tap, world } = await started();
    await open();
    join(world.standIn.workspace, team.channel, 'ULATE');
    expect(await tap('ULATE', 0)).toMatch(/You are not on it, so nothing was counted/);
  });

  it('does not happen below the threshold: no pulse, no post, no key file', async () => {
    const { open, posts, keyFiles, world } = await started({ size: 4 });
    const before = posts().length;
    const slot = await open();
    expect(
      posts()
        .slice(before)
        .filter(({ arguments: sent }) => /pulse/.test(String(sent.text))),
    ).toEqual([]);
    expect(await keyFiles()).toEqual([]);
    expect(await redis.redis.client.exists(keys.pulse(team), keys.tokens(team), keys.lastPulse(team))).toBe(
      0,
    );
    expect(await world.app.rooms.pulses.open(slot)).toBe('already-done');
  });

  it('does not happen below a threshold that the team has raised', async () => {
    const { open, keyFiles, world } = await started({ size: 7, settings: { minimumAnswers: 8 } });
    await open();
    expect(await world.app.rooms.pulses.current(team)).toBeUndefined();
    expect(await keyFiles()).toEqual([]);
  });

  it('happens in a channel of 1,000, whose members come in pages', async () => {
    const { open, tap, world } = await started({ size: 1000 });
    await open();
    expect((await world.app.rooms.pulses.current(team))?.record.electorate).toBe(1000);
    expect(
      world.standIn.calls.filter(({ method }) => method === 'conversations.members').length,
    ).toBeGreaterThan(4);
    expect(await tap(colleague(999), 0)).toMatch(/^Added/);
  });

  it('keeps tokens in Redis, and no user id but the manager’s', async () => {
    const { open, people } = await started();
    await open();
    const tokens = await redis.redis.client.hkeys(keys.tokens(team));
    expect(tokens).toHaveLength(8);
    for (const user of people) expect(tokens.join()).not.toContain(user);
  });

  it('sends the tokens to Redis in another order than that of the channel', async () => {
    const { world, people, nextSlot, keyFiles } = await started({ size: 20 });
    const slot = await nextSlot('opening');
    const commands = await commandsDuring(redis.redis, () => world.app.rooms.pulses.open(slot));
    const [file = ''] = await keyFiles();
    const pulseKey = await readFile(`${world.keyDir}/${file}`);
    const inOrder = people.map((user) => tokenOf(pulseKey, user));
    const sent = commands.flat().filter((word) => /^[0-9a-f]{128}$/.test(word));
    expect(sent).not.toEqual(inOrder);
    expect([...sent].sort()).toEqual([...inOrder].sort());
  });

  it('does not happen twice for one slot, nor while another pulse is open', async () => {
    const { open, posts, world } = await started();
    const slot = await open();
    const count = posts().length;
    expect(await world.app.rooms.pulses.open(slot)).toBe('already-done');
    const later = { ...slot, instant: slot.instant + 3_600_000 };
    expect(await world.app.rooms.pulses.open(later)).toBe('another-is-open');
    expect(posts()).toHaveLength(count);
  });

  it('finds a pulse whose closing was lost, and plans that closing again', async () => {
    const { open, nextSlot, world } = await started();
    const slot = await open();
    const closing = await nextSlot('closing');
    await redis.redis.client.zrem(keys.due(), 'TWORK.CTEAM.closing');
    await world.app.rooms.pulses.open({ ...slot, instant: slot.instant + 7 * 86_400_000 });
    expect(await nextSlot('closing')).toEqual(closing);
  });

  it('in a team that is gone does nothing', async () => {
    const { world, nextSlot } = await started();
    const slot = await nextSlot('opening');
    await world.app.rooms.teams.remove({ id: team, by: manager });
    expect(await world.app.rooms.pulses.open(slot)).toBe('no-team');
  });

  it('is taken back where Slack says the message can never be posted', async () => {
    const { world, open, keyFiles } = await started();
    const slot = await here.nextSlot('opening');
    await world.advanceTo(slot.instant - 1, [team]);
    world.standIn.failNext('chat.postMessage', { kind: 'error', code: 'restricted_action' });
    await open();
    expect(await world.app.rooms.pulses.current(team)).toBeUndefined();
    expect(await keyFiles()).toEqual([]);
  });

  it('keeps the same pulse for a second try where Slack asks to wait', async () => {
    const { world, keyFiles, posts } = await started();
    const slot = await here.nextSlot('opening');
    world.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 7 });
    const advice = { code: 'ratelimited', afterSeconds: 7 };
    expect(await world.app.rooms.pulses.open(slot)).toEqual({ retry: advice });
    const tokens = await redis.redis.client.hgetall(keys.tokens(team));
    const before = posts().length;
    expect(await world.app.rooms.pulses.open(slot)).toMatchObject({ retry: { code: 'held-back' } });
    await redis.redis.client.del(keys.heldBack(team.workspace));
    expect(await world.app.rooms.pulses.open(slot)).toBe('sent');
    expect(posts()).toHaveLength(before + 1);
    expect(await redis.redis.client.hgetall(keys.tokens(team))).toEqual(tokens);
    expect(await keyFiles()).toHaveLength(1);
  });

  it('does not post again what may have been posted', async () => {
    const { world, posts } = await started();
    const slot = await here.nextSlot('opening');
    world.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
    expect(await world.app.rooms.pulses.open(slot)).toBe('unknown');
    const count = posts().length;
    expect(await world.app.rooms.pulses.open(slot)).toBe('already-done');
    expect(posts()).toHaveLength(count);
    expect(await here.tap(colleague(0), 1)).toMatch(/^Added/);
  });

  it('too soon after the last, whoever put it on the queue, opens nothing and says nothing', async () => {
    await started({ size: 7 });
    const { pulses, calendar } = here.world.app.rooms;
    const { instant } = await here.open();
    await here.close();
    const count = here.posts().length;
    const slot = { team, kind: 'opening', instant: instant + 7 * DAY } as const;
    here.world.clock.jumpTo(slot.instant);
    expect(await pulses.open(slot)).toBe('too-soon');
    expect(here.posts()).toHaveLength(count);
    expect(await calendar.record(slot)).toMatchObject({ state: 'not-sent', reason: 'too-soon' });
    expect(await here.keyFiles()).toEqual([]);
  });
});
