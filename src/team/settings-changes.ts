import { isDeepStrictEqual } from 'node:util';
import { type Locale, localeNames } from '../locale.ts';
import { mention } from '../slack/block-kit.ts';
import { rhythmName } from './names.ts';
import { type Settings, settingsSchema, subjects } from './team.ts';
import { teamWords } from './words/index.ts';

/** The title of a question in a language. */
export type TitleOf = (question: string, locale: Locale) => string;
type Wording = { readonly name: string; readonly value: (settings: Settings) => string };

/** How each setting is called, and what it is said to be. */
function wordingsIn(locale: Locale, titleOf: TitleOf): readonly Wording[] {
  const { names, changes: words } = teamWords(locale);
  return [
    { name: words.language, value: (settings) => localeNames[settings.locale] },
    { name: words.prompt, value: ({ prompt }) => rhythmName(prompt, locale) },
    { name: words.pulse, value: ({ pulse }) => rhythmName(pulse, locale) },
    { name: words.window, value: ({ windowHours }) => words.hours(windowHours) },
    { name: words.timezone, value: ({ timezone }) => timezone },
    { name: words.managers, value: ({ managers }) => managers.map(mention).join(', ') || words.noManagers },
    { name: words.cadence, value: ({ cadence }) => names.cadences[cadence] },
    ...subjects.map((subject) => ({
      name: words.question(names.subjects[subject]),
      value: ({ questions }: Settings) => words.questionTitle(titleOf(questions[subject], locale)),
    })),
    { name: words.tracks, value: ({ tracks }) => tracks.map((track) => names.tracks[track]).join(', ') },
    { name: words.skipDates, value: ({ skipDates }) => skipDates.join(', ') || words.noDates },
    { name: words.audience, value: ({ audience }) => names.audiences[audience] },
    { name: words.notice, value: ({ readoutNotice }) => names.notices[readoutNotice] },
    { name: words.minimum, value: ({ minimumAnswers }) => String(minimumAnswers) },
  ];
}

/**
 * What is different, in words: `prompt: Monday 9:30 → Tuesday 10:00`. Empty if nothing is. Said in the language
 * that is spoken from now on.
 */
export function settingsChanges(before: Settings, after: Settings, titleOf: TitleOf): readonly string[] {
  return wordingsIn(after.locale, titleOf)
    .map(({ name, value }) => ({ name, from: value(before), to: value(after) }))
    .filter(({ from, to }) => from !== to)
    .map(({ name, from, to }) => teamWords(after.locale).changes.change(name, from, to));
}

/**
 * What a person changed in a form, applied to the settings that are in force now: a field they left as it was
 * `offered` keeps what somebody else may have set since. Taking over a team without managers counts as a change.
 */
export function onlyChanged(options: {
  readonly now: Settings;
  readonly offered: Settings;
  readonly wanted: Settings;
}): Settings {
  const { now, offered, wanted } = options;
  const names = settingsSchema.keyof().options;
  const isLeft = (name: keyof Settings) =>
    isDeepStrictEqual(wanted[name], offered[name]) && !(name === 'managers' && now.managers.length === 0);
  return settingsSchema.parse(
    Object.fromEntries(names.map((name) => [name, isLeft(name) ? now[name] : wanted[name]])),
  );
}
