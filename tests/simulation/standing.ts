import type { PulseRun, Tap } from '../../playground/simulation/pulse-run.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import { receiptOf } from '../../src/pulse/receipt.ts';
import { type Choice, tokenOf } from '../../src/pulse/tally.ts';

/** How a tap must end, and the version that the person's entry has after it. */
export type Deed = {
  readonly tap: Tap;
  readonly kind: 'added' | 'changed' | 'already-answered' | 'not-on-pulse';
  readonly version: number;
};

/** What becomes of each tap: the first of a teammate's counts, later ones only through their private line. */
export function deedsOf({ taps }: PulseRun, { cast }: Pick<Simulation, 'cast'>): readonly Deed[] {
  const versions = new Map(cast.teammates.map(({ id }) => [id, 0]));
  return taps.map((tap) => {
    const version = versions.get(tap.person.id);
    if (version === undefined) return { tap, kind: 'not-on-pulse', version: 0 };
    if (tap.through === 'channel' && version > 0) return { tap, kind: 'already-answered', version };
    versions.set(tap.person.id, version + 1);
    return { tap, kind: version === 0 ? 'added' : 'changed', version: version + 1 };
  });
}

export const isCounted = ({ kind }: Deed): boolean => kind === 'added' || kind === 'changed';

/** What stands at the end of each person who answered: their last deed that counted. */
export function standing(pulse: PulseRun, simulation: Pick<Simulation, 'cast'>): readonly Deed[] {
  const last = new Map<string, Deed>();
  for (const deed of deedsOf(pulse, simulation).filter(isCounted)) last.set(deed.tap.person.id, deed);
  return [...last.values()];
}

/** The options that are counted: what stands, without what was withdrawn. */
export function standingChoices(pulse: PulseRun, simulation: Pick<Simulation, 'cast'>): readonly number[] {
  const isOption = (choice: Choice): choice is number => choice !== 'none';
  return standing(pulse, simulation)
    .map(({ tap }) => tap.choice)
    .filter(isOption);
}

/** The receipt that a counted tap must have been answered with. */
export function receiptFor({ pulseKey }: PulseRun, { tap, version }: Deed): string {
  return receiptOf(pulseKey, tokenOf(pulseKey, tap.person.id), version);
}
