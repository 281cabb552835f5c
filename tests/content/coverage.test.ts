import { describe, expect, it } from 'vitest';
import { coverageProblems, misplacedPrompts, questionCountProblems } from '../../scripts/content/coverage.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { shipped } from './changed-library.ts';

const { prompts, questions } = shipped();

/** The prompts that ship, some of them changed or left out. */
const problemsWith = (change: (prompt: Prompt) => readonly Prompt[]) =>
  coverageProblems({
    ...prompts,
    entries: prompts.entries.flatMap(change),
    place: ({ sign }) => `prompts/${sign}.yml:1`,
  });

const leaveOut = (isGone: (prompt: Prompt) => boolean) =>
  problemsWith((prompt) => (isGone(prompt) ? [] : [prompt]));

describe('coverage', () => {
  it('has nothing to say about the prompts that ship', () => {
    expect(coverageProblems(prompts)).toEqual([]);
  });

  it('misses a sign', () => {
    const problems = leaveOut(({ sign }) => sign === 'solitude');
    expect(problems).toContain('prompts: 0 prompts for the sign “solitude”, at least 6 needed');
  });

  it('misses a sign in one track', () => {
    const problems = leaveOut(({ sign, track }) => sign === 'solitude' && track === 'delegation');
    expect(problems).toContain(
      'prompts: 0 prompts for the sign “solitude” in the track “delegation”, at least 1 needed',
    );
  });

  it('misses a practice', () => {
    const problems = leaveOut(({ practice }) => practice === 'rest');
    expect(problems).toContain('prompts: 0 prompts for the practice “rest”, at least 6 needed');
  });

  it('misses the 52nd prompt of a track, and takes a 53rd', () => {
    const own = prompts.entries.filter(({ track }) => track === 'delegation');
    const problems = leaveOut((prompt) => own.indexOf(prompt) >= 51);
    expect(problems).toContain('prompts: 51 prompts in the track “delegation”, at least 52 needed');
    expect(problemsWith((prompt) => (prompt === own[0] ? [prompt, prompt] : [prompt]))).toEqual([]);
  });

  it.each([
    [1, 14],
    [2, 22],
  ] as const)('misses prompts of depth %i', (depth, needed) => {
    const problems = problemsWith((prompt) => [prompt.depth === depth ? { ...prompt, depth: 3 } : prompt]);
    expect(problems).toContain(
      `prompts: 0 prompts of depth ${depth} in the track “asking-for-help”, at least ${needed} needed`,
    );
  });

  it('misses a question about a subject', () => {
    expect(questionCountProblems(questions)).toEqual([]);
    const entries = questions.entries.filter(({ about }) => about !== 'asking');
    expect(questionCountProblems({ ...questions, entries })).toEqual([
      'questions.yml: 0 questions about “asking”, at least 3 needed',
    ]);
  });

  it('names the line of a prompt in the file of another sign', () => {
    const problems = misplacedPrompts({ ...prompts, place: () => 'prompts/rest.yml:4' });
    expect(problems).toContain(
      'prompts/rest.yml:4: a prompt for “solitude” belongs into prompts/solitude.yml',
    );
  });
});
