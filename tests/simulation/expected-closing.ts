import type { PulseRun, Tap } from '../../playground/simulation/pulse-run.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import type { Question } from '../../src/pulse/question.ts';
import { type Level, levelOf, scaleFor } from '../../src/readout/level.ts';
import { type Participation, participationOf } from '../../src/readout/participation.ts';
import { content } from './posts.ts';

/** How a pulse must end, worked out from what the cast did and not from anything the app said. */
export type ExpectedClosing = { readonly question: Question; readonly closesAt: number } & (
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'published';
      readonly levels: readonly Level[];
      readonly participation: Participation | null;
    }
);

export const WINDOW = 48 * 60 * 60 * 1000;
const THRESHOLD = 5;

/** The taps that count: the first of each teammate's. The manager's never does. */
export function countedTaps({ taps }: PulseRun, { cast }: Pick<Simulation, 'cast'>): readonly Tap[] {
  return taps.filter(
    ({ person }, at) =>
      cast.teammates.some(({ id }) => id === person.id) &&
      taps.findIndex((tap) => tap.person.id === person.id) === at,
  );
}

export function expectedClosing(pulse: PulseRun, simulation: Simulation): ExpectedClosing {
  const question = questionOf(pulse);
  const closesAt = pulse.openedAt + WINDOW;
  const counted = countedTaps(pulse, simulation);
  if (counted.length < THRESHOLD) return { kind: 'too-few', question, closesAt };
  const strained = counted.filter(({ option }) => question.options[option]?.strained).length;
  const electorate = simulation.cast.teammates.length;
  const levels = allowedLevels({ strained, answers: counted.length, electorate });
  const participation = participationOf(counted.length, electorate);
  return { kind: 'published', question, closesAt, levels, participation };
}

/**
 * The levels that these answers may be shown as. The one place to change when soft edges and the same-side rule
 * come: then the neighbours of the exact level are allowed as well.
 */
function allowedLevels(counts: {
  readonly strained: number;
  readonly answers: number;
  readonly electorate: number;
}): readonly Level[] {
  const { strained, answers, electorate } = counts;
  return [levelOf(strained, answers, scaleFor(electorate, answers))];
}

export function questionOf(pulse: PulseRun): Question {
  const question = content.questions.find(({ text }) => pulse.text.includes(text));
  if (question === undefined) throw new Error('a pulse asks a question that is not in the catalogue');
  return question;
}
