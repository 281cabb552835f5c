import type { ModalView } from '@slack/types';
import type { Locale } from '../src/locale.ts';
import { codeOf } from '../src/log.ts';
import { askForm, askFormLoading, askNotice } from '../src/practice/ask-form.ts';
import { askProblemSentence } from '../src/practice/ask-reply-view.ts';
import { practiceWords } from '../src/practice/words/index.ts';
import { line, type Message } from '../src/slack/block-kit.ts';
import type { TeamId } from '../src/team-id.ts';
import type { Services } from './services.ts';

type Asking = {
  readonly services: Pick<Services, 'asks' | 'teams' | 'gateway' | 'locale' | 'log'>;
  /** Lives for 3 seconds. */
  readonly triggerId: string;
};

/** Opens the form for asking in a team's channel, or says privately why one cannot ask there. */
export async function openAskForm(
  options: Asking & {
    readonly team: TeamId;
    readonly locale: Locale;
    /** What the form is filled in with. */
    readonly what?: string;
    readonly refuse: (message: Message) => Promise<void>;
  },
): Promise<void> {
  const { services, team, triggerId, locale, what, refuse } = options;
  const found = await services.asks.place(team);
  if (found.kind !== 'team') return refuse(line(askProblemSentence(found, locale)));
  const metadata = { ...team, ...(what === undefined ? {} : { what }) };
  await services.gateway.openForm(triggerId, askForm({ metadata, locale }));
}

/**
 * Opens the form where no channel is known: light at first, then with a menu of the person's teams. For the global
 * shortcut; whatever is wrong is said in the form.
 */
export async function openAskFormAnywhere({
  services,
  triggerId,
  ...from
}: Asking & { readonly user: string; readonly workspace: string }): Promise<void> {
  const { gateway, locale, log } = services;
  const viewId = await gateway.openModal(triggerId, askFormLoading(locale));
  const view = await formWithTeams(services, from).catch((error: unknown) => {
    log.error('The teams of a form could not be read', { code: codeOf([error]) });
    return askNotice(practiceWords(locale).ask.form.teamsUnknown, locale);
  });
  await gateway.updateModal(viewId, view);
}

async function formWithTeams(
  { gateway, teams, locale }: Asking['services'],
  { user, workspace }: { readonly user: string; readonly workspace: string },
): Promise<ModalView> {
  const channels = await gateway.channelsOf(user);
  const enrolled = await teams.channelsOf(workspace);
  const theirs = channels.filter(({ id }) => enrolled.includes(id));
  if (theirs.length === 0) return askNotice(practiceWords(locale).ask.form.noTeams, locale);
  const choices = theirs.slice(0, MOST_CHOICES).map(({ id, name }) => ({ value: id, text: `#${name}` }));
  return askForm({ metadata: { workspace }, teams: choices, locale });
}

/** Slack takes as many in a menu. */
const MOST_CHOICES = 100;

/** Says something in a modal, where there is no channel to say it in. */
export function openNotice({ gateway }: Pick<Services, 'gateway'>, triggerId: string, locale: Locale) {
  return async ({ text }: Message): Promise<void> => {
    await gateway.openForm(triggerId, askNotice(text, locale));
  };
}
