import type { InputBlock, ModalView } from '@slack/types';
import { weekdays } from '../calendar/rhythm.ts';
import { option, plain, section } from '../slack/block-kit.ts';
import { type Choice, input, select, text } from '../slack/form-fields.ts';
import { MOST_MANAGERS, type Settings, subjects, tracks, windowHours } from './team.ts';
import { sizeNote } from './team-announcements.ts';
import { audienceNames, cadenceNames, dayNames, subjectNames, trackNames } from './words.ts';

export const settingsFormId = 'team-settings';

/** A question as the form offers it. */
export type QuestionChoice = { readonly id: string; readonly title: string; readonly about: string };

/** The settings form, filled with `settings`. `metadata` comes back with the submission as it is. */
export function settingsForm(options: {
  readonly settings: Settings;
  readonly questions: readonly QuestionChoice[];
  readonly metadata: string;
  readonly isNew: boolean;
  /** How many would be asked, where that is known and few. */
  readonly electorate?: number | undefined;
}): ModalView {
  const { settings, questions, metadata, isNew, electorate } = options;
  const note = isNew ? sizeNote(electorate, settings.minimumAnswers) : '';
  return {
    type: 'modal',
    callback_id: settingsFormId,
    private_metadata: metadata,
    title: plain('Many Hands'),
    submit: plain(isNew ? 'Start' : 'Save'),
    close: plain('Cancel'),
    blocks: [
      section([introduction(isNew), note].filter(Boolean).join('\n\n')),
      ...timeFields(settings),
      ...peopleFields(settings),
      ...pulseFields(settings, questions),
    ],
  };
}

function introduction(isNew: boolean): string {
  return isNew
    ? 'One prompt and one anonymous pulse a week for this channel. Everything can be changed later, and every change is announced in the channel.'
    : 'Changes are announced in the channel and apply from the next time on, never to an open pulse.';
}

function timeFields(settings: Settings): InputBlock[] {
  const days = weekdays.map((day) => ({ value: day, text: dayNames[day] }));
  return [
    select({ id: 'prompt-day', label: 'Day of the prompt' }, days, settings.prompt.day),
    select(
      { id: 'prompt-time', label: 'Time of the prompt' },
      timesWith(settings.prompt.time),
      settings.prompt.time,
    ),
    select({ id: 'pulse-day', label: 'Day of the pulse' }, days, settings.pulse.day),
    select(
      { id: 'pulse-time', label: 'Time of the pulse' },
      timesWith(settings.pulse.time),
      settings.pulse.time,
    ),
    text(
      { id: 'timezone', label: 'Timezone', hint: 'A city, such as Europe/Berlin or America/Chicago.' },
      settings.timezone,
    ),
    text(
      { id: 'skip-dates', label: 'Dates to skip', hint: 'Such as 2026-12-25, 2027-01-01.', optional: true },
      settings.skipDates.join(', '),
    ),
  ];
}

function peopleFields(settings: Settings): InputBlock[] {
  return [
    {
      ...input({
        id: 'managers',
        label: 'Managers',
        hint: 'They may change this, and are never polled here.',
      }),
      element: {
        type: 'multi_users_select',
        action_id: 'managers',
        placeholder: plain('Choose people'),
        max_selected_items: MOST_MANAGERS,
        initial_users: [...settings.managers],
      },
    },
    select({ id: 'audience', label: 'Who sees readouts' }, choices(audienceNames), settings.audience),
  ];
}

function pulseFields(settings: Settings, questions: readonly QuestionChoice[]): InputBlock[] {
  const windows = windowHours.map((hours) => ({ value: String(hours), text: `${hours} hours` }));
  const minimums = numbersFrom(settings.minimumAnswers, 20).map((value) => ({
    value,
    text: `${value} answers`,
  }));
  return [
    select({ id: 'window', label: 'How long a pulse stays open' }, windows, String(settings.windowHours)),
    select(
      {
        id: 'cadence',
        label: 'How often a pulse comes',
        hint: 'Teams with fewer than 8 to ask: every two weeks.',
      },
      choices(cadenceNames),
      settings.cadence,
    ),
    ...subjects.map((subject) => questionField(subject, settings, questions)),
    tracksField(settings),
    select(
      { id: 'minimum', label: 'Minimum answers', hint: 'May be raised later, never lowered.' },
      minimums,
      minimums[0]?.value,
    ),
  ];
}

function questionField(
  subject: (typeof subjects)[number],
  settings: Settings,
  questions: readonly QuestionChoice[],
): InputBlock {
  const offered = questions
    .filter(({ about }) => about === subject)
    .map(({ id, title }) => ({ value: id, text: title }));
  return select(
    { id: `question-${subject}`, label: `Question about: ${subjectNames[subject]}` },
    offered,
    settings.questions[subject],
  );
}

function tracksField(settings: Settings): InputBlock {
  const options = tracks.map((track) => option(trackNames[track], track));
  const chosen = options.filter(({ value }) => settings.tracks.some((track) => track === value));
  return {
    ...input({ id: 'tracks', label: 'Prompts about' }),
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
