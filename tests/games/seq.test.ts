import { describe, expect, it } from 'vitest';
import {
  type attackers,
  everyWeek,
  type GameOutcome,
  playCalendarGame,
  type StrainedShare,
  workloadWeeks,
} from './cast/calendar-game.ts';
import { createDice } from './cast/dice.ts';
import { recordGame } from './support/record.ts';
import { seedOf } from './support/seed.ts';

const seed = seedOf('SEQ');
const HALF_A_YEAR = 26;
const YEAR = 52;
/** Enough for a standard error of a sixth of a percent. */
const TEAMS = 1000;
/** The ordinary poll has 78,125 vectors to weigh: fewer teams will do. */
const POLL_TEAMS = 150;

const played = new Map<string, GameOutcome>();

/** One game; the same arguments and seed give the same again, so it is played once. */
function play(
  attacker: keyof typeof attackers,
  weeks: readonly number[],
  share: StrainedShare = 0.5,
  teams = TEAMS,
): GameOutcome {
  const name = `${seed} ${attacker} ${weeks.length} ${share}`;
  const outcome =
    played.get(name) ?? playCalendarGame({ teams, weeks, share, attacker, dice: createDice(name) });
  played.set(name, outcome);
  return outcome;
}

describe(`SEQ: a team of 8 with constant answers, seen by one who knows who was away (SEED=${seed})`, () => {
  it('is of no use to the reader of what is displayed: below 5 % are pinned after 26 weeks', () => {
    const shown = play('displayed', workloadWeeks(HALF_A_YEAR));
    const year = play('displayed', workloadWeeks(YEAR));
    const poll = play('ordinaryPoll', everyWeek(HALF_A_YEAR), 0.5, POLL_TEAMS);
    const share = play('exactShare', workloadWeeks(HALF_A_YEAR));
    recordGame({
      game: 'SEQ displayed',
      attacker: `${percent(shown)} pinned in 26 weeks (52: ${percent(year)})`,
      control: `ordinary poll ${percent(poll)}; exact share of strained alone ${percent(share)}`,
    });
    expect(atMost(shown)).toBeLessThan(0.05);
    expect(atMost(year)).toBeLessThan(0.05);
  });

  it('is of little use to one who reads what is stored at every pulse: below 5 % after 26 pulses', () => {
    const stored = play('stored', everyWeek(HALF_A_YEAR));
    const longer = play('stored', everyWeek(YEAR));
    recordGame({
      game: 'SEQ stored',
      attacker: `${percent(stored)} pinned in 26 pulses (52: ${percent(longer)})`,
      control: `exact share of strained ${percent(play('exactShare', everyWeek(HALF_A_YEAR)))}`,
    });
    expect(atMost(stored)).toBeLessThan(0.05);
  });

  it.each([0.1, 0.2, 0.3, 'unknown'] as const)(
    'is of no use either where the share of strained people is %s and they know it',
    (share) => {
      const shown = play('displayed', workloadWeeks(HALF_A_YEAR), share);
      const stored = play('stored', workloadWeeks(HALF_A_YEAR), share);
      process.stderr.write(`SEQ share ${share}: displayed ${percent(shown)}, stored ${percent(stored)}\n`);
      expect(atMost(shown)).toBeLessThan(0.05);
    },
  );

  it('gives nearly everybody away where an ordinary poll shows exact shares: the game is not blind', () => {
    expect(play('ordinaryPoll', everyWeek(HALF_A_YEAR), 0.5, POLL_TEAMS).pinned).toBeGreaterThan(0.9);
    expect(play('exactShare', workloadWeeks(YEAR)).pinned).toBeGreaterThan(0.9);
  });
});

describe('the curious colleague', () => {
  it.each([
    ['displayed', workloadWeeks(YEAR), TEAMS],
    ['stored', everyWeek(YEAR), TEAMS],
    ['exactShare', workloadWeeks(HALF_A_YEAR), TEAMS],
    ['ordinaryPoll', everyWeek(HALF_A_YEAR), POLL_TEAMS],
  ] as const)(
    'draws the right conclusions from what is %s: as often right as they are sure',
    (attacker, weeks, teams) => {
      const { sureness, right } = play(attacker, weeks, 0.5, teams);
      const cases = teams * 7;
      expect(Math.abs(sureness - right)).toBeLessThan(5 / Math.sqrt(cases) / 2);
    },
  );
});

/** The measured share and three standard errors. */
const atMost = ({ pinned, error }: GameOutcome): number => pinned + 3 * error;
const percent = ({ pinned }: GameOutcome): string => `${(100 * pinned).toFixed(2)} %`;
