import { expect, test } from 'vitest';
import { messagesIn } from '../../playground/stand-in/workspace.ts';
import { createWorld, monday } from '../../playground/world/world.ts';
import { DAY, HOUR } from '../../src/duration.ts';
import { defaultSettings } from '../../src/team/default-settings.ts';
import type { Settings } from '../../src/team/team.ts';
import { withRedis } from '../pulse/store-world.ts';
import { describeWithRedis } from '../support/private-redis.ts';

/** As many as run at once. */
const MOST = 8;
const slow = Array.from({ length: MOST }, (_, at) => `C${at}`);
const people = ['UBOSS', 'UANN', 'UBEN', 'UCAT', 'UDAN', 'UEVE', 'UFAY', 'UGUS', 'UHAL'];
const wednesday = { day: 'wed', time: '14:00' } as const;
const friday = { day: 'fri', time: '14:00' } as const;

describeWithRedis('slots that hang because Slack does not say who is in a channel', () => {
  const redis = withRedis();

  /** An app with eight teams whose pulses open on Wednesday at two, and one whose prompt comes then. */
  async function due() {
    const world = await createWorld({
      workspace: {
        users: people.map((id) => ({ id, tz: 'UTC' })),
        channels: [...slow, 'CWELL'].map((id) => ({ id, members: people })),
      },
      store: redis.store,
      ports: { concurrency: MOST },
    });
    const enrol = async (channel: string, times: Pick<Settings, 'prompt' | 'pulse'>) => {
      const questions = { workload: 'work-fits-hours', asking: 'ease-of-asking', delegation: 'work-shared' };
      const usual = defaultSettings({ manager: 'UBOSS', timezone: 'UTC', locale: 'en', questions });
      const id = { workspace: 'TWORK', channel };
      await world.app.rooms.teams.enrol({ id, by: 'UBOSS' }, { ...usual, ...times });
    };
    for (const channel of slow) await enrol(channel, { prompt: friday, pulse: wednesday });
    await enrol('CWELL', { prompt: wednesday, pulse: friday });
    await world.beat(); // The upkeeps that follow from enrolling.
    return world;
  }

  test('keep no prompt waiting, as many as there are', async () => {
    const world = await due();
    const asked = () => world.standIn.calls.filter(({ method }) => method === 'conversations.members').length;
    const before = asked();
    for (let call = 0; call < 2 * MOST; call += 1)
      world.standIn.failNext('conversations.members', { kind: 'hang' });
    world.clock.jumpTo(monday + 2 * DAY + 6 * HOUR);
    await world.app.beat();
    await expect.poll(asked, { timeout: 5_000 }).toBeGreaterThan(before);
    const posted = () => messagesIn(world.standIn.workspace, 'CWELL').map(({ text }) => text);
    await expect.poll(posted, { timeout: 5_000 }).toContainEqual(expect.stringContaining('Try this week'));
    await world.close();
  });
});
