import { cutText } from '../../src/cut-text.ts';
import { defaultQuestions } from '../../src/pulse/question-catalogue.ts';
import { escapeText, line } from '../../src/slack/block-kit.ts';
import { defaultSettings } from '../../src/team/default-settings.ts';
import { rhythmName } from '../../src/team/names.ts';
import { parseRhythm } from '../../src/team/parse-words.ts';
import { settingsForm } from '../../src/team/settings-form.ts';
import { formMetadata } from '../../src/team/settings-metadata.ts';
import { mayManage, type Settings, type Team } from '../../src/team/team.ts';
import { channelSentence, notManager } from '../../src/team/team-view.ts';
import { replyToChange } from '../reply-to-change.ts';
import { listenersWords } from '../words/index.ts';
import type { CommandContext, Subcommand } from './subcommand.ts';

/** Opens the settings form, or takes the short form `setup mon 9:30` (day and time of the prompt). */
export const setup: Subcommand = {
  name: 'setup',
  takes: '[mon 9:30]',
  async run(context) {
    const { team: id, user, words, locale, services, reply } = context;
    const { setup: say } = listenersWords(locale);
    const team = await services.teams.find(id);
    if (team !== undefined && !mayManage(team, user))
      return reply(notManager(team.settings.managers, locale));
    const rhythm = parseRhythm(words[0] ?? '', words[1] ?? '');
    const isShort = words.length > 0;
    if (isShort && (rhythm === undefined || words.length > 2)) {
      return reply(line(say.notARhythm(escapeText(cutText(words.join(' '), 60)))));
    }
    const electorate =
      team === undefined && !isShort ? services.teams.electorateInTime(id, [user]) : undefined;
    const problem = team === undefined ? await services.teams.channelProblem(id) : undefined;
    if (problem !== undefined) return reply(channelSentence(problem, locale));
    const settings = await settingsFor(context, team);
    if (rhythm === undefined)
      return openForm(context, settings, { isNew: team === undefined, electorate: await electorate });
    const wanted = { ...settings, prompt: rhythm };
    const who = { id, by: user };
    const change =
      team === undefined
        ? await services.teams.enrol(who, wanted)
        : await services.teams.changeSettings(who, wanted, settings);
    const done = say.done(rhythmName(rhythm, locale));
    return replyToChange(context, { change, done, locale }, reply);
  },
};

/** The team's settings, or those a new team starts with. Whoever takes over a team without managers manages it. */
async function settingsFor(
  { services, user, locale }: CommandContext,
  team: Team | undefined,
): Promise<Settings> {
  if (team !== undefined && team.settings.managers.length > 0) return team.settings;
  if (team !== undefined) return { ...team.settings, managers: [user] };
  const { timezone } = await services.gateway.person(user);
  return defaultSettings({
    locale,
    manager: user,
    timezone,
    questions: defaultQuestions(services.questionsIn(locale)),
  });
}

async function openForm(
  context: CommandContext,
  settings: Settings,
  about: { readonly isNew: boolean; readonly electorate: number | undefined },
): Promise<void> {
  const { team, locale, services, triggerId } = context;
  const metadata = formMetadata({ team, isNew: about.isNew, offered: settings });
  await services.gateway.openForm(
    triggerId,
    settingsForm({ settings, questions: services.questionsIn(locale), metadata, ...about }),
  );
}
