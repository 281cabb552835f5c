import { leave, messagesIn } from '../../../playground/stand-in/workspace.ts';
import type { Slot } from '../../../src/calendar/slot.ts';
import { HOUR, MINUTE } from '../../../src/duration.ts';
import { answerAction } from '../../../src/pulse/answer-view.ts';
import { keys } from '../../../src/redis/keys.ts';
import { buttonsOf } from '../../listeners/office.ts';
import { eventually } from '../../support/eventually.ts';
import { mates } from './site.ts';
import { tapped } from './slack-side.ts';
import type { Stage, Use } from './slack-use.ts';

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const everyone = { otherwise: 'sent, posted 1 times, 8 asked' };
const onceOrDoubtful = {
  '429': 'sent, posted 1 times',
  '429 without an end': 'sent, posted 1 times',
  'cut after': 'unknown, posted 1 times',
  otherwise: 'unknown, posted 0 times',
};

/** What the calendar asks Slack for, and what becomes of its slot where that fails. */
export const usesByCalendar: readonly Use[] = [
  {
    method: 'chat.postMessage',
    what: 'a prompt',
    async play(stage) {
      const instant = soon(stage);
      await stage.site.enrol(stage.team, { prompt: rhythmOf(instant), pulse: never });
      const state = await stage.meet(() => run(stage, { team: stage.team, kind: 'prompt', instant }));
      return `${state}, posted ${stage.site.said(stage.team, /Try this week/).length} times`;
    },
    wanted: onceOrDoubtful,
  },
  {
    method: 'chat.postMessage',
    what: 'a pulse',
    async play(stage) {
      const slot = await opening(stage);
      const state = await stage.meet(() => run(stage, slot));
      return `${state}, posted ${pulses(stage)} times${await tappable(stage)}`;
    },
    wanted: {
      '429': 'sent, posted 1 times, taken',
      '429 without an end': 'sent, posted 1 times, taken',
      'cut after': 'unknown, posted 1 times, taken',
      otherwise: 'unknown, posted 0 times',
    },
  },
  {
    method: 'chat.postMessage',
    what: 'a readout',
    async play(stage) {
      const slot = await open(stage);
      const state = await stage.meet(() => run(stage, slot));
      return `${state}, posted ${readouts(stage)} times`;
    },
    wanted: onceOrDoubtful,
  },
  {
    method: 'chat.update',
    what: 'taking the buttons off a closed pulse',
    async play(stage) {
      const slot = await open(stage);
      const state = await stage.meet(() => run(stage, slot));
      return `${state}, posted ${readouts(stage)} times${await tappable(stage)}`;
    },
    wanted: {
      'cut after': 'sent, posted 1 times',
      otherwise: 'sent, posted 1 times, told that it is closed',
    },
  },
  ...(['conversations.members', 'users.list', 'users.info'] as const).map((method) => ({
    method,
    what: 'who is in the channel, for a pulse',
    isPatient: true as const,
    async play(stage: Stage) {
      // The list of the workspace is read for ten and more.
      if (method === 'users.info') leave(stage.site.standIn.workspace, stage.team.channel, 'UIDA');
      const slot = await opening(stage);
      const state = await stage.meet(() => run(stage, slot));
      const asked = (await stage.site.rooms.pulses.current(stage.team))?.record.electorate;
      return `${state}, posted ${pulses(stage)} times, ${asked} asked`;
    },
    wanted: method === 'users.info' ? { otherwise: 'sent, posted 1 times, 7 asked' } : everyone,
  })),
  {
    method: 'conversations.info',
    what: 'whether a suspended team may go on',
    isPatient: true,
    async play({ site, team, meet }) {
      await site.enrol(team);
      const isSuspended = async () => (await site.rooms.teams.find(team))?.suspended !== null;
      await meet(async () => {
        await site.rooms.teams.setSuspended(team, 'not_in_channel');
        await eventually(async () => !(await isSuspended()), 60_000);
      });
      return 'goes on';
    },
    wanted: { otherwise: 'goes on' },
  },
];

/** Nothing comes on this day while the test lasts. */
const never = { day: 'sun', time: '23:30' } as const;

/** The next but one half hour (ms): what begins within 30 minutes of an enrolment is left out. */
const soon = ({ site }: Stage) => (Math.ceil(site.clock.now() / (30 * MINUTE)) + 1) * 30 * MINUTE;

function rhythmOf(instant: number) {
  const at = new Date(instant);
  const [, time = ''] = /T(\d\d:\d\d)/.exec(at.toISOString()) ?? [];
  return { day: days[at.getUTCDay()] ?? 'sun', time };
}

/** The first opening of a team, which is enrolled for it. */
async function opening(stage: Stage): Promise<Slot> {
  const instant = soon(stage);
  await stage.site.enrol(stage.team, { prompt: never, pulse: rhythmOf(instant), windowHours: 96 });
  return { team: stage.team, kind: 'opening', instant };
}

/** A pulse that has opened and closes within the hour; gives its closing. */
async function open({ site, team }: Stage): Promise<Slot> {
  await site.enrol(team, { prompt: never, pulse: never, windowHours: 24 });
  const instant = site.clock.now() - 23 * HOUR;
  await site.rooms.pulses.open({ team, kind: 'opening', instant });
  return { team, kind: 'closing', instant: instant + 24 * HOUR };
}

/** Lets the slot's time come, and all waiting be over, until it has ended. Gives how. */
async function run({ site }: Stage, slot: Slot): Promise<string> {
  site.clock.jumpTo(slot.instant);
  let state = '';
  await eventually(async () => {
    await site.redis.client.del(keys.heldBack(slot.team.workspace));
    state = (await site.rooms.calendar.record(slot)).state;
    const left = await site.hurry();
    return !['planned', 'sending'].includes(state) && left === 0;
  }, 120_000);
  return state;
}

const pulses = ({ site, team }: Stage) => site.said(team, /^Anonymous pulse/).length;
const readouts = ({ site, team }: Stage) => site.said(team, /^Not enough answers/).length;

/** What comes of a tap on the team's pulse, where it has buttons. */
async function tappable({ site, instance, team }: Stage): Promise<string> {
  const all = messagesIn(site.standIn.workspace, team.channel).flatMap(({ blocks }) => buttonsOf(blocks));
  const button = all.find(({ actionId }) => actionId.startsWith(answerAction));
  if (button === undefined) return '';
  const said = await tapped(site, instance, { user: mates[0], channel: team.channel, ...button });
  await eventually(() => said() !== '');
  if (said().startsWith('Added')) return ', taken';
  return said().startsWith('This pulse is closed') ? ', told that it is closed' : `, ${said()}`;
}
