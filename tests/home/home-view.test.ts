import { describe, expect, it, test } from 'vitest';
import type { HomeTeam } from '../../src/home/home-team.ts';
import { homeView } from '../../src/home/home-view.ts';
import { practiceSentence } from '../../src/practice/practice-trend-view.ts';
import { promise } from '../../src/promise.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { homeTeam, homeTeams } from './samples.ts';

const view = (teams: readonly HomeTeam[], page = 0) => homeView({ teams, custody: 'A', locale: 'en', page });
const shown = (teams: readonly HomeTeam[], page = 0) => JSON.stringify(view(teams, page));
const channelsIn = (json: string) => [...json.matchAll(/\*<#(C\d+)>\*/g)].map(([, channel]) => channel);

describe('the Home tab', () => {
  it.each([0, 1, 5, 11, 12, 40])('with %i teams is a view that Slack takes, page by page', (count) => {
    for (const page of [0, 1, 99]) {
      expect(problemsOf('home', view(homeTeams(count), page))).toEqual([]);
      expect(view(homeTeams(count), page).blocks.length).toBeLessThanOrEqual(100);
    }
  });

  it('uses its room: a page of teams is nearly full', () => {
    expect(view(homeTeams(40)).blocks.length).toBeGreaterThan(90);
  });

  it('shows each team with what comes next and its summary', () => {
    const said = shown(homeTeams(2));
    for (const channel of ['C0', 'C1']) expect(said).toContain(`<#${channel}>`);
    expect(said).toContain('Next prompt: <!date^1767600000^');
    expect(said).toContain('Next pulse: <!date^1767600000^');
    expect(said).toContain('A pulse is open and closes <!date^1767600000^');
    expect(said.match(/A next step/g)).toHaveLength(6);
  });

  it('shows every team on one of its pages, and says which page it is', () => {
    const teams = homeTeams(40);
    const pages = [0, 1, 2, 3].map((page) => shown(teams, page));
    expect(pages.flatMap(channelsIn).toSorted()).toEqual(teams.map(({ team }) => team.id.channel).toSorted());
    expect(pages[0]).toContain('Page 1 of 4 of your teams');
    expect(pages[0]).toContain('More teams');
    expect(pages[0]).not.toContain('Back');
    expect(pages[3]).toContain('Back');
    expect(pages[3]).not.toContain('More teams');
    expect(view(teams, 2).private_metadata).toBe('{"page":2}');
  });

  it('puts more teams on a page where they take less room', () => {
    const small = homeTeams(30, { isManager: false, summary: undefined });
    expect(channelsIn(shown(small))).toHaveLength(30);
    expect(shown(small)).not.toContain('Page 1');
  });

  it('has first what waits for somebody, then what a manager can do, then the others', () => {
    const suspended = { suspended: { code: 'not_in_channel', since: 0 } };
    const teams = [
      homeTeam(1, { isManager: false, name: 'a' }),
      homeTeam(2, { name: 'c' }),
      homeTeam(3, { name: 'b' }),
      homeTeam(4, { name: 'z' }, suspended),
      homeTeam(5, { isManager: false, name: 'd' }, suspended),
      homeTeam(6, { isManager: false, name: 'y' }, {}, { managers: [] }),
    ];
    expect(channelsIn(shown(teams))).toEqual(['C6', 'C4', 'C3', 'C2', 'C1', 'C5']);
  });

  it('says how asks and hand-overs develop, as the summary does, to whoever may read that', () => {
    const sentence = String(practiceSentence({ counter: 'asks', direction: 'up' }, 'en'));
    expect(shown([homeTeam(0)])).toContain(sentence);
    expect(shown([homeTeam(0, { trend: undefined })])).not.toContain(sentence);
    expect(shown([homeTeam(0, { summary: undefined })])).not.toContain(sentence);
  });

  it('shows no summary to somebody who may not read it', () => {
    const said = shown([homeTeam(0, { summary: undefined })]);
    expect(said).toContain('<#C0>');
    expect(said).not.toMatch(/of those who answered|A next step|No readout yet/);
  });

  it('says that nothing is planned where nothing is', () => {
    expect(shown([homeTeam(0, { next: {} })])).toContain(
      'Next prompt: none planned\\nNext pulse: none planned',
    );
  });

  it('tells somebody without a team how to begin, and everybody the promise', () => {
    expect(shown([])).toContain('type */hands setup* there');
    for (const count of [0, 3])
      for (const custody of ['A', 'B'] as const) {
        const teams = homeTeams(count);
        expect(JSON.stringify(homeView({ teams, custody, locale: 'en', page: 0 }))).toContain(
          promise(5, custody, 'en'),
        );
      }
  });
});

describe('a team on the Home tab', () => {
  const labels = (one: HomeTeam) =>
    [...shown([one]).matchAll(/"text":"([^"]*)","emoji":false\},"action_id"/g)].map(([, text]) => text);

  /** For everybody in the team. */
  const practices = ['Ask for a hand', 'Hand something over'];

  it('has the buttons of the practices for everybody, and its managers’ for them alone', () => {
    expect(labels(homeTeam(0))).toEqual([
      ...practices,
      'Settings',
      'Preview',
      'Pause',
      'Post what we changed',
    ]);
    expect(labels(homeTeam(0, { isManager: false }))).toEqual(practices);
  });

  it('tells screen readers which channel a button is for', () => {
    const said = shown([homeTeam(0, { name: 'harbour' })]);
    for (const label of [
      'Ask for a hand, #harbour',
      'Settings, #harbour',
      'Preview, #harbour',
      'Pause, #harbour',
    ])
      expect(said).toContain(`"accessibility_label":"${label}"`);
  });

  it('says that it is paused, until when, and offers to resume', () => {
    const paused = homeTeam(0, { pause: { until: '2026-12-31' } });
    expect(shown([paused])).toContain('*Paused* until 2026-12-31');
    expect(labels(paused)).toEqual([...practices, 'Settings', 'Preview', 'Resume', 'Post what we changed']);
  });

  it('that is stopped says why and what to do instead of what cannot be done, as the status does', () => {
    const stopped = homeTeam(0, {}, { suspended: { code: 'not_in_channel', since: 0 } });
    expect(shown([stopped])).toContain('*Stopped:* I am not in the channel any more. Invite me again there');
    expect(labels(stopped)).toEqual(['Settings', 'Preview', 'Resume']);
  });

  it('that nobody manages says who can', () => {
    const nobodys = homeTeam(0, { isManager: false }, {}, { managers: [] });
    expect(shown([nobodys])).toContain('Nobody manages Many Hands in <#C0> now. Anyone there can take over');
    expect(shown([homeTeam(0)])).not.toContain('Nobody manages');
  });

  it('in an archived channel is shown to its managers, who can bring it back', () => {
    const archived = { suspended: { code: 'is_archived', since: 0 } };
    expect(channelsIn(shown([homeTeam(0, {}, archived)]))).toEqual(['C0']);
    expect(channelsIn(shown([homeTeam(0, { isManager: false }, archived)]))).toEqual([]);
  });

  test('speaks its own language, whatever is spoken around it', () => {
    const said = shown([homeTeam(0, {}, {}, { locale: 'de' })]);
    expect(said).toContain('Nächster Impuls');
    expect(said).toContain('Einstellungen');
    expect(said).toContain('Nobody has to answer.');
  });
});
