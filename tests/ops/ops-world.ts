import { createWorld, type World, type WorldOptions } from '../../playground/world/world.ts';
import { answerActionId } from '../../src/pulse/answer-view.ts';
import { answerValue } from '../../src/pulse/button-value.ts';

export const people = ['UANN', 'UBEN', 'UCAT', 'UDAN', 'UEVE', 'UFAY', 'UGUS', 'UHAL'] as const;

export type OpsWorld = Awaited<ReturnType<typeof opsWorld>>;

/** The whole app with its ops port open, and so many teams of the same nine people, whose pulses open together. */
export async function opsWorld({
  teams: count,
  ...options
}: Partial<WorldOptions> & { readonly teams: number }) {
  const teams = Array.from({ length: count }, (_, at) => ({ workspace: 'TWORK', channel: `CTEAM${at}` }));
  const members = ['UBOSS', ...people];
  const world: World = await createWorld({
    workspace: {
      users: members.map((id) => ({ id, tz: 'UTC' })),
      channels: teams.map(({ channel }) => ({ id: channel, members })),
    },
    config: { ops: { port: 0, host: '127.0.0.1' } },
    ...options,
  });
  for (const { channel } of teams) await world.command('UBOSS', channel, 'setup mon 9:30');
  const get = (path: string) => fetch(`http://127.0.0.1:${world.app.opsPort()}${path}`);

  return {
    world,
    teams,
    get,
    metrics: async () => (await get('/metrics')).text(),

    /** Goes to the next opening, or closing, of the teams, and runs what is due. */
    async goTo(kind: 'opening' | 'closing'): Promise<void> {
      const plans = await Promise.all(teams.map((team) => world.app.rooms.calendar.next(team)));
      await world.advanceTo(Math.max(...plans.map((plan) => plan[kind] ?? 0)), teams);
    },

    /** One heartbeat, so many milliseconds from now. */
    async after(milliseconds: number): Promise<void> {
      world.clock.jumpTo(world.clock.now() + milliseconds);
      await world.beat();
    },

    /** Someone taps an option of a team's open pulse; what they are told. */
    async tap(user: string, at: number, choice = 1): Promise<string> {
      const team = teams[at] ?? { workspace: '', channel: '' };
      const record = (await world.app.rooms.pulses.current(team))?.record;
      if (record === undefined) throw new Error('no pulse is open');
      const value = answerValue({ pulseId: record.id, optionCount: record.optionCount, choice });
      const button = { actionId: answerActionId(choice, 'en'), value, messageTs: '1.1' };
      const [answer] = await world.press({ ...button, user, channel: team.channel });
      return String(answer?.body.text);
    },
  };
}
