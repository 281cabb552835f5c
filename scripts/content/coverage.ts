import type { ContentFile } from '../../src/content-file.ts';
import { type Prompt, practices, signs } from '../../src/prompts/prompt.ts';
import type { Question } from '../../src/pulse/question.ts';
import type { SuggestedActions } from '../../src/readout/action-catalogue.ts';
import { type Subject, subjects, tracks } from '../../src/team/team.ts';

/** Two years of Mondays in a single track, and enough of everything that none of it is missing. */
export const PER_TRACK = 52;
export const PER_SIGN = 6;
export const PER_PRACTICE = 6;
/** A team sees only depth 1 for four weeks and up to 2 until the twelfth, in one track perhaps, and may skip some. */
export const PER_TRACK_AND_DEPTH = { 1: 14, 2: 22 } as const;
export const PER_SUBJECT: { readonly [subject in Subject]: number } = {
  workload: 6,
  asking: 3,
  delegation: 3,
};
/** Actions are shown in turn: with two, a level that stays shows the same one every other time. */
export const PER_LEVEL = 3;

/** What of the subject matter is missing. */
export function coverageProblems({ entries }: ContentFile<Prompt>): readonly string[] {
  return [
    ...signs.flatMap((sign) => tooFewOfSign(entries, sign)),
    ...practices.flatMap((practice) =>
      atLeast(
        PER_PRACTICE,
        entries.filter((prompt) => prompt.practice === practice).length,
        `for the practice “${practice}”`,
      ),
    ),
    ...tracks.flatMap((track) =>
      tooFewOfTrack(
        entries.filter((prompt) => prompt.track === track),
        track,
      ),
    ),
  ];
}

/** The subjects that have too few questions. */
export function questionCountProblems({ entries }: ContentFile<Question>): readonly string[] {
  return subjects.flatMap((subject) => {
    const count = entries.filter(({ about }) => about === subject).length;
    const needed = PER_SUBJECT[subject];
    return count >= needed
      ? []
      : [`questions.yml: ${count} questions about “${subject}”, at least ${needed} needed`];
  });
}

/** The levels of a question that have too few actions. */
export function actionCountProblems({ entries, place }: ContentFile<SuggestedActions>): readonly string[] {
  return entries.flatMap((actions) =>
    (['low', 'middle', 'high'] as const)
      .filter((weight) => actions[weight].length < PER_LEVEL)
      .map((weight) => {
        const count = actions[weight].length;
        return `${place(actions, [weight])}: ${weight}: ${count} actions, at least ${PER_LEVEL} needed`;
      }),
  );
}

/** Every prompt that is in the file of another sign. */
export function misplacedPrompts({ entries, place }: ContentFile<Prompt>): readonly string[] {
  return entries
    .map((prompt) => ({ sign: prompt.sign, at: place(prompt, ['sign']) }))
    .filter(({ sign, at }) => !at.startsWith(`prompts/${sign}.yml:`))
    .map(({ sign, at }) => `${at}: a prompt for “${sign}” belongs into prompts/${sign}.yml`);
}

function tooFewOfSign(prompts: readonly Prompt[], sign: Prompt['sign']): readonly string[] {
  const fitting = prompts.filter((prompt) => prompt.sign === sign);
  return [
    ...atLeast(PER_SIGN, fitting.length, `for the sign “${sign}”`),
    ...tracks.flatMap((track) =>
      atLeast(
        1,
        fitting.filter((prompt) => prompt.track === track).length,
        `for the sign “${sign}” in the track “${track}”`,
      ),
    ),
  ];
}

function tooFewOfTrack(prompts: readonly Prompt[], track: Prompt['track']): readonly string[] {
  const ofDepth = (depth: Prompt['depth']) => prompts.filter((prompt) => prompt.depth === depth).length;
  return [
    ...atLeast(PER_TRACK, prompts.length, `in the track “${track}”`),
    ...([1, 2] as const).flatMap((depth) =>
      atLeast(PER_TRACK_AND_DEPTH[depth], ofDepth(depth), `of depth ${depth} in the track “${track}”`),
    ),
  ];
}

function atLeast(needed: number, count: number, what: string): readonly string[] {
  return count >= needed ? [] : [`prompts: ${count} prompts ${what}, at least ${needed} needed`];
}
