import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HOUR, SECOND } from '../../src/duration.ts';
import type { Locale } from '../../src/locale.ts';
import { parseAnswerValue } from '../../src/pulse/button-value.ts';
import { type Message, messagesIn } from '../stand-in/workspace.ts';
import type { World } from '../world/world.ts';
import { type Cast, CHANNEL, type Teammate, team } from './cast.ts';
import { createHands } from './hands.ts';
import { answerButtons } from './pulse-buttons.ts';
import { type Snapshot, takeSnapshot } from './store-dump.ts';
import type { Intention } from './temperament.ts';

/** What somebody did about a pulse and when (ms), and what they were told privately. */
export type Tap = Pick<Intention, 'through' | 'choice'> & {
  readonly at: number;
  readonly person: Teammate;
  readonly answers: readonly string[];
};

/** One pulse as the cast lived it. */
export type PulseRun = {
  readonly id: string;
  readonly ts: string;
  readonly openedAt: number;
  readonly text: string;
  readonly options: readonly string[];
  readonly taps: readonly Tap[];
  /** What was kept when half of the taps were made. */
  readonly halfway: Snapshot;
  /** What only a thief of the key file would have: with it, tests work out receipts and noise anew. */
  readonly pulseKey: Buffer;
};

type Planned = Intention & { readonly person: Teammate };

/** Lets the cast answer the pulse that was just posted; `undefined` when none was. */
export async function answerPulse(stage: {
  readonly world: World;
  readonly cast: Cast;
  readonly locale: Locale;
  /** The manager tries the first pulse, to see that it does not count. */
  readonly isFirst: boolean;
}): Promise<PulseRun | undefined> {
  const { world, cast } = stage;
  const openedAt = world.clock.now();
  const message = messagesIn(world.standIn.workspace, CHANNEL).at(-1);
  const id = openPulseIn(message, openedAt);
  if (message === undefined || id === undefined) return undefined;
  const options = answerButtons(message.blocks).map(({ text }) => text);
  const planned = plan(cast, options.length, stage.isFirst);
  const hands = createHands(world, message, stage.locale);
  const act = async ({ after, ...rest }: Planned): Promise<Tap> => {
    await world.advanceTo(openedAt + after, [team]);
    return { at: openedAt + after, ...rest, answers: await hands.answer(rest) };
  };

  const half = Math.ceil(planned.length / 2);
  const first = await inTurn(planned.slice(0, half), act);
  const pulseKey = await readFile(join(world.keyDir, `${id}.key`));
  const halfway = await takeSnapshot({
    client: world.store.client,
    keyDir: world.keyDir,
    at: world.clock.now(),
  });
  const second = await inTurn(planned.slice(half), act);
  const { ts, text } = message;
  return { id, ts, openedAt, text, options, taps: [...first, ...second], halfway, pulseKey };
}

/** The id of the pulse that this message carries, if it is open and was posted at this instant. */
function openPulseIn(message: Message | undefined, instant: number): string | undefined {
  if (message === undefined || Math.floor(Number(message.ts)) !== instant / SECOND) return undefined;
  return parseAnswerValue(answerButtons(message.blocks)[0]?.value ?? '')?.pulseId;
}

function plan(cast: Cast, optionCount: number, withManager: boolean): readonly Planned[] {
  const tap = { after: HOUR, through: 'channel', choice: 0, person: cast.manager } as const;
  const all = [...cast.intentions(optionCount), ...(withManager ? [tap] : [])];
  return all.sort((one, other) => one.after - other.after);
}

async function inTurn<From, To>(
  values: readonly From[],
  work: (value: From) => Promise<To>,
): Promise<readonly To[]> {
  const done: To[] = [];
  for (const value of values) done.push(await work(value));
  return done;
}
