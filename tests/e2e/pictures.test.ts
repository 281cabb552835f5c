import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser-here.ts';
import { playground, type Run, run } from './terminal.ts';

const root = new URL('../../', import.meta.url).pathname;
const LONG = 60_000;

/** Width and height stand at the beginning of a PNG. */
function sizeOf(path: string) {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), bytes: bytes.length };
}

describeWithBrowser('npm run playground -- --auto --pictures', () => {
  let folder: string;
  let week: Run;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'many-hands-pictures-'));
    week = run(playground('--auto', '--pictures', folder));
    expect(await week.exit, week.output()).toBe(0);
  }, LONG);
  afterAll(async () => {
    await week.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('takes a picture of each surface, wide and as narrow as a phone', () => {
    const names = readdirSync(folder);
    const wide = names.filter((name) => !name.endsWith('-narrow.png'));
    expect(wide).toHaveLength(11);
    for (const name of wide) {
      const narrow = sizeOf(join(folder, name.replace('.png', '-narrow.png')));
      expect(narrow.width).toBeLessThanOrEqual(390);
      expect(sizeOf(join(folder, name)).width).toBeGreaterThan(narrow.width);
      expect(narrow.height).toBeGreaterThan(100);
    }
  });

  it('takes those that are in the README', () => {
    for (const name of readdirSync(join(root, 'docs/pictures'))) expect(readdirSync(folder)).toContain(name);
  });
});

it('the README shows four pictures, small ones, with words for whoever does not see them', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = [...readme.matchAll(/!\[([^\]]*)\]\((docs\/pictures\/[^)]+)\)/g)];
  expect(shown).toHaveLength(4);
  for (const [, words = '', path = ''] of shown) {
    expect(words.length).toBeGreaterThan(40);
    expect(existsSync(join(root, path))).toBe(true);
    expect(statSync(join(root, path)).size).toBeLessThan(100_000);
  }
});
