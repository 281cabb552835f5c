import type { Random } from '../ports.ts';
import { randomBelow, shuffle } from '../shuffle.ts';
import type { Track } from '../team/team.ts';
import { isOwn } from './prompt.ts';

/** What decides about a bag, of a team's rotation. */
type Before = {
  readonly bags: { readonly [track in Track]: readonly string[] };
  readonly seen: { readonly [track in Track]: string };
  readonly shown: readonly string[];
};

/**
 * What is still to come of a track whose prompts are `ids`: what is left of its bag, with the team's newcomers mixed
 * in; or all of them shuffled, once nothing is left.
 */
export function bagOf(
  track: Track,
  ids: readonly string[],
  { bags, seen, shown }: Before,
  random: Random,
): readonly string[] {
  const left = bags[track].filter((id) => ids.includes(id) && !shown.includes(id));
  if (left.length === 0) return refill(ids, seen[track], random);
  // New ones would otherwise wait for the bag to be filled again, a year; so would those moved from the other track.
  const newcomers = ids.filter((id) => isOwn({ id }) && !left.includes(id) && !shown.includes(id));
  return mixIn(left, newcomers, random);
}

/** Some more ids in a bag, each at a random place among what is still to come, every place equally likely. */
export function mixIn(bag: readonly string[], ids: readonly string[], random: Random): readonly string[] {
  return ids.reduce<readonly string[]>(
    (mixed, id) => mixed.toSpliced(randomBelow(mixed.length + 1, random), 0, id),
    bag,
  );
}

/** What is `ready`, without what was skipped; if all of it was, without the latest; the latest if there is no other. */
export function withoutDeferred<P extends { readonly id: string }>(
  ready: readonly P[],
  deferred: readonly string[],
): readonly P[] {
  const others = ready.filter(({ id }) => !deferred.includes(id));
  if (others.length > 0) return others;
  return ready.length > 1 ? ready.filter(({ id }) => id !== deferred.at(-1)) : ready;
}

/** All ids in random order, but not beginning with the one that was shown last. */
function refill(ids: readonly string[], justSeen: string, random: Random): readonly string[] {
  const shuffled = shuffle(ids, random);
  const [first, ...rest] = shuffled;
  return first !== undefined && first === justSeen ? [...rest, first] : shuffled;
}
