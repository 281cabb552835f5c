import { describe, expect, it } from 'vitest';
import { readActions, suggestedStep } from '../../src/readout/action-catalogue.ts';
import { folderWith } from './content-folder.ts';

describe('the catalogue of steps', () => {
  const steps = (high = '["Five.", "Six.", "Seven."]') =>
    `a-question:\n  low: ["One.", "Two.", "Eight."]\n  middle: ["Three.", "Four.", "Nine."]\n  high: ${high}\n`;
  const read = async (text: string) => readActions(await folderWith('actions.yml', text), ['a-question']);

  it('is read without a problem where there is none', async () => {
    const { entries, problems } = await read(steps());
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(1);
  });

  it('names file and line of a list with two steps only, and of a step that is too long', async () => {
    expect((await read(steps('["Five.", "Six."]'))).problems).toEqual([
      expect.stringMatching(/^actions\.yml:4: high: /),
    ]);
    const long = `["Five.", "${'x'.repeat(161)}", "Six."]`;
    expect((await read(steps(long))).problems).toEqual([expect.stringMatching(/^actions\.yml:4: high\.1: /)]);
  });

  it('names a step that stands twice: it could be suggested twice in a row', async () => {
    const problems = [expect.stringMatching(/^actions\.yml:2: a step stands twice/)];
    expect((await read(steps('["Five.", "Five.", "Six."]'))).problems).toEqual(problems);
    expect((await read(steps('["Five.", "One.", "Six."]'))).problems).toEqual(problems);
  });

  it('names a question without steps', async () => {
    const folder = await folderWith('actions.yml', steps());
    expect(readActions(folder, ['a-question', 'another']).problems).toEqual([
      'actions.yml: there are no steps for “another”',
    ]);
  });

  it('gives the light steps at the bottom of a scale, the strong ones at its top', async () => {
    const [actions] = (await read(steps())).entries;
    if (actions === undefined) throw new Error('no steps were read');
    const first = (position: number, scale: number) => suggestedStep(actions, { position, scale }, 0);
    expect([first(0, 2), first(1, 2)]).toEqual(['One.', 'Five.']);
    expect([first(0, 3), first(1, 3), first(2, 3)]).toEqual(['One.', 'Three.', 'Five.']);
    expect([0, 1, 2, 3].map((at) => first(at, 4))).toEqual(['One.', 'Three.', 'Three.', 'Five.']);
    expect([0, 1, 2, 3, 4].map((at) => first(at, 5))).toEqual(['One.', 'One.', 'Three.', 'Five.', 'Five.']);
  });
});
