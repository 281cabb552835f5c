import { z } from 'zod';
import type { Random } from '../ports.ts';
import { type Subject, type Track, tracks } from '../team/team.ts';
import { bagOf, withoutDeferred } from './bag.ts';
import { subjectAnswered } from './leaning.ts';
import { type AnyPrompt, isOwn, type Prompt } from './prompt.ts';

const bag = z.array(z.string()).readonly();

const noneDeferred = { delegation: [], 'asking-for-help': [] };

/** A team's place in the library: what is still to come in each track, and what was drawn last. */
export const rotationSchema = z.object({
  bags: z.object({ delegation: bag, 'asking-for-help': bag }),
  /** The last draw, with its slot's instant (ms), so that a repeated job gets the same prompt. */
  drawn: z.object({ slot: z.number(), track: z.enum(tracks), id: z.string() }).nullable(),
  /** The last draw of each track ('' before the first), so that a new bag does not begin with it. */
  seen: z.object({ delegation: z.string(), 'asking-for-help': z.string() }),
  /** The team's own prompts that came since their bag was filled: any other is still to come, however new. */
  shown: bag.default([]),
  /** What was skipped since a track's last draw, the latest last: not the next one again, even should it fit best. */
  deferred: z.object({ delegation: bag, 'asking-for-help': bag }).default(noneDeferred),
});

export type Rotation = z.infer<typeof rotationSchema>;

export const newRotation: Rotation = {
  bags: { delegation: [], 'asking-for-help': [] },
  drawn: null,
  seen: { delegation: '', 'asking-for-help': '' },
  shown: [],
  deferred: noneDeferred,
};

/** Why a prompt is the next one: its turn in the shuffled order, or what the last readouts say. */
export type Reason = { readonly kind: 'turn' } | { readonly kind: 'answers'; readonly subject: Subject };

export type Draw<P extends AnyPrompt> = {
  readonly prompt: P;
  readonly reason: Reason;
  readonly rotation: Rotation;
};

export type World<P extends AnyPrompt> = {
  /** The library, and the team's own prompts. */
  readonly catalogue: readonly P[];
  /** The tracks the team chose. */
  readonly tracks: readonly Track[];
  /** How deep a prompt may go now. */
  readonly deepest: Prompt['depth'];
  /** What the last readouts were heavy about. */
  readonly heavy: readonly Subject[];
  readonly random: Random;
};

/** How far ahead in the bag a prompt may be taken from because it answers a readout. */
const LOOKAHEAD = 6;

/**
 * The prompt for a slot (its instant in ms) and the rotation after it. Tracks alternate; within a track nothing
 * repeats before the bag is empty, and then not the one that track showed last. The same slot gets the same prompt
 * again, in the words that are in force now; one of its track instead, should that one have been removed: what is
 * removed never comes.
 */
export function drawPrompt<P extends AnyPrompt>(rotation: Rotation, slot: number, world: World<P>): Draw<P> {
  const drawn = rotation.drawn?.slot === slot ? rotation.drawn : undefined;
  const again = world.catalogue.find(({ id }) => drawn?.id === id);
  if (again !== undefined) return { prompt: again, reason: { kind: 'turn' }, rotation };
  const track = world.tracks.find((chosen) => chosen === drawn?.track) ?? nextTrack(rotation, world.tracks);
  const { prompt, reason, rotation: filled } = peekInto(track, rotation, world);
  const rest = filled.bags[prompt.track].filter((id) => id !== prompt.id);
  return {
    prompt,
    reason,
    rotation: {
      bags: { ...filled.bags, [prompt.track]: rest },
      drawn: { slot, track: prompt.track, id: prompt.id },
      seen: { ...filled.seen, [prompt.track]: prompt.id },
      shown: isOwn(prompt) ? [...filled.shown, prompt.id] : filled.shown,
      deferred: { ...filled.deferred, [prompt.track]: [] },
    },
  };
}

/** The prompt that comes next and why, with the bag it will come from filled. */
export function peekPrompt<P extends AnyPrompt>(rotation: Rotation, world: World<P>): Draw<P> {
  return peekInto(nextTrack(rotation, world.tracks), rotation, world);
}

function peekInto<P extends AnyPrompt>(track: Track, rotation: Rotation, world: World<P>): Draw<P> {
  const known = new Map(
    world.catalogue.filter((prompt) => prompt.track === track).map((prompt) => [prompt.id, prompt]),
  );
  const bag = bagOf(track, [...known.keys()], rotation, world.random);
  const inOrder = bag.flatMap((id) => known.get(id) ?? []);
  return {
    ...choose(inOrder, rotation.deferred[track], world),
    rotation: withBag(rotation, track, bag, world),
  };
}

/** The rotation with this bag for a track. What is in it is still to come. */
function withBag(
  rotation: Rotation,
  track: Track,
  bag: readonly string[],
  { catalogue }: World<AnyPrompt>,
): Rotation {
  const own = catalogue.filter(isOwn).map(({ id }) => id);
  const shown = own.filter((id) => rotation.shown.includes(id) && !bag.includes(id));
  return { ...rotation, bags: { ...rotation.bags, [track]: bag }, shown };
}

/** The rotation with the next prompt at the end of its bag: skipped, it comes back later, after another if there is one. */
export function deferPrompt<P extends AnyPrompt>(rotation: Rotation, world: World<P>): Draw<P> {
  const next = peekPrompt(rotation, world);
  const { track, id } = next.prompt;
  const { bags, deferred } = next.rotation;
  const last = (ids: readonly string[]) => [...ids.filter((other) => other !== id), id];
  const after = {
    bags: { ...bags, [track]: last(bags[track]) },
    deferred: { ...deferred, [track]: last(deferred[track]) },
  };
  return { ...next, rotation: { ...next.rotation, ...after } };
}

/**
 * The first in the bag's order that is not too deep yet, unless one of the next few answers a heavy readout: that
 * one comes sooner. Chance decides only the order of the bag, so a preview is what will be posted.
 */
function choose<P extends AnyPrompt>(
  bag: readonly P[],
  deferred: readonly string[],
  world: World<P>,
): Pick<Draw<P>, 'prompt' | 'reason'> {
  const ready = withoutDeferred(
    bag.filter(({ depth }) => depth <= world.deepest),
    deferred,
  );
  const [first, ...others] =
    ready.length > 0 ? ready : [...bag].sort((one, other) => one.depth - other.depth);
  if (first === undefined) throw new Error('the catalogue has no prompt for a track');
  for (const prompt of [first, ...others.slice(0, LOOKAHEAD - 1)]) {
    const subject = prompt.practice && subjectAnswered(prompt.practice, world.heavy);
    if (subject !== undefined) return { prompt, reason: { kind: 'answers', subject } };
  }
  return { prompt: first, reason: { kind: 'turn' } };
}

function nextTrack(rotation: Rotation, chosen: readonly Track[]): Track {
  const last = rotation.drawn === null ? -1 : chosen.indexOf(rotation.drawn.track);
  return chosen[(last + 1) % chosen.length] ?? tracks[0];
}
