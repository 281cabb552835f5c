import type { Locale } from '../../src/locale.ts';
import { answerActionId, changeAction } from '../../src/pulse/answer-view.ts';
import { receiptsAction } from '../../src/readout/receipts-view.ts';
import type { Response } from '../stand-in/response-urls.ts';
import { type Message, messagesIn } from '../stand-in/workspace.ts';
import type { World } from '../world/world.ts';
import { CHANNEL, type Teammate } from './cast.ts';
import { buttonNamed } from './pulse-buttons.ts';
import type { Intention } from './temperament.ts';

type Act = Pick<Intention, 'through' | 'choice'> & { readonly person: Teammate };

/** A private line has a ts of its own, which is none of a message in the channel. */
const PRIVATE_TS = '1.000001';

/** How people press the buttons they see: those of a pulse, and those in the private lines that followed. */
export function createHands(world: Pick<World, 'press'>, pulse: Message, locale: Locale) {
  /** The blocks of the line that each person was shown last about their answer. */
  const lines = new Map<string, unknown>();

  async function press(user: string, blocks: unknown, actionId: string): Promise<readonly Response[]> {
    const button = buttonNamed(blocks, actionId);
    if (button === undefined) throw new Error(`Nobody can press ${actionId}: it is not there.`);
    const isPrivate = blocks !== pulse.blocks;
    return world.press({
      ...{ user, channel: CHANNEL, actionId, value: button.value },
      ...(isPrivate ? { messageTs: PRIVATE_TS, visibility: 'ephemeral' } : { messageTs: pulse.ts }),
    });
  }

  return {
    /** Answers, or changes an answer; returns what the person is told. */
    async answer({ person: { id }, through, choice }: Act): Promise<readonly string[]> {
      const actionId = answerActionId(choice, locale);
      const place = through === 'channel' ? pulse.blocks : await optionsOnceMore(id);
      const answers = await press(id, place, actionId);
      const line = answers.find(({ body }) => buttonNamed(body.blocks, changeAction) !== undefined);
      if (line !== undefined) lines.set(id, line.body.blocks);
      return answers.map(({ body }) => String(body.text));
    },
  };

  /** What *Change my answer* opens. */
  async function optionsOnceMore(user: string): Promise<unknown> {
    const [answer] = await press(user, lines.get(user), changeAction);
    return answer?.body.blocks;
  }
}

/** The list of receipts under the channel's newest message, as this person reads it; `undefined` where there is none. */
export async function checkReceipts(
  world: Pick<World, 'press' | 'standIn'>,
  user: string,
): Promise<string | undefined> {
  const message = messagesIn(world.standIn.workspace, CHANNEL).at(-1);
  const button = buttonNamed(message?.blocks, receiptsAction);
  if (message === undefined || button === undefined) return undefined;
  const { actionId, value } = button;
  const answers = await world.press({ user, channel: CHANNEL, messageTs: message.ts, actionId, value });
  return answers.map(({ body }) => String(body.text)).join('\n');
}
