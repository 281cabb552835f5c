import type { Locale } from '../locale.ts';
import { line, type Message, mention } from '../slack/block-kit.ts';
import { unformatted } from '../slack/form-fields.ts';
import { type FailedPost, needsMending } from '../slack/outcome.ts';
import { causeOf, troubleWith } from '../team/trouble-view.ts';
import { teamWords } from '../team/words/index.ts';
import { MOST_HELPERS } from './ask.ts';
import { listed } from './ask-card-view.ts';
import type { AskOutcome } from './ask-posting.ts';
import type { AskChange } from './ask-pressing.ts';
import { practiceWords } from './words/index.ts';

/** What somebody pressed on a card. */
export type AskStep = 'helping' | 'thanked' | 'dropped';

/** The private line for whoever pressed: what was done, or why nothing was. */
export function askReply(
  change: AskChange,
  by: { readonly user: string; readonly step: AskStep },
  locale: Locale,
): Message {
  const { replies: words } = practiceWords(locale).ask;
  if (change.kind === 'unreadable') return line(words.unreadable);
  if (change.kind === 'not-shown') return line(notShown(change.failure, locale));
  if (change.kind === 'refused') {
    if (change.why === 'full') return line(words.full(MOST_HELPERS));
    if (change.why === 'not-yours') return line(words['not-yours'](mention(change.state.asker)));
    return line(words[change.why]);
  }
  const sentence =
    by.step === 'helping'
      ? helpingSentence(change, by.user, locale)
      : closedSentence(change, by.step, locale);
  return line(change.isShown ? sentence : `${sentence} ${words.maybeShown}`);
}

type Done = Extract<AskChange, { kind: 'done' }>;

function helpingSentence({ state, untold = [] }: Done, user: string, locale: Locale): string {
  const { replies: words, start } = practiceWords(locale).ask;
  if (untold.length === 0) return words.helping;
  const others = untold.filter((other) => other !== user);
  const here = others.length < untold.length ? [words.helpingHere(start.helperSteps[state.help])] : [];
  const alone = others.length > 0 ? [words.helpingAlone(listed(others, locale))] : [];
  return [...here, ...alone].join(' ');
}

function closedSentence({ state, untold = [] }: Done, step: 'thanked' | 'dropped', locale: Locale): string {
  const { replies: words } = practiceWords(locale).ask;
  if (state.helpers.length === 0) return words[step];
  return `${words[step]} ${untold.length === 0 ? words.told : words.notTold(listed(untold, locale))}`;
}

/** Codes with which Slack says that the message is not there any more. */
const DELETED = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);
/** Slack's code for a message in an archived channel. */
const INACTIVE = 'is_inactive';

function notShown({ code }: FailedPost, locale: Locale): string {
  const { replies: words } = practiceWords(locale).ask;
  if (DELETED.has(code)) return words.deleted;
  if (needsMending(code) || code === INACTIVE) return words.gone;
  if (code === 'ratelimited') return words.busy;
  return words.notShown(code);
}

type Unposted = Exclude<AskOutcome, { kind: 'posted' }>;

/** Why nothing was posted, in a sentence or two. */
export function askProblemSentence(problem: Unposted, locale: Locale): string {
  const { refused: words } = practiceWords(locale).ask;
  if (problem.kind === 'not-enrolled') return teamWords(locale).replies.notEnrolled;
  if (problem.kind === 'suspended') return words.suspended(troubleWith(problem.code, locale));
  if (problem.kind !== 'not-posted') return words[problem.kind];
  const { kind, code } = problem.failure;
  if (code === 'ratelimited') return words.busy;
  if (kind === 'unknown') return words.unsure;
  return needsMending(code) ? words.suspended(troubleWith(code, locale)) : words.notPosted(code);
}

/** The same under a field of the form, which shows no formatting, and without a word about prompts. */
export function askProblemInForm(problem: Unposted, locale: Locale): string {
  const code = problem.kind === 'not-posted' ? problem.failure.code : '';
  const stopped = problem.kind === 'suspended' ? problem.code : needsMending(code) ? code : undefined;
  if (stopped === undefined) return unformatted(askProblemSentence(problem, locale));
  return unformatted(practiceWords(locale).ask.refused.suspended(causeOf(stopped, locale)));
}

/** To the asker, where nobody may be reminded of what they asked. */
export function reminderTrouble(trouble: 'maybe' | 'no', locale: Locale): Message {
  const { replies: words } = practiceWords(locale).ask;
  return line(trouble === 'no' ? words.notReminded : words.maybeReminded);
}
