import type { Locale } from '../../src/locale.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { previewMessage, promptMessage } from '../../src/prompts/prompts-view.ts';
import { type PulseRecord, recordOf } from '../../src/pulse/pulse-record.ts';
import { closedPulseMessage, pulseMessage, questionPreview } from '../../src/pulse/pulse-view.ts';
import type { Question } from '../../src/pulse/question.ts';
import { defaultQuestions } from '../../src/pulse/question-catalogue.ts';
import type { History } from '../../src/readout/readout.ts';
import { readoutMessage, type Wording } from '../../src/readout/readout-view.ts';
import { summaryMessage } from '../../src/readout/summary-view.ts';
import type { Message } from '../../src/slack/block-kit.ts';
import { defaultSettings, newTeam } from '../../src/team/default-settings.ts';
import { settingsForm } from '../../src/team/settings-form.ts';
import type { Settings } from '../../src/team/team.ts';
import { problemsOf } from '../../tests/support/block-kit-limits.ts';
import { type Library, shownQuestions } from './library.ts';

const TIMEZONE = 'UTC';

/** What Slack would refuse of the messages and the form that are made from the words. */
export function blockKitProblems(library: Library): readonly string[] {
  const { prompts, questions, actions, locale } = library;
  return [
    ...prompts.entries.flatMap((prompt) => found(promptMessages(prompt, locale), prompts.place(prompt))),
    ...questions.entries.flatMap((question) =>
      found(questionMessages(question, locale), questions.place(question)),
    ),
    ...wordingsOf(library).flatMap((wording) =>
      found(readoutMessages(wording, locale), actions.place(wording.actions)),
    ),
    ...formProblems(library),
  ];
}

/** Every level there is, with each scale's positions. */
export const everyLevel = [2, 3, 4, 5].flatMap((scale) =>
  Array.from({ length: scale }, (_, position) => ({ position, scale })),
);

function found(messages: readonly Message[], place: string): readonly string[] {
  const problems = messages.flatMap((message) => problemsOf('message', message));
  return [...new Set(problems)].map((problem) => `${place}: ${problem}`);
}

function promptMessages(prompt: Prompt, locale: Locale): readonly Message[] {
  return [promptMessage(prompt, locale), previewMessage(prompt, { kind: 'turn' }, locale)];
}

function questionMessages(question: Question, locale: Locale): readonly Message[] {
  return [
    pulseMessage(question, recordFor(question), TIMEZONE, locale),
    closedPulseMessage(question, locale),
    questionPreview(question, locale),
  ];
}

/** The steps of a level are shown in turn: as many readouts as the longest list has show every one. */
function readoutMessages(wording: Wording, locale: Locale): readonly Message[] {
  const { low, middle, high } = wording.actions;
  const turns = Array.from({ length: Math.max(low.length, middle.length, high.length) }, (_, turn) => turn);
  const histories = everyLevel.flatMap((level) =>
    turns.map(
      (step): History => [
        {
          ...{ closedAt: 0, level, participation: null, isComparable: true, rosterChanges: 0, step },
          ...{ audience: 'everyone', isFirst: true },
        },
      ],
    ),
  );
  const questions = histories.slice(0, 3).map((history) => ({ wording, history, changes: [0] }));
  return [
    ...histories.map((history) => readoutMessage(wording, history, locale)),
    summaryMessage({ last: undefined, questions }, { timezone: TIMEZONE, locale }),
  ];
}

function wordingsOf(library: Library): readonly Wording[] {
  const questions = shownQuestions(library);
  return library.actions.entries.flatMap((entry) => {
    const question = questions.find(({ id }) => id === entry.id);
    return question === undefined ? [] : [{ question, actions: entry }];
  });
}

/** The settings form offers the questions of each subject in a menu: all of them have to be readable. */
function formProblems(library: Library): readonly string[] {
  const { locale, english = library } = library;
  if (library.questions.problems.length + english.questions.problems.length > 0) return [];
  const questions = shownQuestions(library);
  const settings = settingsWith(questions, locale);
  const form = settingsForm({ settings, questions, metadata: '', isNew: true });
  return problemsOf('modal', form).map((problem) => `questions.yml: ${problem}`);
}

/** A team that has just begun, with its first pulse. */
function recordFor(question: Question): PulseRecord {
  const team = {
    id: { workspace: 'TWORK', channel: 'CTEAM' },
    ...newTeam(settingsWith([question], 'en'), 0),
  };
  return recordOf({ team, opensAt: 0, question, rosterChanges: 0, electorate: 8 });
}

function settingsWith(questions: readonly Question[], locale: Locale): Settings {
  return defaultSettings({
    locale,
    manager: 'UANN',
    timezone: TIMEZONE,
    questions: defaultQuestions(questions),
  });
}
