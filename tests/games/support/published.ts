import { createKeyedStream } from '../../../src/pulse/keyed-stream.ts';
import { deriveKey } from '../../../src/pulse/pulse-key.ts';
import type { PulseRecord } from '../../../src/pulse/pulse-record.ts';
import type { Choice } from '../../../src/pulse/tally.ts';
import { mayPublish } from '../../../src/readout/may-publish.ts';
import { release } from '../../../src/readout/release.ts';

/** What a first pulse with these answers publishes, as text: equal where two worlds publish the same readout. */
export function publishedFor(given: {
  readonly record: PulseRecord;
  readonly pulseKey: Buffer;
  readonly answers: ReadonlyMap<string, Choice>;
}): string {
  const { record, pulseKey, answers } = given;
  const { electorate, threshold, optionCount } = record;
  const choices = [...answers.values()];
  const counted = choices.filter((choice) => choice !== 'none').length;
  const isEnough = (answered: number) => mayPublish({ answered, electorate, threshold });
  if (!isEnough(choices.length) || !isEnough(counted)) return 'too few';
  const totals = Array.from(
    { length: optionCount },
    (_, option) => choices.filter((choice) => choice === option).length,
  );
  const chance = createKeyedStream(deriveKey(pulseKey, 'noise'));
  return JSON.stringify(release({ record, totals, chance, history: [], rosterChanges: 0 }));
}
