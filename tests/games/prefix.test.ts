import { describe, expect, it } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { HOUR } from '../../src/duration.ts';
import { randomBelow } from '../../src/shuffle.ts';
import { OPTIONS } from './support/pair-of-worlds.ts';
import {
  latecomer,
  manager,
  openPulseWeek,
  type PulseWeek,
  respondents,
  sealIn,
  team,
} from './support/pulse-week.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';
import { inOrder } from './support/view-of-slack.ts';

const people = respondents(8);

/**
 * PREFIX: someone who watches the channel, or all that the app sends to Slack, until the pulse closes. What they see
 * must not depend on how many have answered. Private answers go over response URLs, to the person alone.
 */
describe('what goes to Slack before the pulse closes', () => {
  const seed = seedOf('PREFIX');

  it('is the same call for call, whether nobody or everybody has answered', async () => {
    const [nobody, ...others] = await sentAfter(votes, async () => undefined);
    expect(nobody).toContain('chat.postMessage');
    expect(new Set(others)).toEqual(new Set([nobody]));
    const counted = await sentAfter(votes, countInTheMessage);
    expect(new Set(counted).size).toBe(votes.length);
    recordGame({
      game: 'PREFIX',
      attacker: `the same Slack calls for 0 to ${people.length} votes`,
      control: `a counter in the message: ${new Set(counted).size} of ${votes.length} told apart`,
    });
  });

  /** For each number of votes, everything that went to Slack until just before the closing. */
  function sentAfter(
    counts: readonly number[],
    prepare: (week: PulseWeek) => Promise<void>,
  ): Promise<readonly string[]> {
    return inTurn(counts, async (count) => {
      const week = await openPulseWeek({ seed, people });
      try {
        await prepare(week);
        await vote(week, people.slice(0, count));
        return inOrder(week.world.standIn.calls)
          .map((call) => JSON.stringify(call))
          .join('\n');
      } finally {
        await week.world.close();
      }
    });
  }

  /** They answer, tap again, change and withdraw; people who are not on the pulse tap in every case. */
  async function vote(week: PulseWeek, voters: readonly string[]): Promise<void> {
    const random = createSeededRandom(seed);
    for (const user of [manager, latecomer]) await week.tap(user, 0);
    for (const user of voters) {
      const sealed = sealIn(await week.tap(user, randomBelow(OPTIONS, random)));
      await week.tap(user, randomBelow(OPTIONS, random));
      if (sealed === undefined) throw new Error('the answer was not taken');
      await week.tap(user, randomBelow(2, random) === 0 ? 'none' : randomBelow(OPTIONS, random), sealed);
    }
    const { world, record } = week;
    world.clock.jumpTo(record.closesAt - HOUR);
    await world.command(manager, team.channel, 'status');
    await world.advanceTo(record.closesAt - 1, [team]);
  }
});

const votes = Array.from({ length: people.length + 1 }, (_, count) => count);

/** The variant that many polls are: each answer shows in the message as a number. */
async function countInTheMessage({ world }: PulseWeek): Promise<void> {
  const { answers, gateway, pulses } = world.app.rooms;
  const ts = (await pulses.current(team))?.ts ?? '';
  const take = answers.answer;
  let count = 0;
  const counting: typeof take = async (tap) => {
    const outcome = await take(tap);
    if (outcome.kind === 'added') {
      count += 1;
      await gateway.update(team.channel, ts, { text: `${count} have answered`, blocks: [] });
    }
    return outcome;
  };
  Object.assign(answers, { answer: counting });
}

async function inTurn<From, To>(
  values: readonly From[],
  act: (value: From) => Promise<To>,
): Promise<readonly To[]> {
  const results: To[] = [];
  for (const value of values) results.push(await act(value));
  return results;
}
