import type { Locale } from '../locale.ts';
import { actions, button, escapeText, type Message, mention, section, typed } from '../slack/block-kit.ts';
import type { TeamId } from '../team-id.ts';
import type { ChangeProblems } from './what-changed.ts';
import { changedFields } from './what-changed-form.ts';
import type { WhatChangedOutcome } from './what-changed-service.ts';
import { readoutWords } from './words/index.ts';

/** Opens the form; the value says for which team, and which question is chosen already. */
export const changedAction = 'what-changed';

/** The button, for a message or the Home tab. `about`: the id of the question that is chosen already. */
export const changedButton = ({ channel }: TeamId, locale: Locale, about = '') =>
  button(readoutWords(locale).changed.open, changedAction, `${channel}.${about}`);

/** The button in a row of its own. */
export const changedActions = (team: TeamId, locale: Locale, about: string) =>
  actions('what-changed', [changedButton(team, locale, about)]);

/** The inverse of the button's value: the channel of a team and a question, '' where none is chosen. */
export function parseChangedValue(value: string): { channel: string; about: string } | undefined {
  const [, channel, about] = /^([CG][A-Z0-9]+)\.([a-z0-9-]*)$/.exec(value) ?? [];
  return channel === undefined || about === undefined ? undefined : { channel, about };
}

/** What the channel reads. Somebody's own words are plain text, in which nothing takes effect. */
export function changedMessage(
  said: { readonly by: string; readonly title: string; readonly text: string },
  locale: Locale,
): Message {
  const { message: words } = readoutWords(locale).changed;
  const who = words.by(mention(said.by), escapeText(said.title));
  return {
    text: `${words.title}: ${who}\n${escapeText(said.text)}`,
    blocks: [section(`*${words.title}:* ${who}`), typedSection(said.text)],
  };
}

/** Under the fields of the form, which stays open with what was typed; none where it was posted, or may have been. */
export function changedErrors(
  outcome: WhatChangedOutcome,
  locale: Locale,
): { readonly [block: string]: string } | undefined {
  if (outcome.kind === 'posted') return undefined;
  if (outcome.kind === 'invalid') return problemsAt(outcome.problems, locale);
  const { refused } = readoutWords(locale).changed;
  const isOut = outcome.kind === 'not-manager';
  return { [changedFields.text]: isOut ? refused['not-any-more'] : changedRefusal(outcome, locale) };
}

/** The error of a form that cannot be read. */
export const unreadableChange = (locale: Locale): { readonly [block: string]: string } => ({
  [changedFields.text]: readoutWords(locale).changed.refused.unreadable,
});

/** Why nothing was posted. */
export function changedRefusal(
  outcome: Exclude<WhatChangedOutcome, { kind: 'posted' | 'invalid' }>,
  locale: Locale,
): string {
  const { refused: words } = readoutWords(locale).changed;
  if (outcome.kind === 'not-manager')
    return words['not-manager'](outcome.managers.map(mention).join(', ') || words.nobody);
  if (outcome.kind !== 'not-posted') return words[outcome.kind];
  return outcome.code === 'ratelimited' ? words.busy : words['not-posted'](outcome.code);
}

/**
 * The direct message to somebody whose form was closed before it was certain how it ended, with what they wrote;
 * `undefined` where all is well.
 */
export function changedTrouble(
  outcome: WhatChangedOutcome,
  { team, text, locale }: { readonly team: TeamId; readonly text: string; readonly locale: Locale },
): Message | undefined {
  const sentence = troubleWith(outcome, team, locale);
  if (sentence === undefined) return undefined;
  return { text: `${sentence}\n${escapeText(text)}`, blocks: [section(sentence), typedSection(text)] };
}

function troubleWith(outcome: WhatChangedOutcome, { channel }: TeamId, locale: Locale): string | undefined {
  const { changed: words } = readoutWords(locale);
  if (outcome.kind === 'posted') {
    if (!outcome.isHeard) return words.unknown(`<#${channel}>`);
    return outcome.isKept ? undefined : words.notKept(`<#${channel}>`);
  }
  const [problem] = outcome.kind === 'invalid' ? Object.values(problemsAt(outcome.problems, locale)) : [];
  if (outcome.kind === 'invalid') return words.yourText(problem ?? words.refused.unreadable);
  return words.yourText(changedRefusal(outcome, locale));
}

function problemsAt({ question, text }: ChangeProblems, locale: Locale): { [block: string]: string } {
  const { problems: words } = readoutWords(locale).changed;
  const about = question === undefined ? {} : { [changedFields.question]: words[question] };
  if (text === undefined) return about;
  const sentence = text === 'empty' ? words.empty : words.tooLong(text.length, text.most);
  return { ...about, [changedFields.text]: sentence };
}

const typedSection = (text: string) => ({ type: 'section', text: typed(text) }) as const;
