import { DAY, SECOND } from '../src/duration.ts';
import { enrol } from './crowd/enrolled.ts';
import { openOffice } from './office.ts';
import { openPlace } from './place.ts';
import type { Section } from './section.ts';
import { ok, type QuickSlack } from './slack/quick-slack.ts';
import { createRateLimit } from './slack/rate-limit.ts';
import { number, type Row } from './table.ts';

const TEAMS = 1_000;
/** Milliseconds from the beat until all are on the queue. */
const LONGEST = 2 * SECOND;
/** Posts a second that the stand-in takes before it says 429. Slack itself takes several hundred a minute. */
const LIMIT = 100;
/** Of what the limit would allow. */
const SHARE = 0.8;
/** How long we wait for the posts (ms). */
const PATIENCE = 30 * SECOND;

/** A thousand prompts due at the same minute: onto the queue, and out to a Slack that limits them. */
export const due: Section = {
  name: 'due',
  async run({ progress, open }) {
    progress(`due: ${number(TEAMS)} prompts at once`);
    const place = await open(openPlace());
    const office = await open(openOffice(place));
    const posts = countPosts(office.slack);
    const now = Date.now();
    await enrol({
      client: place.client,
      from: 0,
      to: TEAMS,
      planned: { prompt: now, opening: now + DAY },
    });
    const begun = performance.now();
    const taken = (await office.beat()) ?? [];
    const queued = performance.now() - begun;
    await posts.reach(TEAMS, PATIENCE);
    const posted = performance.now() - begun;
    return [queuedRow(taken.length, queued), postedRow(posts.count(), posted, office.slack)];
  },
};

/** Takes posts as fast as the limit allows, and counts them. */
function countPosts(slack: QuickSlack) {
  const isAllowed = createRateLimit(LIMIT);
  let count = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let reached = () => {};
  slack.onCall = (method) => {
    if (method !== 'chat.postMessage') return ok({});
    if (!isAllowed(performance.now()))
      return { status: 429, headers: 'retry-after: 1\r\n', body: '{"ok":false,"error":"ratelimited"}' };
    count += 1;
    if (count >= wanted) reached();
    return ok({ ts: `1700000000.${String(count).padStart(6, '0')}`, channel: 'C' });
  };
  return {
    count: () => count,
    /** Resolves once that many were posted, or when patience (ms) is at its end. */
    reach(number: number, patience: number): Promise<void> {
      wanted = number;
      if (count >= wanted) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, patience);
        reached = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}

function queuedRow(taken: number, milliseconds: number): Row {
  return {
    what: `${number(TEAMS)} slots due at once, on the queue`,
    measured: `${number(taken)} in ${number(milliseconds)} ms`,
    goals: [{ text: 'all within 2 s', isMet: taken === TEAMS && milliseconds < LONGEST }],
  };
}

function postedRow(count: number, milliseconds: number, slack: QuickSlack): Row {
  const perSecond = (count / milliseconds) * 1_000;
  return {
    what: `their posts, to a Slack that takes ${LIMIT} a second`,
    measured: `${number(count)} in ${number(milliseconds / 1_000, 1)} s, ${number(slack.counts.limited)} times told to wait`,
    goals: [
      {
        text: `all, at ≥ ${SHARE * 100} % of the limit`,
        isMet: count === TEAMS && perSecond >= SHARE * LIMIT,
      },
    ],
  };
}
