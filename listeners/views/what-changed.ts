import { SECOND } from '../../src/duration.ts';
import { enteredChange, parseChangedMetadata } from '../../src/readout/what-changed-form.ts';
import { changedErrors, changedTrouble, unreadableChange } from '../../src/readout/what-changed-view.ts';
import { LATE, orLate } from '../../src/team/in-time.ts';
import { formState } from '../../src/team/settings-input.ts';
import type { Submission } from './submission.ts';

/** How long (ms) posting may take: the form must be answered within 3 seconds. */
const PATIENCE = 2 * SECOND;

/**
 * The form for what was changed: posts it. What is wrong is shown in the form, which keeps what was typed. Only where
 * Slack is slow the form closes first; whatever then goes wrong is told in a direct message, with the text.
 */
export const whatChanged: Submission = async ({ user, metadata, state, refuse, accept, services }) => {
  const form = parseChangedMetadata(metadata);
  const values = formState.safeParse(state);
  if (form === undefined || !values.success) return refuse(unreadableChange(services.locale));
  const { team, about, page } = form;
  const spoken = services.teams.localeOf(team);
  const entered = enteredChange(values.data, about);
  const asked = services.whatChanged.tell({ id: team, by: user }, entered);
  const inTime = await orLate(asked, PATIENCE);
  const locale = await spoken;
  const errors = inTime === LATE ? undefined : changedErrors(inTime, locale);
  if (errors !== undefined) return refuse(errors);
  await accept();
  const outcome = await asked;
  const trouble = changedTrouble(outcome, { team, text: entered.text ?? '', locale });
  if (trouble !== undefined) await services.gateway.post(user, trouble);
  if (outcome.kind === 'posted') await services.home.refresh({ workspace: team.workspace, user, page });
};
