import { describe, expect, it } from 'vitest';
import { homeView } from '../../src/home/home-view.ts';
import { promise } from '../../src/promise.ts';
import { sampleTeam } from '../pulse/samples.ts';
import { longest } from '../readout/samples.ts';
import { problemsOf } from '../support/block-kit-limits.ts';

describe('the Home tab', () => {
  const team = (number: number) => ({
    team: sampleTeam({ id: { workspace: 'TWORK', channel: `C${number}` } }),
    next: { prompt: 1_767_600_000_000, opening: 1_767_800_000_000 },
    summary: longest(),
  });
  const teams = (count: number) => Array.from({ length: count }, (_, at) => team(at));

  it.each([0, 1, 5, 11, 12, 40])('with %i teams is a view that Slack takes', (count) => {
    const view = homeView(teams(count), 'A', 'en');
    expect(problemsOf('home', view)).toEqual([]);
    expect(view.blocks.length).toBeLessThanOrEqual(100);
  });

  it('shows each team with what comes next and its summary', () => {
    const shown = JSON.stringify(homeView(teams(2), 'A', 'en'));
    for (const channel of ['C0', 'C1']) expect(shown).toContain(`<#${channel}>`);
    expect(shown).toContain('Next prompt: <!date^1767600000^');
    expect(shown).toContain('Next pulse: <!date^1767800000^');
    expect(shown.match(/A next step/g)).toHaveLength(6);
  });

  it('says how many teams did not fit, and where to find them', () => {
    expect(JSON.stringify(homeView(teams(11), 'A', 'en'))).not.toContain('more: type');
    expect(JSON.stringify(homeView(teams(14), 'A', 'en'))).toContain(
      'And 3 more: type */hands summary* in their channels.',
    );
  });

  it('shows no summary to somebody who may not read it', () => {
    const shown = JSON.stringify(homeView([{ ...team(0), summary: undefined }], 'A', 'en'));
    expect(shown).toContain('<#C0>');
    expect(shown).not.toMatch(/of those who answered|A next step|No readout yet/);
  });

  it('says that nothing is planned where nothing is', () => {
    const shown = JSON.stringify(homeView([{ ...team(0), next: {} }], 'A', 'en'));
    expect(shown).toContain('Next prompt: none planned · Next pulse: none planned');
  });

  it('tells somebody without a team how to begin, and everybody the promise', () => {
    expect(JSON.stringify(homeView([], 'A', 'en'))).toContain('type */hands setup* there');
    for (const count of [0, 3])
      for (const custody of ['A', 'B'] as const)
        expect(JSON.stringify(homeView(teams(count), custody, 'en'))).toContain(promise(5, custody, 'en'));
  });
});
