import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TOO_CLOSE } from '../../scripts/content/near-duplicates.ts';
import { isOpen } from '../../scripts/content/open-questions.ts';
import { HIGHEST_GRADE, MEDIAN_GRADE } from '../../scripts/content/reading-ease.ts';
import { contentFolder } from '../../src/content-file.ts';
import { practices, promptSchema, signs } from '../../src/prompts/prompt.ts';
import { shipped } from './changed-library.ts';

const readme = readFileSync(new URL('README.md', contentFolder), 'utf8');
const { prompts, questions } = shipped();

describe('content/README.md', () => {
  it('shows an entry that is one of ours', () => {
    const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(readme) ?? [];
    const [entry] = parse(yaml) as readonly unknown[];
    expect(prompts.entries).toContainEqual(promptSchema.parse(entry));
  });

  it('explains every field of a prompt and of a question', () => {
    for (const field of [...Object.keys(promptSchema.shape), ...Object.keys(questions.entries[0] ?? {})])
      expect(readme).toMatch(new RegExp(`^\\|.*\`${field}\``, 'm'));
  });

  it('lists every sign and every practice', () => {
    for (const name of [...signs, ...practices]) expect(readme).toContain(`\`${name}\``);
  });

  it('shows three good prompts, which are ours, and three bad ones, which are not', () => {
    const quoted = [...readme.matchAll(/^> (.+)$/gm)].map(([, text]) => text);
    const ours = prompts.entries.map(({ question }) => question);
    expect(quoted.map((text) => ours.includes(text ?? ''))).toEqual([true, true, true, false, false, false]);
    expect(isOpen(quoted[3] ?? '')).toBe(false);
  });

  it('states the limits that are checked', () => {
    expect(readme).toContain(`a similarity of ${TOO_CLOSE} or more`);
    expect(readme).toContain(`above US grade ${HIGHEST_GRADE}, half of all lines at ${MEDIAN_GRADE}`);
  });
});
