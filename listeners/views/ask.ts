import { SECOND } from '../../src/duration.ts';
import { askFields, readAsk } from '../../src/practice/ask-input.ts';
import { parseAskMetadata } from '../../src/practice/ask-metadata.ts';
import { askProblemInForm, askProblemSentence, reminderTrouble } from '../../src/practice/ask-reply-view.ts';
import { notPostedNotice } from '../../src/practice/ask-start-view.ts';
import { practiceWords } from '../../src/practice/words/index.ts';
import { LATE, orLate } from '../../src/team/in-time.ts';
import { formState } from '../../src/team/settings-input.ts';
import type { Submission } from './submission.ts';

/** How long (ms) the store and Slack may take: the form must be answered within 3 seconds. */
const PATIENCE = 2 * SECOND;

/**
 * The form for asking: posts the card. What is wrong is shown in the form, which keeps what was typed. Only where it
 * takes too long the form closes first, and what was not posted comes back in a direct message.
 */
export const ask: Submission = async ({ user, metadata, state, refuse, accept, services }) => {
  const form = parseAskMetadata(metadata);
  const values = formState.safeParse(state);
  if (form === undefined || !values.success)
    return refuse({ [askFields.what]: practiceWords(services.locale).ask.problems.unreadable });
  const { locale } = form;
  const input = readAsk(values.data, form, locale);
  if ('errors' in input) return refuse(input.errors);
  const team = { workspace: form.workspace, channel: input.channel };
  const posting = services.asks.post(team, user, input.words);
  const inTime = await orLate(posting, PATIENCE);
  if (inTime !== LATE && inTime.kind !== 'posted') {
    const field = form.channel === undefined ? askFields.team : askFields.what;
    return refuse({ [field]: askProblemInForm(inTime, locale) });
  }
  await accept();
  const outcome = await posting;
  if (outcome.kind !== 'posted') {
    const why = askProblemSentence(outcome, locale);
    return void (await services.gateway.post(user, notPostedNotice(input.words, team.channel, why, locale)));
  }
  const trouble = await services.asks.remind(outcome);
  if (trouble !== undefined) await services.gateway.post(user, reminderTrouble(trouble, locale));
};
