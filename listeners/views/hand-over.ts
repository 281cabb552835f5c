import { SECOND } from '../../src/duration.ts';
import { handOverFields, readHandOver } from '../../src/practice/hand-over-input.ts';
import { parseHandOverMetadata } from '../../src/practice/hand-over-metadata.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import { LATE, orLate } from '../../src/team/in-time.ts';
import { formState } from '../../src/team/settings-input.ts';
import type { Submission } from './submission.ts';

/** How long (ms) Slack may take to say who the receiver is and to take the card: a form is answered within 3 seconds. */
const PATIENCE = 2 * SECOND;

/**
 * The form of a hand-over. What is wrong is shown in the form, which keeps what was typed; where Slack is slow, the form
 * closes first, and the giver reads in a direct message what became of it, with what they typed where it reached nobody.
 */
export const handOver: Submission = async ({ user, metadata, state, refuse, accept, services }) => {
  const from = parseHandOverMetadata(metadata);
  const values = formState.safeParse(state);
  if (from === undefined || !values.success) {
    const { unreadable } = practiceWords(from?.locale ?? services.locale).handOver.errors;
    return refuse({ [handOverFields.outcome]: unreadable });
  }
  const read = readHandOver(values.data, user, from);
  if ('errors' in read) return refuse(read.errors);
  const wanted = { giver: user, input: read.input, from };
  const asked = services.handOvers.offer(wanted);
  const inTime = await orLate(asked, PATIENCE);
  if (inTime !== LATE && inTime.kind === 'refused') return refuse(inTime.errors);
  await accept();
  await services.handOvers.tell(await asked, wanted);
};
