import { type Choice, type Lanes, laneCount, maskedVote, NO_PAD } from '../../../src/pulse/tally.ts';
import { minus, type PadShift } from './other-pads.ts';

export type PadShifts = {
  /** Says what the attempt that comes now chooses in each world. */
  readonly begin: (choices: { readonly A: Choice; readonly B: Choice }) => void;
  readonly of: PadShift;
};

/**
 * World B's pads against world A's: at its first use the pad of an entry is moved by e(choice in A) − e(choice in
 * B), MAC lanes included, and stays there. So what an attempt adds in B looks as in A if, and only if, no pad
 * serves two different answers.
 */
export function createPadShifts(pulse: {
  readonly pulseKey: Buffer;
  readonly optionCount: number;
}): PadShifts {
  const known = new Map<string, Lanes>();
  let choices: { readonly A: Choice; readonly B: Choice } = { A: 'none', B: 'none' };

  function of(token: string, entry: string): Lanes {
    const name = `${token} ${entry}`;
    const shift = known.get(name) ?? drawn(token);
    known.set(name, shift);
    return shift;
  }

  function drawn(token: string): Lanes {
    const { A, B } = choices;
    if (A === B) return new Uint32Array(laneCount(pulse.optionCount));
    const masked = (choice: Choice) => maskedVote({ ...pulse, token, r: NO_PAD, choice });
    return minus(masked(A), masked(B));
  }

  return {
    begin: (next) => {
      choices = next;
    },
    of,
  };
}
