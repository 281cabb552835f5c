import type { Slot } from '../calendar/slot.ts';
import type { Random } from '../ports.ts';
import { shuffle } from '../shuffle.ts';
import type { Gateway } from '../slack/gateway.ts';
import { isTooSoon } from '../team/agenda.ts';
import { respondentsOf } from '../team/roster.ts';
import type { Team } from '../team/team.ts';
import type { TeamService } from '../team/team-service.ts';
import type { TeamId } from '../team-id.ts';
import type { KeyCustody } from './key-custody.ts';
import { KEY_BYTES } from './pulse-key.ts';
import { type PulseRecord, recordOf } from './pulse-record.ts';
import type { CurrentPulse, LastPulse, PulseStore } from './pulse-store.ts';
import type { Question } from './question.ts';
import { markOf } from './record-mark.ts';
import { tokenOf } from './tally.ts';
import { unseenChanges } from './unseen-changes.ts';

/** Why no pulse was prepared. `already-done`: someone else has opened and closed it meanwhile. */
export type NotPrepared = 'too-few-people' | 'too-soon' | 'no-team' | 'already-done';

/** All of an opening that comes before the message: roster, question, key, tokens, and the pulse in the store. */
export function createPulsePreparing(deps: {
  readonly store: PulseStore;
  readonly custody: KeyCustody;
  readonly teams: Pick<TeamService, 'rosterChanges' | 'countRosterChanges'>;
  readonly gateway: Pick<Gateway, 'people'>;
  readonly random: Random;
  readonly isEnrolled: (team: TeamId) => Promise<boolean>;
  readonly questionAt: (team: Team, last: LastPulse | undefined) => Question;
}) {
  const { store, custody, teams, gateway, random, isEnrolled, questionAt } = deps;

  return {
    /**
     * Freezes the electorate and opens the pulse of a slot in the store; posts nothing. Returns the pulse that is open
     * then: someone else may have been first, with another roster or with another pulse.
     */
    async prepare(team: Team, slot: Slot): Promise<CurrentPulse | NotPrepared> {
      const respondents = respondentsOf(await gateway.people(team.id.channel), team.settings.managers);
      if (respondents.length < team.settings.minimumAnswers) return 'too-few-people';
      const last = await store.lastPulse(team.id);
      if (isTooSoon(team, last, slot.instant)) return (await store.current(team.id)) ?? 'too-soon';
      const record = await write(team, slot, respondents, last);
      if (record === undefined) return 'no-team';
      const current = await store.current(team.id);
      if (current?.record.id === record.id) return (await hasKey(record)) ? current : openAgain(team, record);
      await custody.destroy(record.id);
      return current ?? 'already-done';
    },

    giveUp,
  };

  /** The key first, then the pulse with all tokens; `undefined` for a team that was removed meanwhile. */
  async function write(
    team: Team,
    { instant }: Slot,
    respondents: readonly string[],
    last: LastPulse | undefined,
  ): Promise<PulseRecord | undefined> {
    const electorate = respondents.length;
    const question = questionAt(team, last);
    const rosterChanges = await rosterChangesAt(team, electorate, last);
    const record = recordOf({ team, opensAt: instant, question, electorate, rosterChanges });
    const pulseKey = await custody.keep(record.id, random.bytes(KEY_BYTES));
    const tokens = shuffle(
      respondents.map((user) => tokenOf(pulseKey, user)),
      random,
    );
    const next = { openedAt: instant, electorate, rosterChanges, count: (last?.count ?? 0) + 1 };
    const open = await store.open(team.id, record, tokens, next, markOf(pulseKey, record, tokens));
    if (open !== undefined) return record;
    await giveUp(team, record);
    return undefined;
  }

  /** How often the roster has changed by now, what Slack did not tell included. */
  async function rosterChangesAt(team: Team, electorate: number, last: LastPulse | undefined) {
    const rosterChanges = await teams.rosterChanges(team.id);
    const unseen = last === undefined ? 0 : unseenChanges(last, { electorate, rosterChanges });
    if (unseen > 0) await teams.countRosterChanges(team.id, unseen);
    return rosterChanges + unseen;
  }

  async function hasKey({ id }: PulseRecord): Promise<boolean> {
    return Buffer.isBuffer(await custody.read(id));
  }

  /** The team was removed, or another process took the key for one left behind. Nothing has been posted yet. */
  async function openAgain(team: Team, record: PulseRecord): Promise<'no-team'> {
    await giveUp(team, record);
    if (await isEnrolled(team.id)) throw new Error('the key of a pulse was lost while it opened');
    return 'no-team';
  }

  /** The team was removed while its pulse was opening: of what the opening wrote, the rest goes too. */
  async function giveUp(team: Team, record: PulseRecord): Promise<'no-team'> {
    await custody.destroy(record.id);
    await store.discard(team.id, record.id);
    return 'no-team';
  }
}
