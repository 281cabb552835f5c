import { expect } from 'vitest';
import { team } from '../../playground/simulation/cast.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import { answerReply } from '../../src/pulse/pulse-view.ts';
import { levelName } from '../../src/readout/level.ts';
import { tooFewMessage } from '../../src/readout/readout-view.ts';
import { keys } from '../../src/redis/keys.ts';
import { countedTaps, type ExpectedClosing, expectedClosing, WINDOW } from './expected-closing.ts';
import type { Invariant } from './invariant.ts';
import { postsIn } from './posts.ts';

/** What becomes of answers: holds for every cast, however large. */
export const outcomeInvariants: readonly Invariant[] = [
  [
    'every tap gets one private answer: the first is added, others are refused, the manager’s too',
    (simulation) => {
      for (const pulse of simulation.pulses) {
        const counted = countedTaps(pulse, simulation);
        for (const tap of pulse.taps) {
          const isManager = tap.person.id === simulation.cast.manager.id;
          const refused = isManager ? 'not-on-pulse' : 'already-answered';
          const outcome = counted.includes(tap) ? 'added' : refused;
          expect(tap.answers).toEqual([answerReply(outcome).text]);
        }
      }
    },
  ],
  [
    'every pulse ends with exactly one closing message, at the end of its window',
    (simulation) => {
      for (const { openedAt } of simulation.pulses) {
        const posts = postsIn(simulation).filter(({ at }) => at === openedAt + WINDOW);
        expect(posts.map(({ kind }) => kind)).toEqual(['other']);
      }
    },
  ],
  [
    'what the channel reads at closing is what the counted taps imply',
    (simulation) => {
      for (const expected of simulation.pulses.map((pulse) => expectedClosing(pulse, simulation))) {
        const text = postsIn(simulation).find(({ at }) => at === expected.closesAt)?.text ?? '';
        expect(textsOf(expected).filter((allowed) => text.startsWith(allowed))).toHaveLength(1);
      }
    },
  ],
  [
    'what is kept of each question is what the counted taps imply',
    (simulation) => {
      const published = simulation.pulses
        .map((pulse) => expectedClosing(pulse, simulation))
        .filter((closing) => closing.kind === 'published');
      const kept = keptReadouts(simulation);
      expect(kept).toHaveLength(published.length);
      for (const { question, closesAt, levels, participation } of published) {
        const readout = kept.find(({ closedAt }) => closedAt === closesAt);
        expect(readout).toMatchObject({ question: question.id, participation });
        expect(levels).toContainEqual(readout?.level);
      }
    },
  ],
  [
    'the buttons are taken off a pulse once it is closed, and not before',
    (simulation) => {
      const updates = simulation.calls.filter(({ method }) => method === 'chat.update');
      expect(updates.map(({ at, arguments: sent }) => ({ at, ts: sent.ts }))).toEqual(
        simulation.pulses.map(({ openedAt, ts }) => ({ at: openedAt + WINDOW, ts })),
      );
    },
  ],
];

type KeptReadout = { readonly question: string; readonly closedAt: number; readonly level: unknown };

function keptReadouts({ end }: Simulation): readonly KeptReadout[] {
  const stored = end.keys.find(({ name }) => name === keys.readouts(team))?.values ?? [];
  return stored
    .filter(({ label }) => label.startsWith('question:'))
    .flatMap(({ label, text }) =>
      (JSON.parse(text) as Omit<KeptReadout, 'question'>[]).map((readout) => ({
        ...readout,
        question: label.slice('question:'.length),
      })),
    );
}

/** How the closing message may begin: written anew here, so that the app's own sentence is checked as well. */
function textsOf(expected: ExpectedClosing): readonly string[] {
  if (expected.kind === 'too-few') return [tooFewMessage(5).text];
  return expected.levels.map((level) => {
    const sentence = expected.question.readout.replace('{level}', levelName(level));
    return `What the pulse says: ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
  });
}
