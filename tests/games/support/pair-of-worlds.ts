import type { Random } from '../../../src/ports.ts';
import type { Choice } from '../../../src/pulse/tally.ts';
import { randomBelow, shuffle } from '../../../src/shuffle.ts';
import { latecomer, manager, respondents } from './pulse-week.ts';

/** `A` and `B` are the two worlds of a pair. */
export type Side = 'A' | 'B';
type Choices = { readonly [side in Side]: Choice };

/** One thing somebody does; only `choices` may differ between the worlds, and only for the person concerned. */
export type Step = {
  readonly user: string;
  /** `change` presses *Change my answer* first; `stale` uses the first seal again; `tampered` a broken one. */
  readonly kind: 'tap' | 'change' | 'stale' | 'tampered' | 'look';
  readonly choices: Choices;
};

/** A pulse as two worlds play it. */
export type Pair = {
  readonly people: readonly string[];
  /** The one person whose answer differs. */
  readonly concerned: string;
  readonly steps: readonly Step[];
};

export const OPTIONS = 5;
const WITHDRAWN_ONE_IN = 5;

/** A random pair: who answers, what, and every kind of second thought. `B` is as `A` until `otherAnswers`. */
export function drawPair(random: Random): Pair {
  const people = respondents(5 + randomBelow(5, random));
  const [concerned = ''] = shuffle(people, random);
  const others = people.filter((user) => user !== concerned);
  const steps = [
    ...shuffle(
      [
        ...others.flatMap((user) => someonesSteps(user, random)),
        step('tap', manager, random),
        step('tap', latecomer, random),
      ],
      random,
    ),
  ];
  const at = randomBelow(steps.length + 1, random);
  const all = [...steps.slice(0, at), ...concernedSteps(concerned, random), ...steps.slice(at)];
  return { people, concerned, steps: all };
}

/**
 * The same pair, with the choices of the person concerned drawn anew in world B, until their answer is another one and
 * `isFit`, which says whether both worlds publish the same. `undefined` where no draw of a thousand does.
 */
export function otherAnswers(pair: Pair, random: Random, isFit: (other: Pair) => boolean): Pair | undefined {
  for (let draw = 0; draw < 1_000; draw += 1) {
    const other = { ...pair, steps: pair.steps.map((one) => redrawn(one, pair, random)) };
    const [A, B] = (['A', 'B'] as const).map((side) => answersAfter(other, side).get(pair.concerned));
    if (A !== B && isFit(other)) return other;
  }
  return undefined;
}

function redrawn(one: Step, { concerned }: Pair, random: Random): Step {
  if (one.user !== concerned) return one;
  const { choices } = step(one.kind, one.user, random);
  return { ...one, choices: { A: one.choices.A, B: choices.A } };
}

/** Most tap, some twice (the second is refused), one in six not at all. */
function someonesSteps(user: string, random: Random): readonly Step[] {
  const kind = randomBelow(6, random);
  if (kind === 0) return [];
  return kind === 1 ? [step('tap', user, random), step('tap', user, random)] : [step('tap', user, random)];
}

/** Everything that can become of one's own answer, in random order after the first tap. */
function concernedSteps(user: string, random: Random): readonly Step[] {
  const later = ['tap', 'change', 'change', 'stale', 'tampered', 'look'] as const;
  const kinds = shuffle(later, random).slice(0, 3 + randomBelow(4, random));
  return [step('tap', user, random), ...kinds.map((kind) => step(kind, user, random))];
}

function step(kind: Step['kind'], user: string, random: Random): Step {
  const isWithdrawal = (kind === 'change' || kind === 'stale') && randomBelow(WITHDRAWN_ONE_IN, random) === 0;
  const choice = isWithdrawal ? 'none' : randomBelow(OPTIONS, random);
  return { kind, user, choices: { A: choice, B: choice } };
}

/** What stands for each person in the end, by the rules of the product and not by the app's code. */
export function answersAfter(pair: Pair, side: Side): ReadonlyMap<string, Choice> {
  const standing = new Map<string, { readonly choice: Choice; readonly changes: number }>();
  for (const { kind, user, choices } of pair.steps) {
    if (!pair.people.includes(user)) continue;
    const now = standing.get(user);
    const isFirst = kind === 'tap' && now === undefined;
    const isChange = now !== undefined && (kind === 'change' || (kind === 'stale' && now.changes === 0));
    if (isFirst || isChange) standing.set(user, { choice: choices[side], changes: (now?.changes ?? -1) + 1 });
  }
  return new Map([...standing].map(([user, { choice }]) => [user, choice]));
}
