import type { Place } from '../place.ts';
import type { Lanes, Send } from '../slack/lanes.ts';
import type { QuickSlack } from '../slack/quick-slack.ts';
import { createPulses } from './pulses.ts';
import { tapPayload } from './tap.ts';

/** A tap that is ready to be sent. */
export type ReadyTap = { readonly id: number; readonly send: Send };

/** As large as a pulse may well be; how large makes no difference to an answer. */
const ELECTORATE = 500;

export type Crowd = ReturnType<typeof createCrowd>;

/** People who have not answered yet, as many as are wanted. */
export function createCrowd(deps: { readonly place: Place; readonly slack: QuickSlack }) {
  const { place, slack } = deps;
  const pulses = createPulses({ client: place.client, keyDir: place.keyDir });
  let taps = 0;

  return {
    /** That many first answers to open pulses, ready for these lanes. */
    async gather(count: number, lanes: Lanes): Promise<readonly ReadyTap[]> {
      const ready: ReadyTap[] = [];
      while (ready.length < count) {
        const pulse = await pulses.open(ELECTORATE);
        for (const user of pulse.people) {
          taps += 1;
          const choice = taps % pulse.record.optionCount;
          const payload = tapPayload({ pulse, user, choice, responseUrl: slack.responseUrl(taps) });
          ready.push({ id: taps, send: lanes.prepare(payload) });
        }
      }
      return ready.slice(0, count);
    },
  };
}
