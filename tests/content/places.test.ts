import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { linesIn } from '../../scripts/content/library.ts';
import { contentFolder } from '../../src/content-file.ts';
import { shipped } from './changed-library.ts';

it('every text is found at the line it stands on', () => {
  for (const { place, kind, text } of linesIn(shipped())) {
    const [file = '', line] = place.split(':');
    const written = readFileSync(new URL(`en/${file}`, contentFolder), 'utf8').split('\n')[Number(line) - 1];
    expect(written).toContain(`"${kind === 'readout' ? text.replace('About half', '{level}') : text}"`);
  }
});
