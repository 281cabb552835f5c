import type { InputBlock, ModalView } from '@slack/types';
import { weekdays } from '../calendar/rhythm.ts';
import { localeNames, locales } from '../locale.ts';
import { option, plain, section } from '../slack/block-kit.ts';
import { type Choice, input, select, text } from '../slack/form-fields.ts';
import { MOST_MANAGERS, type Settings, subjects, tracks, windowHours } from './team.ts';
import { sizeNote } from './team-announcements.ts';
import { teamWords } from './words/index.ts';

export const settingsFormId = 'team-settings';

/** A question as the form offers it. */
export type QuestionChoice = { readonly id: string; readonly title: string; readonly about: string };

/** The settings form, filled with `settings` and in their language. `metadata` comes back with the submission as it is. */
export function settingsForm(options: {
  readonly settings: Settings;
  readonly questions: readonly QuestionChoice[];
  readonly metadata: string;
  readonly isNew: boolean;
  /** Said above the fields where the form is not opened in the channel itself. */
  readonly channel?: string;
  /** How many would be asked, where that is known and few. */
  readonly electorate?: number | undefined;
}): ModalView {
  const { settings, questions, metadata, isNew, channel, electorate } = options;
  const { form: words } = teamWords(settings.locale);
  const note = isNew ? sizeNote(electorate, settings.minimumAnswers, settings.locale) : '';
  const place = channel === undefined ? '' : `*<#${channel}>*`;
  const introduction = isNew ? words.introduction : words.introductionToChanges;
  return {
    type: 'modal',
    callback_id: settingsFormId,
    private_metadata: metadata,
    title: plain('Many Hands'),
    submit: plain(isNew ? words.start : words.save),
    close: plain(words.cancel),
    blocks: [
      section([place, introduction, note].filter(Boolean).join('\n\n')),
      languageField(settings),
      ...timeFields(settings),
      ...peopleFields(settings),
      ...pulseFields(settings, questions),
    ],
  };
}

/** First, so that whoever cannot read the rest finds it. */
function languageField({ locale }: Settings): InputBlock {
  const { form: words } = teamWords(locale);
  const languages = locales.map((value) => ({ value, text: localeNames[value] }));
  return select({ id: 'language', label: words.language }, languages, locale);
}

function timeFields(settings: Settings): InputBlock[] {
  const { form: words, names } = teamWords(settings.locale);
  const days = weekdays.map((day) => ({ value: day, text: names.days[day] }));
  const { prompt, pulse } = settings;
  return [
    select({ id: 'prompt-day', label: words.promptDay }, days, prompt.day),
    select({ id: 'prompt-time', label: words.promptTime }, timesWith(prompt.time), prompt.time),
    select({ id: 'pulse-day', label: words.pulseDay }, days, pulse.day),
    select({ id: 'pulse-time', label: words.pulseTime }, timesWith(pulse.time), pulse.time),
    text({ id: 'timezone', label: words.timezone, hint: words.timezoneHint }, settings.timezone),
    text(
      { id: 'skip-dates', label: words.skipDates, hint: words.skipDatesHint, optional: true },
      settings.skipDates.join(', '),
    ),
  ];
}

function peopleFields(settings: Settings): InputBlock[] {
  const { form: words, names } = teamWords(settings.locale);
  return [
    {
      ...input({ id: 'managers', label: words.managers, hint: words.managersHint }),
      element: {
        type: 'multi_users_select',
        action_id: 'managers',
        placeholder: plain(words.managersPlaceholder),
        max_selected_items: MOST_MANAGERS,
        initial_users: [...settings.managers],
      },
    },
    select({ id: 'audience', label: words.audience }, choices(names.audiences), settings.audience),
    select(
      { id: 'notice', label: words.notice, hint: words.noticeHint },
      choices(names.notices),
      settings.readoutNotice,
    ),
  ];
}

function pulseFields(settings: Settings, questions: readonly QuestionChoice[]): InputBlock[] {
  const { form: words, names } = teamWords(settings.locale);
  const windows = windowHours.map((hours) => ({ value: String(hours), text: words.hours(hours) }));
  const minimums = numbersFrom(settings.minimumAnswers, 20).map((value) => ({
    value,
    text: words.answers(value),
  }));
  return [
    select({ id: 'window', label: words.window }, windows, String(settings.windowHours)),
    select(
      { id: 'cadence', label: words.cadence, hint: words.cadenceHint },
      choices(names.cadences),
      settings.cadence,
    ),
    ...subjects.map((subject) => questionField(subject, settings, questions)),
    tracksField(settings),
    select({ id: 'minimum', label: words.minimum, hint: words.minimumHint }, minimums, minimums[0]?.value),
  ];
}

function questionField(
  subject: (typeof subjects)[number],
  settings: Settings,
  questions: readonly QuestionChoice[],
): InputBlock {
  const { form: words, names } = teamWords(settings.locale);
  const offered = questions
    .filter(({ about }) => about === subject)
    .map(({ id, title }) => ({ value: id, text: title }));
  return select(
    { id: `question-${subject}`, label: words.question(names.subjects[subject]) },
    offered,
    settings.questions[subject],
  );
}

function tracksField(settings: Settings): InputBlock {
  const { form: words, names } = teamWords(settings.locale);
  const options = tracks.map((track) => option(names.tracks[track], track));
  const chosen = options.filter(({ value }) => settings.tracks.some((track) => track === value));
  return {
    ...input({ id: 'tracks', label: words.tracks }),
    element: { type: 'checkboxes', action_id: 'tracks', options, initial_options: chosen },
  };
}

/** Every half hour, and the time in use where it is another one (the short form takes any minute). */
function timesWith(current: string): readonly Choice[] {
  const halves = Array.from(
    { length: 48 },
    (_, at) => `${String(Math.floor(at / 2)).padStart(2, '0')}:${at % 2 ? '30' : '00'}`,
  );
  return [...new Set([...halves, current])]
    .sort()
    .map((time) => ({ value: time, text: time.replace(/^0/, '') }));
}

function choices(names: { readonly [value: string]: string }): readonly Choice[] {
  return Object.entries(names).map(([value, text]) => ({ value, text }));
}

function numbersFrom(least: number, most: number): readonly string[] {
  return Array.from({ length: Math.max(1, most - least + 1) }, (_, at) => String(least + at));
}
