import { beforeAll, describe, expect, it } from 'vitest';
import { TIMEZONE } from '../../playground/simulation/cast.ts';
import { localMoment } from '../../playground/simulation/plain-text.ts';
import { reportText } from '../../playground/simulation/report.ts';
import { type Simulation, simulate } from '../../playground/simulation/simulation.ts';
import { inTurn } from '../../playground/world/turns.ts';

describe('what the report shows of asks and hand-overs', () => {
  let simulation: Simulation;
  let report: string;
  const part = (title: string) =>
    report.split(/\n\n(?=[^\n]+\n=+\n)/).find((each) => each.startsWith(title)) ?? '';
  beforeAll(async () => {
    simulation = await simulate({ people: 9, weeks: 4, seed: 7 });
    report = reportText(simulation);
  });

  it('each card stands in the channel once as it was posted, and once for each change that people can read', () => {
    const seen = part('What the channel sees').split('\n\n');
    const asks = simulation.practice.filter(({ kind }) => kind === 'ask');
    expect(asks.length).toBeGreaterThan(2);
    for (const ask of asks) {
      const deeds = simulation.practice.filter(({ card }) => card.ts === ask.card.ts);
      const posted = localMoment(ask.at, TIMEZONE);
      const entries = seen.filter((entry) => entry.split('\n')[0]?.includes(posted));
      const own = entries.filter((entry) => entry.includes(`@${ask.person.name} asks for a hand`));
      expect(own).toHaveLength(deeds.length);
    }
  });

  it('what Slack posts later stands where it came, in its thread', () => {
    expect(part('What the channel sees')).toMatch(
      /\(in the thread of the message of \w{3} \d+ Mar 2026, \d\d:\d\d\)\n {4}Still open\./,
    );
  });

  it('direct messages are told apart from the channel, with people and channels by name', () => {
    const direct = part('What people read in direct messages');
    expect(direct).toMatch(/ {2}to \w+\n {4}You offered @\w+ a hand in #team\./);
    expect(direct).toMatch(/ {2}to \w+, whose message now reads\n {4}@\w+ would like to hand something over/);
    expect(direct).toMatch(/ {2}to \w+\n {4}A good day to ask @\w+ how it is going/);
    expect(report).not.toMatch(/<[#@!]/);
  });

  it('who did what is a line each', () => {
    const did = part('What people did');
    expect(did).toMatch(/asks for a hand: “.+”\n/);
    expect(did).toMatch(/can help → You are on the card\./);
    expect(did).toMatch(/hands over to \w+: “.+”\n/);
  });

  it('the store has counts of it, and nothing else', () => {
    const stored = report.slice(report.indexOf('What is in the store at the end'));
    expect(stored).toMatch(
      /:practice {2}\(hash, no time to live\)\n( {4}2026-W\d\d\.(asks|answered|taken): \d+\n)+/,
    );
    expect(report).not.toContain('hands:{card.');
  });

  it('a team in which one is alone asks, and hands nothing over', async () => {
    const alone = await simulate({ people: 1, weeks: 3, seed: 7 });
    const kinds = new Set(alone.practice.map(({ kind }) => kind));
    expect([...kinds].filter((kind) => kind !== 'ask' && kind !== 'drop')).toEqual([]);
    expect(kinds.has('ask')).toBe(true);
  });
});

it('things take turns, the first one first', () => {
  const next = inTurn(['one', 'other']);
  expect([next(), next(), next()]).toEqual(['one', 'other', 'one']);
});
