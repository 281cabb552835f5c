import type { Locale } from '../../src/locale.ts';
import { changedFields } from '../../src/readout/what-changed-form.ts';
import type { World } from '../world/world.ts';
import { type Cast, CHANNEL } from './cast.ts';
import { practiceTexts } from './practice-texts.ts';
import { sendForm } from './send-form.ts';

/** A command of the manager's and what it answered. */
export type Conversation = {
  readonly at: number;
  readonly typed: string;
  readonly answers: readonly string[];
};

/** The question that the first pulse asks. */
const FIRST_QUESTION = 'work-fits-hours';

/** The one who manages the team, and what they were told. */
export function createManager(world: World, { manager }: Cast, locale: Locale) {
  const conversations: Conversation[] = [];
  const types = async (typed: string): Promise<void> => {
    const answers = await world.command(manager.id, CHANNEL, typed);
    const texts = answers.map(({ body }) => String(body.text));
    conversations.push({ at: world.clock.now(), typed: `/hands ${typed}`, answers: texts });
  };
  return {
    conversations: conversations as readonly Conversation[],
    types,

    /** Tells the channel what was changed after the first readout. */
    async postsWhatChanged(): Promise<void> {
      await types('changed');
      await sendForm(world, manager.id, {
        [changedFields.question]: FIRST_QUESTION,
        [changedFields.text]: practiceTexts[locale].changed,
      });
    },
  };
}
