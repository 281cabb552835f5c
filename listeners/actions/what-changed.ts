import { pageIn } from '../../src/home/home-metadata.ts';
import { changedClosed } from '../../src/readout/what-changed-form.ts';
import { parseChangedValue } from '../../src/readout/what-changed-view.ts';
import { readoutWords } from '../../src/readout/words/index.ts';
import { openChangedForm } from '../what-changed-form.ts';
import type { Action } from './action.ts';

/**
 * Opens the form, from a direct message or the Home tab: which team it is for stands in the button. Whoever may not post
 * reads why in a modal, for the Home tab has no other place.
 */
export const openWhatChanged: Action = async ({ team, user, value, triggerId, services, ...context }) => {
  const place = parseChangedValue(value);
  const id = { workspace: team.workspace, channel: place?.channel ?? '' };
  const locale = place === undefined ? await context.locale : await services.teams.localeOf(id);
  const refuse = (sentence: string) => services.gateway.openForm(triggerId, changedClosed(sentence, locale));
  if (place === undefined) return refuse(readoutWords(locale).changed.refused.button);
  const page = pageIn(context.home?.metadata ?? '');
  return openChangedForm(services, { team: id, user, triggerId, about: place.about, page, locale, refuse });
};
