import { pageIn } from '../../src/home/home-metadata.ts';
import { noticeView } from '../../src/home/notice-view.ts';
import { pauseForm } from '../../src/home/pause-form.ts';
import { homeWords } from '../../src/home/words/index.ts';
import type { Locale } from '../../src/locale.ts';
import { line, mention } from '../../src/slack/block-kit.ts';
import { settingsForm } from '../../src/team/settings-form.ts';
import { formMetadata } from '../../src/team/settings-metadata.ts';
import { isManager, type Team } from '../../src/team/team.ts';
import { changeReply } from '../../src/team/team-view.ts';
import { notify } from '../notice.ts';
import { teamPreview } from '../team-preview.ts';
import type { Action, ActionContext } from './action.ts';

/** Opens the settings form of a team. */
export const homeSettings: Action = forManager(async ({ services, triggerId, home }, team) => {
  const { settings, id } = team;
  const page = pageIn(home?.metadata ?? '');
  const metadata = formMetadata({ team: id, isNew: false, offered: settings, page });
  const questions = services.questionsIn(settings.locale);
  const form = settingsForm({ settings, questions, metadata, isNew: false, channel: id.channel });
  await services.gateway.openForm(triggerId, form);
});

/** Shows a team's next prompt and question. */
export const homePreview: Action = forManager(async ({ services, triggerId }, team) => {
  const { locale } = team.settings;
  const title = homeWords(locale).buttons.preview;
  const view = noticeView(await teamPreview(services, team), locale, title);
  await services.gateway.openForm(triggerId, view);
});

/** Asks until when to pause. */
export const homePause: Action = forManager(({ services, triggerId, home }, team) =>
  services.gateway.openForm(triggerId, pauseForm(team, pageIn(home?.metadata ?? ''))),
);

/** Resumes at once. Having worked it needs no word: the tab shows what comes next. */
export const homeResume: Action = forManager(async (context, { id, settings: { locale } }) => {
  const { user, services } = context;
  const change = await services.teams.resume({ id, by: user });
  const done = homeWords(locale).resumed(`<#${id.channel}>`);
  const isShown = change.kind === 'unchanged' || (change.kind === 'done' && change.isHeard);
  if (!isShown)
    await notify(services.gateway, context, { message: changeReply(change, done, locale), locale });
  await showHome(context);
});

/** Turns to another page of the Home tab. */
export const turnHome: Action = ({ team, user, value, services }) => {
  const page = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  return services.home.show({ workspace: team.workspace, user, page });
};

/** A button of a team's managers: the tab it stands on may have been there for days. */
function forManager(act: (context: ActionContext, team: Team) => Promise<void>): Action {
  return async (context) => {
    const { team: pressed, user, value, services } = context;
    const id = { workspace: pressed.workspace, channel: value };
    const team = await services.teams.find(id);
    if (team !== undefined && isManager(team, user)) return act(context, team);
    const locale = team?.settings.locale ?? services.locale;
    const message = line(refusal(value, team, locale));
    await notify(services.gateway, context, { message, locale });
    await showHome(context);
  };
}

function refusal(channel: string, team: Team | undefined, locale: Locale): string {
  const words = homeWords(locale);
  // What stands in a button comes from outside.
  const place = /^[CG][A-Z0-9]+$/.test(channel) ? `<#${channel}>` : words.aChannel;
  if (team === undefined) return words.gone(place);
  const { managers } = team.settings;
  return managers.length === 0
    ? words.noManagers(place)
    : words.notManager(place, managers.map(mention).join(', '));
}

/** Shows the tab afresh, on the page that it was on. */
async function showHome({ team, user, home, services }: ActionContext): Promise<void> {
  await services.home.refresh({ workspace: team.workspace, user, page: pageIn(home?.metadata ?? '') });
}
