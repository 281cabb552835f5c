import { z } from 'zod';
import { cutText } from '../cut-text.ts';
import {
  isDate,
  isTimezone,
  MOST_MANAGERS,
  MOST_SKIP_DATES,
  type Settings,
  settingsSchema,
  subjects,
  tracks,
} from './team.ts';
import { teamWords } from './words/index.ts';

/** What comes back from a form: block id → action id → what was entered. */
const fieldState = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_user: z.string().nullish(),
  selected_date: z.string().nullish(),
});
export const formState = z.record(z.string(), z.record(z.string(), fieldState));
export type FormState = z.infer<typeof formState>;

/** Every field of the form, by its block id. */
const blocks = [
  ...[
    'language',
    'prompt-day',
    'prompt-time',
    'pulse-day',
    'pulse-time',
    'timezone',
    'skip-dates',
    'managers',
    'audience',
    'notice',
  ],
  ...['window', 'cadence', ...subjects.map((subject) => `question-${subject}`), 'tracks', 'minimum'],
];

/** The settings, or a sentence for each field (block id) that cannot be taken. */
export type SettingsInput =
  | { readonly settings: Settings }
  | { readonly errors: { readonly [block: string]: string } };

/**
 * Reads a submitted settings form. A field that did not come back keeps what the form offered (`offered`), since
 * not every client sends what nobody touched; a form of which nothing came back at all is refused. Of those that came back empty only the dates to skip are emptied.
 */
export function readSettings(state: FormState, offered: Settings): SettingsInput {
  const { formErrors: words } = teamWords(offered.locale);
  if (!blocks.some((block) => state[block] !== undefined))
    return { errors: { 'prompt-day': words.nothingCameBack } };
  const errors = problems(state, offered);
  if (Object.keys(errors).length > 0) return { errors };
  const parsed = settingsSchema.safeParse(merge(state, offered));
  if (parsed.success) return { settings: parsed.data };
  return { errors: { 'prompt-day': words.unreadable } };
}

function merge(state: FormState, offered: Settings): unknown {
  const chosen = (id: string, otherwise: string) => state[id]?.[id]?.selected_option?.value ?? otherwise;
  return {
    locale: chosen('language', offered.locale),
    managers: managersIn(state) ?? offered.managers,
    timezone: timezoneIn(state, offered),
    prompt: {
      day: chosen('prompt-day', offered.prompt.day),
      time: chosen('prompt-time', offered.prompt.time),
    },
    pulse: { day: chosen('pulse-day', offered.pulse.day), time: chosen('pulse-time', offered.pulse.time) },
    windowHours: Number(chosen('window', String(offered.windowHours))),
    cadence: chosen('cadence', offered.cadence),
    questions: Object.fromEntries(
      subjects.map((subject) => [subject, chosen(`question-${subject}`, offered.questions[subject])]),
    ),
    tracks: tracksIn(state) ?? offered.tracks,
    skipDates: datesIn(state) ?? offered.skipDates,
    audience: chosen('audience', offered.audience),
    readoutNotice: chosen('notice', offered.readoutNotice),
    minimumAnswers: Number(chosen('minimum', String(offered.minimumAnswers))),
  };
}

function problems(state: FormState, offered: Settings): { [block: string]: string } {
  const { formErrors: words } = teamWords(offered.locale);
  const errors: { [block: string]: string } = {};
  const dates = datesIn(state) ?? [];
  const managers = managersIn(state);
  const badDate = dates.find((date) => !isDate(date));
  if (!isTimezone(timezoneIn(state, offered))) errors.timezone = words.timezone;
  if (badDate !== undefined) errors['skip-dates'] = words.notADate(cutText(badDate, 40));
  else if (dates.length > MOST_SKIP_DATES)
    errors['skip-dates'] = words.tooManyDates(dates.length, MOST_SKIP_DATES);
  if (managers?.length === 0) errors.managers = words.noManager;
  if ((managers?.length ?? 0) > MOST_MANAGERS) errors.managers = words.tooManyManagers(MOST_MANAGERS);
  return errors;
}

const timezoneIn = (state: FormState, offered: Settings): string =>
  state.timezone?.timezone?.value?.trim() || offered.timezone;

const managersIn = (state: FormState): readonly string[] | undefined =>
  state.managers?.managers?.selected_users ?? undefined;

/** `undefined` where the field did not come back at all; an emptied one comes back without a value. */
function datesIn(state: FormState): readonly string[] | undefined {
  const field = state['skip-dates']?.['skip-dates'];
  if (field === undefined) return undefined;
  const entered = field.value ?? '';
  return [...new Set(entered.split(/[\s,;]+/).filter(Boolean))].sort();
}

/** In our order, whatever the order of ticking. None counts as not answered: there would be no prompts. */
function tracksIn(state: FormState): readonly string[] | undefined {
  const ticked = state.tracks?.tracks?.selected_options?.map(({ value }) => value) ?? [];
  const chosen = tracks.filter((track) => ticked.includes(track));
  return chosen.length > 0 ? chosen : undefined;
}
