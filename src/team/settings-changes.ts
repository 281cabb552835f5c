import { isDeepStrictEqual } from 'node:util';
import { mention } from '../slack/block-kit.ts';
import { type Settings, settingsSchema, subjects } from './team.ts';
import { audienceNames, cadenceNames, rhythmName, subjectNames, trackNames } from './words.ts';

type TitleOf = (question: string) => string;
type Wording = { readonly name: string; readonly value: (settings: Settings, titleOf: TitleOf) => string };

const wordings: readonly Wording[] = [
  { name: 'prompt', value: (settings) => rhythmName(settings.prompt) },
  { name: 'pulse', value: (settings) => rhythmName(settings.pulse) },
  { name: 'pulse stays open', value: (settings) => `${settings.windowHours} hours` },
  { name: 'timezone', value: (settings) => settings.timezone },
  { name: 'managers', value: (settings) => settings.managers.map(mention).join(', ') || 'nobody' },
  { name: 'pulse comes', value: (settings) => cadenceNames[settings.cadence] },
  ...subjects.map((subject) => ({
    name: `question about ${subjectNames[subject].toLowerCase()}`,
    value: ({ questions }: Settings, titleOf: TitleOf) => `“${titleOf(questions[subject])}”`,
  })),
  { name: 'tracks', value: (settings) => settings.tracks.map((track) => trackNames[track]).join(', ') },
  { name: 'dates to skip', value: (settings) => settings.skipDates.join(', ') || 'none' },
  { name: 'readouts are for', value: (settings) => audienceNames[settings.audience] },
  { name: 'minimum answers', value: (settings) => String(settings.minimumAnswers) },
];

/** What is different, in words: `prompt: Monday 9:30 → Tuesday 10:00`. Empty if nothing is. */
export function settingsChanges(before: Settings, after: Settings, titleOf: TitleOf): readonly string[] {
  return wordings
    .map(({ name, value }) => ({ name, from: value(before, titleOf), to: value(after, titleOf) }))
    .filter(({ from, to }) => from !== to)
    .map(({ name, from, to }) => `${name}: ${from} → ${to}`);
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
