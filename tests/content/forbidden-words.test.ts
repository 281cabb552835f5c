import { describe, expect, it } from 'vitest';
import { forbiddenWordProblems } from '../../scripts/content/forbidden-words.ts';
import { shipped } from './changed-library.ts';

const lists = [
  { id: 'war', because: 'is an idiom of war', words: ['war', 'fight*', 'under fire', "shouldn't have"] },
];

const problemsWith = (text: string) =>
  forbiddenWordProblems([{ place: 'prompts/a.yml:3', kind: 'prompt', text }], lists);

describe('forbidden words', () => {
  it('are told with the line and the reason', () => {
    expect(problemsWith('What is the war about?')).toEqual(['prompts/a.yml:3: “war” is an idiom of war']);
  });

  it('are found in capitals, and at the beginning and end of a line', () => {
    expect(problemsWith('War')).toHaveLength(1);
  });

  it('are whole words', () => {
    expect(problemsWith('What is the reward of a warm week?')).toEqual([]);
  });

  it('are found with any ending where a star says so', () => {
    expect(problemsWith('Who is fighting?')).toEqual(['prompts/a.yml:3: “fighting” is an idiom of war']);
  });

  it('may be turns of phrase, over a comma and with either apostrophe', () => {
    expect(problemsWith('You were under, fire was not.')).toHaveLength(1);
    expect(problemsWith('You shouldn’t have asked.')).toHaveLength(1);
  });

  it('are all told', () => {
    expect(problemsWith('A fight is a war.')).toHaveLength(2);
  });

  it.each([
    'diagnosis',
    'trauma',
    'childhood',
    'toxic',
    'weak',
    'should have',
    'amazing',
    'touchdown',
    'battle',
    'bandwidth',
    'at your desk',
  ])('hold “%s” in the lists that ship', (word) => {
    const { entries } = shipped().forbidden;
    expect(
      forbiddenWordProblems([{ place: 'a', kind: 'try', text: `Say ${word} once.` }], entries),
    ).toHaveLength(1);
  });
});
