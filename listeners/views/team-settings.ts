import { managerSentence } from '../../src/team/manager-check.ts';
import { formState, readSettings } from '../../src/team/settings-input.ts';
import { parseFormMetadata } from '../../src/team/settings-metadata.ts';
import { goneMeanwhile } from '../../src/team/team-view.ts';
import { teamWords } from '../../src/team/words/index.ts';
import { replyToChange } from '../reply-to-change.ts';
import { listenersWords } from '../words/index.ts';
import type { Submission } from './submission.ts';

/** The settings form: enrols the channel, or changes its settings. */
export const teamSettings: Submission = async ({ user, metadata, state, refuse, accept, services }) => {
  const parsed = parseFormMetadata(metadata);
  const values = formState.safeParse(state);
  if (parsed === undefined || !values.success) {
    return refuse({ 'prompt-day': teamWords(services.locale).formErrors.unreadableForm });
  }
  const input = readSettings(values.data, parsed.offered);
  if ('errors' in input) return refuse(input.errors);
  const choice = { chosen: input.settings.managers, already: parsed.offered.managers, by: user };
  const problem = await services.teams.managersProblem(choice);
  if (problem !== undefined) return refuse({ managers: managerSentence(problem, parsed.offered.locale) });
  await accept();
  const who = { id: parsed.team, by: user };
  const isThere = (await services.teams.find(parsed.team)) !== undefined;
  const { locale } = input.settings;
  if (!isThere && !parsed.isNew)
    return void (await services.gateway.post(user, goneMeanwhile(parsed.team, locale)));
  const change = !isThere
    ? await services.teams.enrol(who, input.settings)
    : await services.teams.changeSettings(who, input.settings, parsed.offered);
  const { saved: done } = listenersWords(locale).setup;
  await replyToChange({ ...parsed, user, services }, { change, done, locale }, async (message) => {
    // The channel has heard of it, and so has the person: they are in it.
    if (change.kind !== 'done' || !change.isHeard) await services.gateway.post(user, message);
  });
};
