import { describe, expect, it } from 'vitest';
import { company, everyone, teammates } from '../../playground/company.ts';
import { localSlackConfig } from '../../playground/local-slack-config.ts';

const teams = company.channels.filter((channel) => channel.hasApp);

describe('the company', () => {
  it('has two teams, of ten and of seven people', () => {
    expect(teams.map((team) => team.people.length)).toEqual([10, 7]);
  });

  it('has one manager in each team, who is a member and is not polled', () => {
    for (const team of teams) {
      expect(team.people).toContain(team.manager);
      expect(teammates(team)).not.toContain(team.manager);
      expect(teammates(team)).toHaveLength(team.people.length - 1);
    }
  });

  it('keeps its guest out of the teams, because local-slack cannot mark guests', () => {
    for (const team of teams) expect(team.people).not.toContain(company.guest);
    expect(everyone(company)).toContain(company.guest);
  });

  it('has a channel without the app', () => {
    expect(company.channels.filter((channel) => !channel.hasApp)).toHaveLength(1);
  });

  it('is made of people alone: nobody has the app’s id, and no id, handle or name is there twice', () => {
    const people = everyone(company);
    expect(people.map((each) => each.id)).not.toContain(company.app.userId);
    for (const key of ['id', 'handle', 'name'] as const) {
      expect(new Set(people.map((each) => each[key])).size).toBe(people.length);
    }
  });

  it('uses ids that Slack mentions can carry, and timezones that exist', () => {
    for (const each of everyone(company)) {
      expect(each.id).toMatch(/^U[A-Z0-9]+$/);
      expect(Intl.DateTimeFormat('en', { timeZone: each.timezone }).resolvedOptions().timeZone).toBeTruthy();
    }
    expect(() => Intl.DateTimeFormat('en', { timeZone: 'Europe/Nowhere' })).toThrow();
  });
});

describe('the configuration for local-slack', () => {
  it('makes the app a member of the teams and of nothing else', () => {
    expect(localSlackConfig(company)).toMatchObject({
      channels: [
        { name: 'harbour', members: expect.arrayContaining([company.app.userId]) },
        { name: 'lighthouse', members: expect.arrayContaining([company.app.userId]) },
        { name: 'jetty', members: ['U11TOMASZ', 'U21NOOR'] },
      ],
    });
  });

  it('asks for Socket Mode, or for signed HTTP to the given address', () => {
    expect(localSlackConfig(company)).toMatchObject({ apps: [{ mode: 'socket' }] });
    expect(localSlackConfig(company, { requestUrl: 'http://127.0.0.1:4000/slack/events' })).toMatchObject({
      apps: [{ mode: 'events', requestUrl: 'http://127.0.0.1:4000/slack/events' }],
    });
  });
});
