import { HOUR, SECOND } from '../../src/duration.ts';
import { type Message, messagesIn } from '../stand-in/workspace.ts';
import type { World } from '../world/world.ts';
import { type Cast, CHANNEL, type Teammate, team } from './cast.ts';
import { type AnswerButton, answerButtons } from './pulse-buttons.ts';
import { type Snapshot, takeSnapshot } from './store-dump.ts';
import type { Intention } from './temperament.ts';

/** One tap that was made, and what its person was told privately. */
export type Tap = {
  readonly at: number;
  readonly person: Teammate;
  readonly option: number;
  readonly answers: readonly string[];
};

/** One pulse as the cast lived it. */
export type PulseRun = {
  readonly ts: string;
  readonly openedAt: number;
  readonly text: string;
  readonly options: readonly string[];
  readonly taps: readonly Tap[];
  /** What was kept when half of the taps were made. */
  readonly halfway: Snapshot;
};

type Planned = Intention & { readonly person: Teammate };

/** Lets the cast answer the pulse that was just posted; `undefined` when none was. */
export async function answerPulse(stage: {
  readonly world: World;
  readonly cast: Cast;
  /** The manager tries the first pulse, to see that it does not count. */
  readonly isFirst: boolean;
}): Promise<PulseRun | undefined> {
  const { world, cast } = stage;
  const message = messagesIn(world.standIn.workspace, CHANNEL).at(-1);
  const buttons = answerButtons(message?.blocks);
  const openedAt = world.clock.now();
  const isJustPosted = message !== undefined && Math.floor(Number(message.ts)) === openedAt / SECOND;
  if (!isJustPosted || buttons.length === 0) return undefined;
  const planned = plan(cast, buttons.length, stage.isFirst);
  const tap = (intention: Planned) => press(world, message, buttons, openedAt, intention);

  const half = Math.ceil(planned.length / 2);
  const first = await inTurn(planned.slice(0, half), tap);
  const halfway = await takeSnapshot({
    client: world.store.client,
    keyDir: world.keyDir,
    at: world.clock.now(),
  });
  const second = await inTurn(planned.slice(half), tap);
  const options = buttons.map(({ text }) => text);
  return { ts: message.ts, openedAt, text: message.text, options, taps: [...first, ...second], halfway };
}

function plan(cast: Cast, optionCount: number, withManager: boolean): readonly Planned[] {
  const manager = withManager ? [{ after: HOUR, option: 0, person: cast.manager }] : [];
  return [...cast.intentions(optionCount), ...manager].sort((one, other) => one.after - other.after);
}

async function press(
  world: World,
  message: Message,
  buttons: readonly AnswerButton[],
  openedAt: number,
  { after, option, person }: Planned,
): Promise<Tap> {
  const button = buttons[option];
  if (button === undefined) throw new Error('nobody can tap an option that is not there');
  await world.advanceTo(openedAt + after, [team]);
  const responses = await world.press({
    user: person.id,
    channel: CHANNEL,
    messageTs: message.ts,
    actionId: button.actionId,
    value: button.value,
  });
  return { at: openedAt + after, person, option, answers: responses.map(({ body }) => String(body.text)) };
}

async function inTurn<From, To>(
  values: readonly From[],
  work: (value: From) => Promise<To>,
): Promise<readonly To[]> {
  const done: To[] = [];
  for (const value of values) done.push(await work(value));
  return done;
}
