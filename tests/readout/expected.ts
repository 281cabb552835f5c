import { createKeyedStream } from '../../src/pulse/keyed-stream.ts';
import { deriveKey } from '../../src/pulse/pulse-key.ts';
import type { PulseRecord } from '../../src/pulse/pulse-record.ts';
import type { Readout } from '../../src/readout/readout.ts';
import { type Closed, release } from '../../src/readout/release.ts';

/** What a pulse in which these options were chosen must be shown as: the pulse's key fixes the noise. */
export function expectedReadout({
  pulseKey,
  record,
  choices,
  history = [],
  rosterChanges = 0,
}: Partial<Pick<Closed, 'history' | 'rosterChanges'>> & {
  readonly pulseKey: Buffer;
  readonly record: PulseRecord;
  readonly choices: readonly number[];
}): Readout {
  const chance = createKeyedStream(deriveKey(pulseKey, 'noise'));
  const totals = totalsOf(choices, record.optionCount);
  return release({ record, totals, chance, history, rosterChanges });
}

function totalsOf(choices: readonly number[], optionCount: number): readonly number[] {
  return Array.from(
    { length: optionCount },
    (_, option) => choices.filter((choice) => choice === option).length,
  );
}
