import { z } from 'zod';
import { locales } from '../locale.ts';

/** How free the receiver is. The first leaves them least, the last most. */
export const latitudes = ['as-described', 'propose-first', 'decide-and-tell', 'yours'] as const;
export type Latitude = (typeof latitudes)[number];

/** What the form offers: some say, and some certainty for both. */
export const usualLatitude: Latitude = 'propose-first';

/** In characters, as people count them (code points). */
export const LONGEST_OUTCOME = 300;
export const LONGEST_CONTEXT = 600;

/** What was typed into the form, once it can be taken. */
export const handOverSchema = z.object({
  giver: z.string(),
  receiver: z.string(),
  outcome: z.string(),
  /** '' where nothing was added. */
  context: z.string(),
  latitude: z.enum(latitudes),
  /** The first check-in, YYYY-MM-DD on the giver's calendar, and the giver's timezone. */
  checkIn: z.string(),
  timezone: z.string(),
  /** What both are spoken to in. */
  locale: z.enum(locales),
  /** The channel it came from, for its team's weekly count; '' where it came from none. */
  channel: z.string(),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** What the receiver can say. */
export const replies = ['take', 'talk', 'decline'] as const;
export type Reply = (typeof replies)[number];

export const handOverStates = ['offered', 'talking', 'taken', 'declined'] as const;
export type HandOverState = (typeof handOverStates)[number];

const leadsTo: { readonly [reply in Reply]: HandOverState } = {
  take: 'taken',
  talk: 'talking',
  decline: 'declined',
};

/** What can be said in each state. A finished hand-over takes no reply. */
const open: { readonly [state in HandOverState]: readonly Reply[] } = {
  offered: replies,
  talking: ['take', 'decline'],
  taken: [],
  declined: [],
};

/** The replies that are still open. */
export const repliesIn = (state: HandOverState): readonly Reply[] => open[state];

/** The state that a reply leads to; `undefined` where it says nothing new any more. */
export const stateAfter = (state: HandOverState, reply: Reply): HandOverState | undefined =>
  open[state].includes(reply) ? leadsTo[reply] : undefined;
