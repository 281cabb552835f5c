import type { Redis } from 'ioredis';
import { calendarEntry } from '../../src/calendar/slot.ts';
import { DAY } from '../../src/duration.ts';
import { keys } from '../../src/redis/keys.ts';
import { defaultSettings, newTeam } from '../../src/team/default-settings.ts';
import { WORKSPACE } from './pulses.ts';

const QUESTIONS = { workload: 'work-fits-hours', asking: 'ease-of-asking', delegation: 'work-shared' };
/** Teams written with one command. */
const BATCH = 1_000;

/** Writes teams number `from` up to `to` as enrolled long ago, with a prompt and an opening planned at these instants (ms). */
export async function enrol(given: {
  readonly client: Redis;
  readonly from: number;
  readonly to: number;
  readonly planned: { readonly prompt: number; readonly opening: number };
}): Promise<void> {
  const { client, from, to, planned } = given;
  const settings = defaultSettings({
    manager: 'UMANAGER',
    timezone: 'Europe/Berlin',
    questions: QUESTIONS,
    locale: 'en',
  });
  const state = JSON.stringify(newTeam(settings, Date.now() - 100 * DAY));
  for (let at = from; at < to; at += BATCH) {
    const size = Math.min(BATCH, to - at);
    const teams = Array.from({ length: size }, (_, index) => ({
      workspace: WORKSPACE,
      channel: `C${at + index}`,
    }));
    await client.mset(teams.flatMap((team) => [keys.team(team), state]));
    await client.zadd(
      keys.due(),
      ...teams.flatMap((team) => [
        planned.prompt,
        calendarEntry(team, 'prompt'),
        planned.opening,
        calendarEntry(team, 'opening'),
      ]),
    );
  }
}
