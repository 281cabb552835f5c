import { expect, it } from 'vitest';
import { createAnswerTally, type TapOutcome } from '../../ops/answer-tally.ts';
import { createJumpingClock } from '../../playground/world/jumping-clock.ts';
import { HOUR, MINUTE } from '../../src/duration.ts';

const noon = 500_000 * HOUR;

/** A tally at a clock that jumps, with what it has shown so far and what it has asked Redis. */
function tallying({ start = noon } = {}) {
  const clock = createJumpingClock(start);
  const open = new Set(['A', 'B', 'C']);
  const shown: Record<string, number>[] = [];
  const asked: string[] = [];
  const isOpen = async (pulse: string) => {
    asked.push(pulse);
    if (open.has('away')) throw new Error('Redis is away');
    return open.has(pulse);
  };
  const tally = createAnswerTally({
    clock,
    isOpen,
    show: (outcomes) => shown.push(Object.fromEntries(outcomes)),
  });
  return {
    shown,
    asked,
    open,
    clock,
    /** Five answers in each of the pulses, or one tap with another outcome. */
    take: (pulses: string, outcome: TapOutcome = 'added') => {
      const times = outcome === 'added' ? 5 : 1;
      for (const pulse of pulses.repeat(times)) tally.took(pulse, outcome);
    },
    /** Every minute a heartbeat, for so many minutes. */
    async pass(minutes: number): Promise<void> {
      for (let minute = 0; minute < minutes; minute += 1) {
        clock.jumpTo(clock.now() + MINUTE);
        await tally.beat();
      }
    },
    beat: tally.beat,
  };
}

/** One in which the pulses are known to be open. */
async function settled() {
  const world = tallying();
  world.take('ABC');
  await world.pass(60);
  return world;
}

it('shows nothing while the hour lasts, and all of it in one step at its end', async () => {
  const { shown, take, pass } = await settled();
  for (const _ of 'five') {
    take('ABC');
    await pass(10);
  }
  expect(shown).toEqual([]);
  await pass(20);
  expect(shown).toEqual([{ added: 60 }]);
  await pass(50);
  expect(shown).toHaveLength(1);
});

it('shows an hour only of pulses that it knew to be open when the hour began', async () => {
  const { shown, take, pass } = tallying();
  take('AABBCC');
  await pass(60);
  expect(shown).toEqual([]);
  take('AABBCC');
  await pass(60);
  expect(shown).toEqual([{ added: 30 }]);
});

it('shows every outcome but changes, of which one person can make as many as they like', async () => {
  const { shown, take, pass } = await settled();
  take('ABC');
  take('AAAAAAAA', 'changed');
  take('AB', 'already-answered');
  take('C', 'uncertain');
  take('C', 'failed');
  await pass(60);
  expect(shown).toEqual([{ added: 15, 'already-answered': 2, uncertain: 1, failed: 1 }]);
});

it('throws an hour away in which a pulse closed, and does not make up for it later', async () => {
  const { shown, take, pass, open } = await settled();
  take('AABBCC');
  open.delete('C');
  await pass(60);
  open.add('D');
  take('ABD');
  await pass(60);
  expect(shown).toEqual([]);
  take('ABD');
  await pass(60);
  expect(shown).toEqual([{ added: 15 }]);
});

it('throws an hour away that belongs mostly to one pulse, whatever changes others make meanwhile', async () => {
  const { shown, take, pass } = await settled();
  take('CCCCA');
  take('AAAAAAAABBBBBBBB', 'changed');
  await pass(60);
  expect(shown).toEqual([]);
});

it('throws away the part of an hour in which it started', async () => {
  const { shown, take, pass } = tallying({ start: noon + 30 * MINUTE });
  take('ABC');
  await pass(30);
  take('ABC');
  await pass(60);
  expect(shown).toEqual([{ added: 15 }]);
});

it('throws an hour away at whose end Redis is away, and the next one, of which it does not know the beginning', async () => {
  const { shown, take, pass, open } = await settled();
  take('ABC');
  open.add('away');
  await pass(60);
  open.delete('away');
  take('ABC');
  await pass(60);
  expect(shown).toEqual([]);
  take('ABC');
  await pass(60);
  expect(shown).toEqual([{ added: 15 }]);
});

it('throws an hour away in which the clock was set back', async () => {
  const { shown, take, pass, clock, beat } = await settled();
  take('ABC');
  await pass(30);
  clock.jumpTo(clock.now() - HOUR);
  await beat();
  await pass(30);
  expect(shown).toEqual([]);
});

it('asks Redis once an hour about each pulse, about thirty at most, and about none that has closed', async () => {
  const { asked, take, pass, open } = tallying();
  const many = Array.from({ length: 50 }, (_, at) => String.fromCharCode(200 + at)).join('');
  for (const pulse of many) open.add(pulse);
  take(many);
  await pass(59);
  expect(asked).toEqual([]);
  await pass(1);
  expect(asked).toHaveLength(30);
  open.clear();
  await pass(60);
  expect(asked).toHaveLength(60);
  await pass(60);
  expect(asked).toHaveLength(60);
});

it('gives a tap to the hour it came in, also while that hour’s end is being read', async () => {
  const { shown, take, pass, beat, clock } = await settled();
  take('ABC');
  await pass(59);
  clock.jumpTo(clock.now() + MINUTE);
  const reading = beat();
  take('ABCABC');
  await reading;
  expect(shown).toEqual([{ added: 15 }]);
  await pass(60);
  expect(shown).toEqual([{ added: 15 }, { added: 30 }]);
});
