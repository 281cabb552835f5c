import { SECOND } from '../../src/duration.ts';
import { enteredIn } from '../../src/prompts/own-prompt-form.ts';
import { parseOwnPromptsMetadata } from '../../src/prompts/own-prompts-metadata.ts';
import { errorsOf, noteOf, unreadable } from '../../src/prompts/own-prompts-outcome.ts';
import { LATE, orLate } from '../../src/team/in-time.ts';
import { formState } from '../../src/team/settings-input.ts';
import { showOwnPrompts } from '../own-prompts-list.ts';
import type { Submission } from './submission.ts';

/** How long (ms) the channel may take to be told: the form must be answered within 3 seconds. */
const PATIENCE = 2 * SECOND;

/**
 * The form of one prompt: adds or changes it. What is wrong is shown in the form, which keeps what was typed. Only
 * where Slack is slow to tell the channel, the form closes first, and how it ended stands above the list.
 */
export const ownPrompt: Submission = async (context) => {
  const { user, metadata, below, state, refuse, accept, services } = context;
  const form = parseOwnPromptsMetadata(metadata);
  const values = formState.safeParse(state);
  if (form === undefined || !values.success) return refuse(unreadable(services.locale));
  // Asked before anything can take the team away.
  const spoken = services.teams.localeOf(form.team);
  const { seen, ...shown } = form;
  const who = { id: form.team, by: user };
  const entered = enteredIn(values.data);
  const asked =
    seen === undefined ? services.ownPrompts.add(who, entered) : services.ownPrompts.edit(who, seen, entered);
  const inTime = await orLate(asked, PATIENCE);
  const locale = await spoken;
  const errors = inTime === LATE ? undefined : errorsOf(inTime, locale);
  if (errors !== undefined) return refuse(errors);
  await accept();
  const note = noteOf(await asked, seen === undefined ? 'added' : 'edited', locale);
  // What was added is the newest, and stands on the first page.
  const page = seen === undefined ? 0 : shown.page;
  await showOwnPrompts(services, { viewId: below, shown: { ...shown, page }, user, locale, note });
};
