import type { Locale } from '../locale.ts';
import type { FormState } from '../team/settings-input.ts';
import { isVisible, tidiedLines } from '../typed-text.ts';
import { type CheckInProblem, checkInProblem, dateName } from './check-in.ts';
import { type Latitude, LONGEST_CONTEXT, LONGEST_OUTCOME, latitudes, usualLatitude } from './hand-over.ts';
import type { HandOverMetadata } from './hand-over-metadata.ts';
import { practiceWords } from './words/index.ts';

/** The fields' block ids, which errors are shown at. */
export const handOverFields = {
  to: 'hand-over-to',
  outcome: 'hand-over-outcome',
  context: 'hand-over-context',
  latitude: 'hand-over-latitude',
  checkIn: 'hand-over-check-in',
} as const;

/** Sentences by block id. */
export type FieldErrors = { readonly [block: string]: string };

/** What a form says, before anybody is asked who the receiver is or what the giver's calendar shows. */
export type HandOverInput = {
  readonly receiver: string;
  readonly outcome: string;
  readonly context: string;
  readonly latitude: Latitude;
  /** As it came; see `checkInErrors`. */
  readonly checkIn: string;
};

/**
 * Reads a submitted form of `giver`: what was entered, or a sentence for each field that cannot be taken. A field that
 * did not come back keeps what the form offered.
 */
export function readHandOver(
  state: FormState,
  giver: string,
  { locale, offered }: HandOverMetadata,
): { readonly input: HandOverInput } | { readonly errors: FieldErrors } {
  const { errors: words } = practiceWords(locale).handOver;
  const field = (id: string) => state[id]?.[id];
  const textOf = (id: string, otherwise: string) => {
    const entered = field(id);
    const text = tidiedLines(entered === undefined ? otherwise : (entered.value ?? ''));
    return isVisible(text) ? text : '';
  };
  const outcome = textOf(handOverFields.outcome, offered.outcome);
  const context = textOf(handOverFields.context, offered.context);
  const receiver = field(handOverFields.to)?.selected_user ?? '';
  const chosen = field(handOverFields.latitude)?.selected_option?.value ?? usualLatitude;
  const latitude = latitudes.find((known) => known === chosen);
  const day = field(handOverFields.checkIn);
  const checkIn = day === undefined ? offered.checkIn : (day.selected_date ?? '');
  const errors = {
    ...errorAt(
      handOverFields.outcome,
      outcome === '' ? words.empty : tooLong(outcome, LONGEST_OUTCOME, locale),
    ),
    ...errorAt(handOverFields.context, tooLong(context, LONGEST_CONTEXT, locale)),
    ...errorAt(handOverFields.latitude, latitude === undefined ? words.latitude : undefined),
    ...errorAt(
      handOverFields.to,
      receiver === '' ? words.nobody : receiver === giver ? words.self : undefined,
    ),
  };
  if (latitude === undefined || Object.keys(errors).length > 0) return { errors };
  return { input: { receiver, outcome, context, latitude, checkIn } };
}

/** What is wrong with the day of the first check-in, on the calendar of the giver's timezone at `now` (ms). */
export function checkInErrors(
  date: string,
  when: { readonly now: number; readonly timezone: string },
  locale: Locale,
): FieldErrors {
  const problem = checkInProblem(date, when.now, when.timezone);
  return errorAt(handOverFields.checkIn, problem && checkInSentence(problem, locale));
}

function checkInSentence(problem: CheckInProblem, locale: Locale): string {
  const { errors: words } = practiceWords(locale).handOver;
  return problem.kind === 'too-far' ? words.tooFar(dateName(problem.latest, locale)) : words[problem.kind];
}

const errorAt = (field: string, sentence: string | undefined): FieldErrors =>
  sentence === undefined ? {} : { [field]: sentence };

function tooLong(text: string, most: number, locale: Locale): string | undefined {
  const { length } = [...text];
  return length > most ? practiceWords(locale).handOver.errors.tooLong(length, most) : undefined;
}
