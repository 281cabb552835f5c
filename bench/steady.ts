import { openField } from './contestants/field.ts';
import { closedLoop } from './crowd/closed-loop.ts';
import { createCrowd } from './crowd/crowd.ts';
import { openLoop } from './crowd/open-loop.ts';
import { watchRoundTrips } from './crowd/round-trips.ts';
import { openPlace } from './place.ts';
import type { Section } from './section.ts';
import { percentile } from './statistics.ts';
import { number, type Row } from './table.ts';

const PER_SECOND = 500;
const SECONDS = 5;
/** So that V8 has compiled what there is to compile; these do not count. */
const WARM_UP = 2_000;
/** Answers that are followed one by one, to count what each of them costs. */
const FOLLOWED = 300;
/** Slack wants to hear within that many milliseconds. */
const IN_TIME = 3_000;

/** What one answer costs, and how long people wait while answers come in steadily. Over HTTP. */
export const steady: Section = {
  name: 'steady',
  async run({ progress, open }) {
    const place = await open(openPlace());
    const field = await open(openField(place, ['http']));
    const { slack } = field;
    const { lanes } = field.entrant('http');
    const crowd = createCrowd({ place, slack });
    progress('steady: warming up');
    await lanes.renew();
    await closedLoop({ slack, lanes: lanes.count, taps: await crowd.gather(WARM_UP, lanes) });

    progress('steady: what one answer costs');
    const followed = await crowd.gather(FOLLOWED, lanes);
    const calls = { ...slack.counts };
    const trips = await watchRoundTrips(place.client);
    await lanes.renew();
    const cost = await closedLoop({ slack, lanes: 1, taps: followed });
    const perAnswer = (count: number) => count / FOLLOWED;
    const rows: Row[] = [
      tripsRow(perAnswer(await trips.stop())),
      callsRow({
        lines: perAnswer(cost.lines),
        calls: perAnswer(slack.counts.calls - calls.calls),
        limited: slack.counts.limited - calls.limited,
      }),
    ];

    progress(`steady: ${PER_SECOND} answers a second`);
    const taps = await crowd.gather(PER_SECOND * SECONDS, lanes);
    await lanes.renew();
    rows.push(waitRow(await openLoop({ slack, lanes: lanes.count, taps, perSecond: PER_SECOND })));
    return rows;
  },
};

function tripsRow(trips: number): Row {
  return {
    what: 'round trips to Redis, an answer',
    measured: number(trips, 2),
    goals: [{ text: '1', isMet: number(trips, 2) === '1.00' }],
  };
}

function callsRow({
  lines,
  calls,
  limited,
}: {
  readonly lines: number;
  readonly calls: number;
  readonly limited: number;
}): Row {
  return {
    what: 'calls to Slack, an answer',
    measured: `${number(lines, 2)} response_url, ${number(calls, 2)} Web API, ${number(limited)} rate-limited`,
    goals: [{ text: '1 response_url, 0 rate-limited', isMet: lines === 1 && calls === 0 && limited === 0 }],
  };
}

function waitRow(latencies: readonly number[]): Row {
  const inTime = latencies.filter((latency) => latency <= IN_TIME).length / latencies.length;
  const at = (share: number) => `${number(percentile(latencies, share), 1)} ms`;
  return {
    what: `${PER_SECOND} answers a second, from the tap to the private line`,
    measured: `p50 ${at(0.5)}, p99 ${at(0.99)}, ${number(inTime * 100, 1)} % within 3 s`,
    goals: [{ text: '100 % within 3 s', isMet: inTime === 1 }],
  };
}
