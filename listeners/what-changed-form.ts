import type { Locale } from '../src/locale.ts';
import { changedForm } from '../src/readout/what-changed-form.ts';
import { changedRefusal } from '../src/readout/what-changed-view.ts';
import type { TeamId } from '../src/team-id.ts';
import type { Services } from './services.ts';

/** Where the form was asked for, by whom, and which question is chosen already ('' for none). */
export type Opening = {
  readonly team: TeamId;
  readonly user: string;
  readonly triggerId: string;
  readonly about: string;
  /** Of the Home tab, from 0, where it stands there. */
  readonly page?: number;
  /** The language of a team that is gone. */
  readonly locale: Locale;
  /** Says why somebody may not post. */
  readonly refuse: (sentence: string) => Promise<void>;
};

/** Opens the form for what was changed. */
export async function openChangedForm(services: Services, opening: Opening): Promise<void> {
  const { team, user, triggerId, about, page = 0 } = opening;
  const found = await services.whatChanged.open({ id: team, by: user });
  if (found.kind !== 'open') return opening.refuse(changedRefusal(found, opening.locale));
  const { questions } = found;
  const form = changedForm({ team, questions, about, page, locale: found.team.settings.locale });
  await services.gateway.openForm(triggerId, form);
}
