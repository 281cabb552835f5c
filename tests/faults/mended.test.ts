import { afterAll, beforeAll, expect, it } from 'vitest';
import { archive, join, leave, messagesIn } from '../../playground/stand-in/workspace.ts';
import { monday } from '../../playground/world/world.ts';
import { HOUR, MINUTE, WEEK } from '../../src/duration.ts';
import type { TeamId } from '../../src/team-id.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { PATIENCE, report, sizeOf } from './support/form.ts';
import { areUp, boss, openSite, type Site, teamAt } from './support/site.ts';

/** Of each kind of trouble. A round takes two weeks: one in which something is broken, and one in which it is not. */
const size = sizeOf({ full: { teams: 8, rounds: 6 }, short: { teams: 2, rounds: 1 } });

/** What breaks a channel, and what mends it. No event tells of either: they are found out. */
type Trouble = {
  readonly code: string;
  readonly happen: (site: Site, team: TeamId) => void;
  readonly mend: (site: Site, team: TeamId) => void;
};

const invite = ({ standIn: { workspace } }: Site, { channel }: TeamId) =>
  join(workspace, channel, workspace.bot.userId);

const troubles: readonly Trouble[] = [
  {
    code: 'not_in_channel',
    happen: ({ standIn: { workspace } }, { channel }) => leave(workspace, channel, workspace.bot.userId),
    mend: invite,
  },
  {
    code: 'is_archived',
    happen: ({ standIn: { workspace } }, { channel }) => archive(workspace, channel),
    mend(site, team) {
      const channel = site.standIn.workspace.channels.get(team.channel);
      if (channel) channel.is_archived = false;
      invite(site, team);
    },
  },
];

describeWithRedis('channels that break and are mended, with two processes', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite({ teams: teams.length });
    for (const team of teams) await site.enrol(team);
  });
  afterAll(() => site.close());

  const start = async () => areUp(await site.start(), await site.start());

  const teams = Array.from({ length: size.teams * (troubles.length + 1) }, (_, at) => teamAt(at));
  const troubleOf = (team: TeamId) => troubles[teams.indexOf(team) % (troubles.length + 1)];
  const broken = teams.filter((team) => troubleOf(team) !== undefined);

  const suspensions = async () =>
    Promise.all(teams.map(async (team) => (await site.rooms.teams.find(team))?.suspended?.code));
  const prompts = () => teams.map((team) => site.said(team, /Try this week/).length);
  /** How often the manager was told of each team. */
  const told = () => {
    const direct = messagesIn(site.standIn.workspace, `D${boss.slice(1)}`);
    return teams.map(
      ({ channel }) => direct.filter(({ text }) => text.includes(`has stopped in <#${channel}>`)).length,
    );
  };
  const ofBroken = <Value>(value: Value, otherwise: Value) =>
    teams.map((team) => (broken.includes(team) ? value : otherwise));
  const all = <Value>(value: Value) => teams.map(() => value);

  async function jumpTo(instant: number): Promise<void> {
    site.clock.jumpTo(instant);
    await site.drained();
  }

  /** What is broken is told of within the hour, and looked at again within two. */
  async function hoursPass(hours: number): Promise<void> {
    for (let hour = 0; hour < hours; hour += 1) await jumpTo(site.clock.now() + HOUR);
  }

  it(
    'are suspended, told of once, and go on',
    async () => {
      await start();
      for (let round = 0; round < size.rounds; round += 1) {
        const promptAt = monday + 2 * round * WEEK + 90 * MINUTE;
        for (const team of broken) troubleOf(team)?.happen(site, team);
        await jumpTo(promptAt);
        await hoursPass(3);
        expect(await suspensions()).toEqual(teams.map((team) => troubleOf(team)?.code));
        expect(told()).toEqual(ofBroken(round + 1, 0));
        expect(prompts()).toEqual(ofBroken(round, 2 * round + 1));
        for (const team of broken) troubleOf(team)?.mend(site, team);
        await hoursPass(3);
        expect(await suspensions()).toEqual(all(undefined));
        await jumpTo(promptAt + WEEK);
        expect(prompts()).toEqual(ofBroken(round + 1, 2 * round + 2));
        expect(told()).toEqual(ofBroken(round + 1, 0));
      }
      report({
        fault: 'bot removed, channel archived, then mended',
        rounds: `${broken.length * size.rounds} times`,
        outcome: 'suspended, told once, resumed; others on time',
      });
    },
    PATIENCE,
  );

  it(
    'are suspended and go on when the token is revoked, and good again',
    async () => {
      await start();
      const before = { prompts: prompts(), told: told() };
      const promptAt = monday + 2 * size.rounds * WEEK + 90 * MINUTE;
      site.standIn.workspace.isRevoked = true;
      await jumpTo(promptAt);
      await hoursPass(3);
      expect(await suspensions()).toEqual(all('token_revoked'));
      expect(prompts()).toEqual(before.prompts);
      site.standIn.workspace.isRevoked = false;
      await hoursPass(3);
      expect(await suspensions()).toEqual(all(undefined));
      await jumpTo(promptAt + WEEK);
      expect(prompts()).toEqual(before.prompts.map((count) => count + 1));
      // Nobody could be told while nothing could be posted, and nobody has to be afterwards.
      expect(told()).toEqual(before.told);
      report({
        fault: 'token revoked, then good again',
        rounds: `${teams.length} teams`,
        outcome: 'all suspended, all resumed',
      });
    },
    PATIENCE,
  );
});
