import { z } from 'zod';
import { answerAction, changeAction } from '../src/pulse/answer-view.ts';

const safeButtons = new Set([answerAction, changeAction]);

const event = z.object({ type: z.literal('event_callback'), event_id: z.string() });
const press = z.object({
  type: z.literal('block_actions'),
  actions: z
    .array(z.object({ action_id: z.string().refine((id) => safeButtons.has(id.split('.', 1)[0] ?? '')) }))
    .min(1),
});
const safe = z.union([press, event]);

/**
 * Whether a body may come twice without harm. An answer may: it names the version it follows, and its one round trip to
 * Redis refuses it the second time (src/pulse/cast-vote.lua). An event may: it is known by its id.
 */
export const isSafeTwice = (body: object): boolean => safe.safeParse(body).success;
