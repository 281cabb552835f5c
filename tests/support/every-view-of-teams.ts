import { readContent } from '../../src/content.ts';
import { DAY } from '../../src/duration.ts';
import { type Locale, locales } from '../../src/locale.ts';
import { line } from '../../src/slack/block-kit.ts';
import { kept, removalQuestion, removedSentence } from '../../src/team/removal-view.ts';
import { settingsChanges } from '../../src/team/settings-changes.ts';
import { settingsForm } from '../../src/team/settings-form.ts';
import { type Settings, subjects, type Team } from '../../src/team/team.ts';
import * as told from '../../src/team/team-announcements.ts';
import { changeReply, goneMeanwhile, statusMessage } from '../../src/team/team-view.ts';
import { stoppedNotice } from '../../src/team/trouble-view.ts';
import { teamWords } from '../../src/team/words/index.ts';
import { enrolled, settings, team } from '../team/teams.ts';
import { lines, messages, modals, type View } from './view.ts';

const before = (locale: Locale): Settings => settings({ locale });

/** Everything is another than before. */
function after(locale: Locale): Settings {
  const { questions } = readContent()[locale];
  const last = subjects.map((subject) => [subject, questions.findLast(({ about }) => about === subject)?.id]);
  return settings({
    locale,
    managers: [],
    timezone: 'America/Argentina/ComodRivadavia',
    prompt: { day: 'wed', time: '10:30' },
    pulse: { day: 'thu', time: '00:00' },
    windowHours: 72,
    cadence: 'two-weekly',
    questions: { ...settings().questions, ...Object.fromEntries(last) },
    tracks: ['delegation'],
    skipDates: ['2026-12-25'],
    audience: 'managers',
    readoutNotice: 'off',
    minimumAnswers: 20,
  });
}

/** What the room of teams shows. */
export function teamViews(locale: Locale): readonly View[] {
  const words = teamWords(locale);
  const here = team({}, before(locale));
  return [
    ...forms(locale),
    ...announcements(locale, here),
    ...statuses(locale, here),
    ...messages({
      removal: removalQuestion(locale),
      removed: line(removedSentence(locale)),
      kept: kept(locale),
      'a form of a removed team': goneMeanwhile(here.id, locale),
      'a change that may not be heard': changeReply(
        { kind: 'done', team: here, isHeard: false },
        'X.',
        locale,
      ),
    }),
    ...lines(words.replies),
    ...lines(words.formErrors),
    ...lines(words.managerProblems),
  ];
}

function forms(locale: Locale): readonly View[] {
  const form = (given: Settings, electorate?: number) =>
    settingsForm({
      settings: given,
      questions: readContent()[locale].questions,
      metadata: '',
      isNew: electorate !== undefined,
      electorate,
    });
  return modals({
    'the form of nobody': form(before(locale), 0),
    'the form of one': form(before(locale), 1),
    'the form of four': form(before(locale), 4),
    'the form of six': form(before(locale), 6),
    'the form of seven': form(before(locale), 7),
    'the form later': form(after(locale)),
  });
}

function announcements(locale: Locale, here: Team): readonly View[] {
  const titleOf = (id: string) => readContent()[locale].wordingOf(id).question.title;
  const other = locales.find((known) => known !== locale) ?? locale;
  const from = { ...before(other), skipDates: [] };
  return messages({
    welcome: told.welcome(here, 'UANN', 5, 'A'),
    'welcome B': told.welcome(team({}, after(locale)), 'UANN', 6, 'B'),
    'many changes': told.settingsChanged('UANN', settingsChanges(from, after(locale), titleOf), locale),
    'changes back': told.settingsChanged(
      'UANN',
      settingsChanges(after(other), before(locale), titleOf),
      locale,
    ),
    paused: told.paused('UANN', null, locale),
    'paused until': told.paused('UANN', '2026-12-31', locale),
    resumed: told.resumed('UANN', locale),
    'skipped prompt': told.skipped('UANN', 'prompt', enrolled, here),
    'skipped pulse': told.skipped('UANN', 'opening', enrolled, here),
    removed: told.removed('UANN', locale),
    'a manager left': told.managerLeft('UANN', ['UBEN'], locale),
    'the last manager left': told.managerLeft('UANN', [], locale),
    hello: told.hello(locale),
  });
}

function statuses(locale: Locale, here: Team): readonly View[] {
  const next = { prompt: enrolled, opening: enrolled + DAY, closing: enrolled + 3 * DAY };
  const bad = (code: string) =>
    team({ suspended: { code, since: enrolled } }, { ...before(locale), managers: [] });
  const codes = [
    'not_in_channel',
    'channel_not_found',
    'is_archived',
    'restricted_action',
    'account_inactive',
  ];
  const lastPrompt = { kind: 'prompt', instant: enrolled, record: { state: 'unknown' } } as const;
  const status = (options: Pick<Parameters<typeof statusMessage>[0], 'team' | 'next' | 'pause'>) =>
    statusMessage({ electorate: 7, isTwoWeekly: false, lastPrompt, ...options });
  return messages({
    status: status({ team: here, next, pause: null }),
    'status, paused': status({ team: bad('not_in_channel'), next: {}, pause: { until: null } }),
    ...Object.fromEntries(codes.map((code) => [`stopped: ${code}`, stoppedNotice(bad(code), code)])),
    'status, paused until': status({ team: here, next: {}, pause: { until: '2026-12-31' } }),
  });
}
