import { expect } from 'vitest';
import { team } from '../../playground/simulation/cast.ts';
import type { PulseRun } from '../../playground/simulation/pulse-run.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import { answerReply } from '../../src/pulse/answer-view.ts';
import type { AnswerOutcome } from '../../src/pulse/pulse-answers.ts';
import { receiptList } from '../../src/pulse/receipt.ts';
import { tokenOf } from '../../src/pulse/tally.ts';
import { levelName } from '../../src/readout/level.ts';
import { tooFewMessage } from '../../src/readout/readout-view.ts';
import { keys } from '../../src/redis/keys.ts';
import { type ExpectedClosing, expectedClosings, WINDOW } from './expected-closing.ts';
import type { Invariant } from './invariant.ts';
import { postsIn } from './posts.ts';
import { type Deed, deedsOf, receiptFor, standing } from './standing.ts';

/** What becomes of answers: holds for every cast, however large. */
export const outcomeInvariants: readonly Invariant[] = [
  [
    'every tap gets one private answer: the first is added, changes are taken, others are refused, the manager’s too',
    (simulation) => {
      for (const pulse of simulation.pulses)
        for (const deed of deedsOf(pulse, simulation))
          expect(deed.tap.answers).toEqual([answerReply(outcomeOf(pulse, deed), 'A', 'en').text]);
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
      for (const expected of expectedClosings(simulation)) {
        const text = postsIn(simulation).find(({ at }) => at === expected.closesAt)?.text ?? '';
        expect(text.slice(0, textOf(expected).length)).toBe(textOf(expected));
      }
    },
  ],
  [
    'what is kept of each question is what the counted taps imply, the undisplayed level of the newest alone',
    (simulation) => {
      const published = expectedClosings(simulation).filter((closing) => closing.kind === 'published');
      const kept = keptReadouts(simulation);
      expect(kept).toHaveLength(published.length);
      for (const { question, closesAt, level, own, participation } of published) {
        const isNewest = published.findLast((other) => other.question === question)?.closesAt === closesAt;
        const readout = kept.find(({ closedAt }) => closedAt === closesAt);
        expect(readout).toMatchObject({ question: question.id, participation, level });
        expect(readout?.undisplayed).toEqual(isNewest ? own : undefined);
      }
    },
  ],
  [
    'the list of receipts has a code for everyone who was asked, and is that of what stands',
    (simulation) => {
      const { cast, pulses, receipts } = simulation;
      expect(receipts.map(({ at }) => at)).toEqual(pulses.map(({ openedAt }) => openedAt + WINDOW));
      for (const [at, pulse] of pulses.entries()) {
        const versions = new Map(
          standing(pulse, simulation).map(({ tap, version }) => [tap.person.id, version]),
        );
        const entries = cast.teammates.map(({ id }) => {
          return { token: tokenOf(pulse.pulseKey, id), version: versions.get(id) ?? 0, r: '' };
        });
        expect(receipts[at]?.text.match(CODES)).toEqual(receiptList(pulse.pulseKey, entries));
      }
    },
  ],
  [
    'the buttons are taken off a pulse once it is closed, and not before',
    (simulation) => {
      const cards = new Set(simulation.practice.map(({ card }) => card.ts));
      const updates = simulation.calls.filter(
        ({ method, arguments: sent }) => method === 'chat.update' && !cards.has(String(sent.ts)),
      );
      expect(updates.map(({ at, arguments: sent }) => ({ at, ts: sent.ts }))).toEqual(
        simulation.pulses.map(({ openedAt, ts }) => ({ at: openedAt + WINDOW, ts })),
      );
    },
  ],
];

const CODES = /[0-9A-Z]{5}-[0-9A-Z]{5}/g;

function outcomeOf(pulse: PulseRun, deed: Deed): AnswerOutcome {
  const { kind } = deed;
  if (kind !== 'added' && kind !== 'changed') return { kind };
  const { id: pulseId, options } = pulse;
  return { kind, pulseId, optionCount: options.length, sealed: '', receipt: receiptFor(pulse, deed) };
}

type KeptReadout = {
  readonly question: string;
  readonly closedAt: number;
  readonly level: unknown;
  readonly undisplayed?: unknown;
};

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

/** How the closing message must begin: written anew here, so that the app's own sentence is checked as well. */
function textOf(expected: ExpectedClosing): string {
  if (expected.kind === 'too-few') return tooFewMessage(5, 'en').text;
  const sentence = expected.question.readout.replace('{level}', levelName(expected.level, 'en'));
  return `What the pulse says: ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
