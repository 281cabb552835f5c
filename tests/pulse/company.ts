import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedCall } from '../../playground/stand-in/stand-in.ts';
import type { User } from '../../playground/stand-in/workspace.ts';
import { createWorld, type World } from '../../playground/world/world.ts';
import type { SeenKind, Slot } from '../../src/calendar/slot.ts';
import { answerAction } from '../../src/pulse/answer-view.ts';
import { answerValue } from '../../src/pulse/button-value.ts';
import { defaultQuestions } from '../../src/pulse/question-catalogue.ts';
import type { Store } from '../../src/redis/connection.ts';
import { defaultSettings } from '../../src/team/default-settings.ts';
import type { Settings } from '../../src/team/team.ts';
import { questions } from '../readout/samples.ts';
import { team } from './samples.ts';

export const manager = 'UMANAGER';
/** Ids that nothing else in Redis could look like. */
export const colleague = (number: number): string => `UCOLLEAGUE${number}X`;

export type CompanyOptions = {
  readonly store: Store;
  /** Respondents besides the manager. Default 8. */
  readonly size?: number;
  readonly settings?: Partial<Settings>;
  /** Further members of the channel. */
  readonly others?: readonly (Partial<User> & { readonly id: string })[];
  readonly seed?: string;
};

export type Company = Awaited<ReturnType<typeof company>>;

/** The whole app on a real Redis, with one enrolled team of a manager and some colleagues. Close it. */
export async function company(options: CompanyOptions) {
  const { store, size = 8, others = [], seed = 'company' } = options;
  const people = Array.from({ length: size }, (_, at) => colleague(at));
  const users = [{ id: manager }, ...people.map((id) => ({ id })), ...others];
  const members = users.map(({ id }) => id);
  const channels = [{ id: team.channel, members }];
  const world = await createWorld({ workspace: { users, channels }, store, seed });
  const settings = {
    ...defaultSettings({
      locale: 'en',
      manager,
      timezone: 'Europe/Berlin',
      questions: defaultQuestions(questions),
    }),
    ...options.settings,
  };
  const enrolled = await world.app.rooms.teams.enrol({ id: team, by: manager }, settings);
  if (enrolled.kind !== 'done') throw new Error(`the team could not be enrolled: ${enrolled.kind}`);
  return { world, people, ...verbs(world) };
}

function verbs(world: World) {
  const { rooms } = world.app;

  async function nextSlot(kind: SeenKind): Promise<Slot> {
    const instant = (await rooms.calendar.next(team))[kind];
    if (instant === undefined) throw new Error(`no ${kind} is planned`);
    return { team, kind, instant };
  }

  /** In the channel: what is said to managers alone is not among them. */
  const posts = (): readonly RecordedCall[] =>
    world.standIn.calls.filter(
      (call) => call.method === 'chat.postMessage' && call.arguments.channel === team.channel,
    );

  async function openPulse() {
    const open = await rooms.pulses.current(team);
    if (open === undefined) throw new Error('no pulse is open');
    return open;
  }

  return {
    nextSlot,
    posts,
    /** The texts of what was posted since so many posts. */
    textsSince: (count: number) =>
      posts()
        .slice(count)
        .map((call) => String(call.arguments.text)),
    keyFiles: () => readdir(world.keyDir).catch(() => []),
    openPulse,

    /** The key of the open pulse: it fixes tokens, receipts and noise. */
    async pulseKey(): Promise<Buffer> {
      const { record } = await openPulse();
      return readFile(join(world.keyDir, `${record.id}.key`));
    },

    /** Goes to the next opening and lets it run. */
    async open() {
      const slot = await nextSlot('opening');
      await world.advanceTo(slot.instant, [team]);
      return slot;
    },

    /** Goes to the closing of the open pulse and lets it run. */
    async close() {
      const slot = await nextSlot('closing');
      await world.advanceTo(slot.instant, [team]);
      return slot;
    },

    /** A person taps an option of the open pulse; returns the private answer. */
    async tap(user: string, option: number): Promise<string> {
      const open = await rooms.pulses.current(team);
      const { id = 'TWORK-CTEAM-1', optionCount = 5 } = open?.record ?? {};
      const [answer] = await world.press({
        user,
        channel: team.channel,
        messageTs: '1767790800.000001',
        actionId: `${answerAction}.${option}.en`,
        value: answerValue({ pulseId: id, choice: option, optionCount }),
      });
      return String(answer?.body.text ?? '');
    },
  };
}
