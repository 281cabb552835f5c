import { type ContestantName, contestantNames, type Entrant, openField } from './contestants/field.ts';
import { closedLoop } from './crowd/closed-loop.ts';
import { createCrowd } from './crowd/crowd.ts';
import { openPlace } from './place.ts';
import type { Section } from './section.ts';
import { median, medianRatio } from './statistics.ts';
import { type Goal, number, type Row } from './table.ts';

const names: { readonly [name in ContestantName]: string } = {
  bare: '(a) bare node:http',
  bolt: '(b) plain Bolt',
  http: '(c) Many Hands, HTTP',
  socket: '(d) Many Hands, Socket Mode',
};

/** Rounds of each contestant that do not count: V8 compiles what is used much. */
const WARM_UP = 5;

/** What a contestant did in one round. */
type Round = {
  readonly perSecond: number;
  /** Of processor time an answer; NaN where the machine does not say. */
  readonly microseconds: number;
  readonly uncounted: number;
};

type Results = { readonly [name in ContestantName]: readonly Round[] };

/** Answers per second with 64 at once: one contestant after the other, round by round, and the medians. */
export const answers: Section = {
  name: 'answers',
  async run({ rounds, answers: size, progress, open }) {
    const place = await open(openPlace());
    const field = await open(openField(place, contestantNames));
    const crowd = createCrowd({ place, slack: field.slack });
    const all: { readonly [name in ContestantName]: Round[] } = { bare: [], bolt: [], http: [], socket: [] };
    for (const name of contestantNames) {
      progress(`answers: warming up, ${names[name]}`);
      await play(field.entrant(name), WARM_UP * size);
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const name of contestantNames) {
        progress(`answers: round ${round + 1} of ${rounds}, ${names[name]}`);
        all[name].push(await play(field.entrant(name), size));
      }
    }
    return rowsOf(all);

    async function play(entrant: Entrant, count: number): Promise<Round> {
      const { lanes } = entrant;
      const taps = await crowd.gather(count, lanes);
      await lanes.renew();
      const before = entrant.processorTime();
      const { counted, milliseconds } = await closedLoop({ slack: field.slack, lanes: lanes.count, taps });
      return {
        perSecond: (count / milliseconds) * 1_000,
        microseconds: ((entrant.processorTime() - before) / count) * 1_000,
        uncounted: count - counted,
      };
    }
  },
};

function rowsOf(results: Results): readonly Row[] {
  const rates = (name: ContestantName) => results[name].map(({ perSecond }) => perSecond);
  return contestantNames.map((name) => {
    const times = {
      timesBolt: medianRatio(rates(name), rates('bolt')),
      timesBare: medianRatio(rates(name), rates('bare')),
    };
    return {
      what: `${names[name]}, 64 at once`,
      measured: measured(results[name]),
      ...times,
      goals: goalsOf(name, times),
    };
  });
}

function measured(rounds: readonly Round[]): string {
  const microseconds = median(rounds.map((round) => round.microseconds));
  const uncounted = rounds.reduce((sum, round) => sum + round.uncounted, 0);
  return [
    `${number(median(rounds.map(({ perSecond }) => perSecond)))} answers a second`,
    ...(Number.isNaN(microseconds) ? [] : [`${number(microseconds)} µs of processor each`]),
    ...(uncounted === 0 ? [] : [`${number(uncounted)} NOT COUNTED`]),
  ].join(', ');
}

type Times = { readonly timesBolt: number; readonly timesBare: number };

function goalsOf(name: ContestantName, { timesBolt, timesBare }: Times): readonly Goal[] {
  if (name === 'socket') return [{ text: '≥ 2 × b', isMet: timesBolt >= 2 }];
  if (name !== 'http') return [];
  return [
    { text: '≥ 1.5 × b', isMet: timesBolt >= 1.5 },
    { text: '≥ 0.6 × a', isMet: timesBare >= 0.6 },
  ];
}
