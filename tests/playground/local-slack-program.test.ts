import { describe, expect, it } from 'vitest';
import { findLocalSlack, type Machine } from '../../playground/local-slack-program.ts';

const machine = (platform: string, arch: string, installed: readonly string[]): Machine => ({
  platform,
  arch,
  resolve: (specifier) => {
    if (installed.includes(specifier)) return `/modules/${specifier}`;
    throw new Error('MODULE_NOT_FOUND');
  },
  exists: () => true,
});

describe('finding local-slack', () => {
  it('takes the binary that npm installed for this platform', () => {
    const here = machine('linux', 'x64', ['local-slack-linux-x64/package.json']);
    expect(findLocalSlack(here).command).toBe('/modules/local-slack-linux-x64/bin/local-slack');
  });

  it('knows the other name and ending on Windows', () => {
    const here = machine('win32', 'x64', ['local-slack-windows-x64/package.json']);
    expect(findLocalSlack(here).command).toBe('/modules/local-slack-windows-x64/bin/local-slack.exe');
  });

  it('falls back to npx where there is no binary for the platform', () => {
    const here = machine('darwin', 'arm64', ['local-slack-linux-x64/package.json']);
    expect(findLocalSlack(here)).toMatchObject({ command: 'npx', args: ['--yes', 'local-slack'] });
  });

  it('falls back to npx where the package is there without its binary', () => {
    const here = machine('linux', 'x64', ['local-slack-linux-x64/package.json']);
    expect(findLocalSlack({ ...here, exists: () => false }).command).toBe('npx');
  });

  it('gives npx more time to start, since it may have to fetch the binary', () => {
    const binary = findLocalSlack(machine('linux', 'x64', ['local-slack-linux-x64/package.json']));
    expect(findLocalSlack(machine('linux', 'x64', [])).startTimeout).toBeGreaterThan(binary.startTimeout);
  });
});
