import { expect } from 'vitest';
import { TIMEZONE } from '../../playground/simulation/cast.ts';
import { localMoment } from '../../playground/simulation/plain-text.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import { DAY } from '../../src/duration.ts';
import type { Invariant } from './invariant.ts';
import { postsIn, promptsIn, pulsesIn } from './posts.ts';

const SUBJECTS = ['workload', 'workload', 'asking', 'workload', 'workload', 'delegation'];

/** What comes when: holds for every cast, however large. */
export const rhythmInvariants: readonly Invariant[] = [
  [
    'a prompt comes every week, on Monday at 9:30 of the team’s own clock',
    (simulation) => {
      const moments = promptsIn(simulation).map(({ at }) => localMoment(at, TIMEZONE));
      expect(moments).toHaveLength(simulation.options.weeks);
      for (const moment of moments) expect(moment).toMatch(/^Mon .*, 09:30$/);
    },
  ],
  [
    'the tracks alternate, and no prompt comes twice',
    (simulation) => {
      const prompts = promptsIn(simulation).map(({ prompt }) => prompt);
      const tracks = prompts.map((_, at) => (at % 2 === 0 ? 'delegation' : 'asking-for-help'));
      expect(prompts.map(({ track }) => track)).toEqual(tracks);
      expect(new Set(prompts.map(({ id }) => id)).size).toBe(prompts.length);
    },
  ],
  [
    'a pulse opens on Wednesday at 14:00: every week from 8 people on, every two weeks from 5, else never',
    (simulation) => {
      const prompts = promptsIn(simulation);
      const pulses = pulsesIn(simulation);
      const weeks = pulses.map(({ at }) => prompts.filter((prompt) => prompt.at < at).length);
      expect(weeks).toEqual(weeksWithPulse(simulation));
      for (const { at } of pulses) expect(localMoment(at, TIMEZONE)).toMatch(/^Wed .*, 14:00$/);
    },
  ],
  [
    'pulses are at least five days apart',
    (simulation) => {
      const instants = pulsesIn(simulation).map(({ at }) => at);
      const gaps = instants.slice(1).map((at, before) => at - (instants[before] ?? at));
      expect(gaps.filter((gap) => gap < 5 * DAY)).toEqual([]);
    },
  ],
  [
    'two pulses of three ask about workload, the third about asking and delegation in turn',
    (simulation) => {
      const subjects = pulsesIn(simulation).map(({ question }) => question.about);
      expect(subjects).toEqual(SUBJECTS.slice(0, subjects.length));
    },
  ],
  [
    'the channel gets one welcome, the prompts, the pulses, one closing for each, what people ask and change, and nothing else',
    (simulation) => {
      const pulses = pulsesIn(simulation).length;
      const posts = postsIn(simulation);
      expect(posts[0]?.text).toContain('added Many Hands to this channel');
      const ofTheApp = posts.filter(({ kind }) => kind !== 'card' && kind !== 'changed');
      expect(ofTheApp).toHaveLength(1 + promptsIn(simulation).length + 2 * pulses);
    },
  ],
  [
    'the cast has seen every pulse that was posted',
    (simulation) => {
      const posted = pulsesIn(simulation).map(({ at }) => at);
      expect(simulation.pulses.map(({ openedAt }) => openedAt)).toEqual(posted);
    },
  ],
];

/** The weeks, from 1, that have a pulse. */
function weeksWithPulse({ options: { people, weeks } }: Simulation): readonly number[] {
  const all = Array.from({ length: weeks }, (_, at) => at + 1);
  if (people < 5) return [];
  return people < 8 ? all.filter((week) => week % 2 === 1) : all;
}
