import { messagesIn } from '../../playground/stand-in/workspace.ts';
import { createWorld, type World, type WorldOptions } from '../../playground/world/world.ts';
import type { SeenKind } from '../../src/calendar/slot.ts';
import { readContent } from '../../src/content.ts';
import { answerAction, changeAction } from '../../src/pulse/answer-view.ts';
import { defaultQuestions } from '../../src/pulse/question-catalogue.ts';
import type { Store } from '../../src/redis/connection.ts';
import { defaultSettings } from '../../src/team/default-settings.ts';
import type { Settings } from '../../src/team/team.ts';
import { team } from './samples.ts';

export const boss = 'UBOSS';
export const mate = (number: number): string => `UMATE${number}`;

/** A button as it stands in a message. */
export type Button = { readonly actionId: string; readonly value: string };
/** A message as somebody sees it. */
export type Seen = { readonly text: string; readonly blocks: unknown; readonly buttons: readonly Button[] };

export type TeamWorld = Awaited<ReturnType<typeof teamWorld>>;

/** The whole app with one enrolled team: a manager and so many people (UMATE0, UMATE1 …). Close its `world`. */
export async function teamWorld(
  options: Partial<WorldOptions> & {
    readonly store: Store;
    readonly size?: number;
    readonly settings?: Partial<Settings>;
    /** `already`: the app starts again on a store that has the team. */
    readonly enrolled?: 'already';
  },
) {
  const { size = 8, settings = {}, enrolled, ...rest } = options;
  const people = Array.from({ length: size }, (_, at) => mate(at));
  const members = [boss, ...people];
  const workspace = {
    users: members.map((id) => ({ id })),
    channels: [{ id: team.channel, members }],
  };
  const world = await createWorld({ workspace, seed: 'team world', ...rest });
  if (enrolled === undefined) await enrol(world, { ...defaultsOf(), ...settings });
  return { world, people, ...calendarOf(world), ...screens(world) };
}

async function enrol(world: World, settings: Settings): Promise<void> {
  const { kind } = await world.app.rooms.teams.enrol({ id: team, by: boss }, settings);
  if (kind !== 'done') throw new Error(`the team could not be enrolled: ${kind}`);
}

export const defaultsOf = (): Settings =>
  defaultSettings({
    locale: 'en',
    manager: boss,
    timezone: 'Europe/Berlin',
    questions: defaultQuestions(readContent().en.questions),
  });

function calendarOf(world: World) {
  async function runNext(kind: SeenKind): Promise<number> {
    const instant = (await world.app.rooms.calendar.next(team))[kind];
    if (instant === undefined) throw new Error(`no ${kind} is planned`);
    await world.advanceTo(instant, [team]);
    return instant;
  }
  return {
    /** Goes to the next opening and lets it run. */
    open: () => runNext('opening'),
    /** Goes to the closing of the open pulse and lets it run. */
    close: () => runNext('closing'),
  };
}

function screens(world: World) {
  const channel = team.channel;
  const posts = () => messagesIn(world.standIn.workspace, channel);

  async function press(user: string, { actionId, value }: Button, messageTs = '1.1'): Promise<Seen> {
    const [answer] = await world.press({ user, channel, messageTs, actionId, value });
    if (answer === undefined) throw new Error('nothing was answered');
    return seen(answer.body);
  }

  /** The button of an option in the channel's newest pulse. */
  function option(number: number): Button & { readonly ts: string } {
    const found = posts().findLast(({ blocks }) => buttonsOf(blocks).some(isAnswer));
    const button = buttonsOf(found?.blocks)[number];
    if (found === undefined || button === undefined) throw new Error('there is no open pulse in the channel');
    return { ...button, ts: found.ts };
  }

  async function tap(user: string, choice: number): Promise<Seen> {
    const { ts, ...button } = option(choice);
    return press(user, button, ts);
  }

  return {
    press,
    option,
    tap,
    /** Everything said in the channel, oldest first. */
    said: () => posts().map((message) => seen({ ...message })),
    /** What was said last in the channel. */
    lastSaid: () => seen({ ...posts().at(-1) }),
    /** Types a command; returns the private answer. */
    async command(user: string, text: string): Promise<Seen> {
      const [answer] = await world.command(user, channel, text);
      if (answer === undefined) throw new Error('nothing was answered');
      return seen(answer.body);
    },
    /** Presses *Change my answer* in an acknowledgement, then one of the options it shows (or withdraws: 5). */
    async change(user: string, acknowledgement: Seen, choice: number): Promise<Seen> {
      const options = await press(user, buttonIn(acknowledgement, changeAction));
      const chosen = options.buttons[choice];
      return chosen === undefined ? options : press(user, chosen);
    },
  };
}

const isAnswer = ({ actionId }: Button): boolean => actionId.startsWith(`${answerAction}.`);

/** The button with this action id. */
export function buttonIn({ buttons }: Seen, actionId: string): Button {
  const found = buttons.find((button) => button.actionId === actionId);
  if (found === undefined) throw new Error(`there is no button ${actionId}`);
  return found;
}

function seen(body: Readonly<Record<string, unknown>>): Seen {
  return { text: String(body.text ?? ''), blocks: body.blocks, buttons: buttonsOf(body.blocks) };
}

function buttonsOf(blocks: unknown): readonly Button[] {
  return listOf(blocks)
    .flatMap((block) => listOf(fieldOf(block, 'elements')))
    .filter((element) => fieldOf(element, 'type') === 'button')
    .map((element) => ({
      actionId: String(fieldOf(element, 'action_id')),
      value: String(fieldOf(element, 'value')),
    }));
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const fieldOf = (value: unknown, name: string): unknown => Reflect.get(Object(value), name);
