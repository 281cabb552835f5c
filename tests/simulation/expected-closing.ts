import type { PulseRun } from '../../playground/simulation/pulse-run.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import { createKeyedStream } from '../../src/pulse/keyed-stream.ts';
import { deriveKey } from '../../src/pulse/pulse-key.ts';
import type { Question } from '../../src/pulse/question.ts';
import { type Level, levelOf, scaleFor } from '../../src/readout/level.ts';
import { type Participation, participationOf } from '../../src/readout/participation.ts';
import { displayedLevel } from '../../src/readout/same-side.ts';
import { soften } from '../../src/readout/soft-edges.ts';
import { content } from './posts.ts';
import { standingChoices } from './standing.ts';

/** How a pulse must end, worked out from what the cast did and the pulse's key, not from anything the app said. */
export type ExpectedClosing = { readonly question: Question; readonly closesAt: number } & (
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'published';
      /** The one that is shown. */
      readonly level: Level;
      /** The one this pulse itself had: with noise, before the same-side rule. */
      readonly own: Level;
      /** The one it would have had without noise. */
      readonly exact: Level;
      readonly participation: Participation | null;
    }
);

export const WINDOW = 48 * 60 * 60 * 1000;
const THRESHOLD = 5;

/** One for each pulse, in their order: what a question is shown as depends on its pulses before. */
export function expectedClosings(simulation: Simulation): readonly ExpectedClosing[] {
  const before = new Map<string, ExpectedClosing>();
  return simulation.pulses.map((pulse) => {
    const question = questionOf(pulse);
    const closing = expectedClosing(pulse, simulation, before.get(question.id));
    if (closing.kind === 'published') before.set(question.id, closing);
    return closing;
  });
}

function expectedClosing(
  pulse: PulseRun,
  simulation: Simulation,
  before: ExpectedClosing | undefined,
): ExpectedClosing {
  const question = questionOf(pulse);
  const closesAt = pulse.openedAt + WINDOW;
  const choices = standingChoices(pulse, simulation);
  const answers = choices.length;
  if (answers < THRESHOLD) return { kind: 'too-few', question, closesAt };
  const strained = choices.filter((choice) => question.options[choice]?.strained).length;
  const electorate = simulation.cast.teammates.length;
  const levelAt = (count: number) => levelOf(count, answers, scaleFor(electorate, answers, THRESHOLD));
  const own = levelAt(soften(strained, answers, noiseOf(pulse)));
  const last = before?.kind === 'published' ? before : undefined;
  return {
    ...{ kind: 'published', question, closesAt, own, exact: levelAt(strained) },
    level: displayedLevel(last?.level, last?.own, own),
    participation: participationOf(answers, { electorate, threshold: THRESHOLD }),
  };
}

const noiseOf = ({ pulseKey }: PulseRun) => createKeyedStream(deriveKey(pulseKey, 'noise'));

function questionOf(pulse: PulseRun): Question {
  const question = content.questions.find(({ text }) => pulse.text.includes(text));
  if (question === undefined) throw new Error('a pulse asks a question that is not in the catalogue');
  return question;
}
