import { afterEach, expect, it } from 'vitest';
import { messagesIn } from '../../playground/stand-in/workspace.ts';
import { HOUR } from '../../src/duration.ts';
import { changedAction } from '../../src/readout/what-changed-view.ts';
import { keys } from '../../src/redis/keys.ts';
import type { Settings } from '../../src/team/team.ts';
import { type Company, colleague, company, manager } from '../pulse/company.ts';
import { team } from '../pulse/samples.ts';
import { withRedis } from '../pulse/store-world.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';
import { describeWithRedis } from '../support/private-redis.ts';

const second = colleague(7);

describeWithRedis('managers, when a pulse closes', () => {
  const redis = withRedis();
  let here: Company;
  afterEach(async () => {
    expect(problemsOfEverythingSent(here.world.standIn)).toEqual([]);
    await here.world.close();
  });

  /** A pulse of a team with two managers that six people have answered, at its closing. */
  async function answered(settings: Partial<Settings> = {}, choices: readonly number[] = [0, 1, 3, 4, 4, 4]) {
    here = await company({ store: redis.store, settings: { managers: [manager, second], ...settings } });
    await here.open();
    for (const [person, option] of choices.entries()) await here.tap(colleague(person), option);
    const slot = await here.nextSlot('closing');
    here.world.clock.jumpTo(slot.instant);
    return slot;
  }
  const close = (slot: Awaited<ReturnType<typeof answered>>) => here.world.app.rooms.readouts.close(slot);
  const direct = (user: string) => messagesIn(here.world.standIn.workspace, `D${user.slice(1)}`);
  const told = (user: string) => direct(user).map(({ text }) => text);
  const failNext = (...kinds: Parameters<Company['world']['standIn']['failNext']>[1][]) => {
    for (const failure of kinds) here.world.standIn.failNext('chat.postMessage', failure);
  };

  it('read the words of the channel and no more, with a button to say what they change', async () => {
    const slot = await answered();
    expect(await close(slot)).toBe('sent');
    const [readout = ''] = here.textsSince(0).filter((text) => text.startsWith('What the pulse says'));
    const words = `A readout is out in <#${team.channel}>:\n${readout}\nPost what we changed`;
    expect([told(manager), told(second)]).toEqual([[words], [words]]);
    const shown = JSON.stringify(direct(manager)[0]?.blocks);
    expect(shown).toContain(`"action_id":"${changedAction}","value":"${team.channel}.work-fits-hours"`);
    const channel = messagesIn(here.world.standIn.workspace, team.channel).at(-1)?.blocks ?? [];
    expect(direct(manager)[0]?.blocks.slice(1, -1)).toEqual(channel.slice(0, -1));
  });

  it('only read that there is one where the channel does not show it', async () => {
    await close(await answered({ audience: 'managers' }));
    expect(told(manager)).toEqual([
      `A readout is out. Type */hands summary* in <#${team.channel}> to read it, or open the Home tab here.\nPost what we changed`,
    ]);
  });

  it.each([
    ['too few answered', {}, [0, 1, 2]],
    ['they want to hear nothing', { readoutNotice: 'off' as const }, [0, 1, 3, 4, 4, 4]],
    ['there are none', { managers: [] }, [0, 1, 3, 4, 4, 4]],
  ])('read nothing where %s', async (_, settings, choices) => {
    expect(await close(await answered(settings, choices))).toBe('sent');
    expect([told(manager), told(second)]).toEqual([[], []]);
  });

  it('are told once, however often the closing runs', async () => {
    const slot = await answered();
    await close(slot);
    expect(await close(slot)).toBe('already-done');
    expect(told(manager)).toHaveLength(1);
  });

  it('are told nothing before the channel is, and all of it once the channel has been told', async () => {
    const slot = await answered();
    failNext({ kind: 'rate-limited', retryAfterSeconds: 3 });
    expect(await close(slot)).toMatchObject({ retry: { code: 'ratelimited' } });
    expect(told(manager)).toEqual([]);
    await here.world.store.client.del(keys.heldBack(team.workspace));
    expect(await close(slot)).toBe('sent');
    expect(told(manager)).toHaveLength(1);
  });

  it('are told nothing where the channel could not be: a message must not say more than it', async () => {
    const slot = await answered();
    failNext({ kind: 'error', code: 'is_archived' });
    expect(await close(slot)).toEqual({ hopeless: 'is_archived' });
    expect(told(manager)).toEqual([]);
  });

  it('who left the channel are not told', async () => {
    const slot = await answered();
    const channel = here.world.standIn.workspace.channels.get(team.channel);
    channel?.members.splice(channel.members.indexOf(second), 1);
    await close(slot);
    expect([told(manager).length, told(second).length]).toEqual([1, 0]);
  });

  it('whose account is deactivated are not told, and nobody else misses anything', async () => {
    const slot = await answered();
    const account = here.world.standIn.workspace.users.get(manager);
    if (account !== undefined) account.deleted = true;
    expect(await close(slot)).toBe('sent');
    expect(told(second)).toHaveLength(1);
    expect((await here.world.app.rooms.teams.find(team))?.suspended).toBeNull();
  });

  it('of whom Slack does not say whether they are in the channel read only that there is a readout', async () => {
    const slot = await answered({ managers: [manager] });
    here.world.standIn.failNext('users.conversations', { kind: 'error', code: 'internal_error' });
    await close(slot);
    expect(told(manager)).toEqual([expect.stringMatching(/^A readout is out\. Type/)]);
  });

  it('one of whom cannot be told do not keep the other from it, and the channel is told once', async () => {
    const slot = await answered();
    // The first post is the channel's.
    failNext({ kind: 'accept-then-cut' }, { kind: 'error', code: 'user_disabled' });
    expect(await close(slot)).toBe('unknown');
    expect(told(manager).length + told(second).length).toBe(1);
    expect(await close(slot)).toBe('already-done');
    expect(told(manager).length + told(second).length).toBe(1);
    expect(here.textsSince(0).filter((text) => text.startsWith('What the pulse says'))).toHaveLength(1);
  });

  it('none of whom could be told are told when it is tried again, while it is news', async () => {
    const slot = await answered({ managers: [manager] });
    let posts = 0;
    const { post } = here.world.app.rooms.gateway;
    Object.assign(here.world.app.rooms.gateway, {
      post: async (...said: Parameters<typeof post>) => {
        posts += 1;
        return posts === 2 || posts === 3 ? { kind: 'not-sent', code: 'ratelimited' } : post(...said);
      },
    });
    expect(await close(slot)).toEqual({ retry: { code: 'ratelimited' } });
    here.world.clock.jumpTo(slot.instant + HOUR);
    expect(await close(slot)).toBe('already-done'); // Too late to ask for another time.
    expect(told(manager)).toEqual([]);
  });

  it('are not told twice where nobody knows whether they were', async () => {
    const slot = await answered({ managers: [manager] });
    const { calendar } = here.world.app.rooms;
    const notice = { ...slot, kind: 'notice' } as const;
    await calendar
      .sendOnce(notice, () => Promise.reject(new Error('the process ends')))
      .catch(() => undefined);
    expect(await close(slot)).toBe('sent');
    expect(told(manager)).toEqual([]);
    here.world.clock.jumpTo(slot.instant + HOUR / 2);
    await close(slot);
    expect(told(manager)).toEqual([]);
    expect(await calendar.record(notice)).toEqual({ state: 'unknown' });
  });

  it('stand in no record: only that they were told, not who', async () => {
    await close(await answered());
    const kept = await here.world.store.client.hgetall(keys.slots(team));
    expect(Object.keys(kept).filter((field) => field.endsWith('-notice'))).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(manager);
  });
});
