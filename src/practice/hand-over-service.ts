import { createHandOverOffering, type OfferingDeps } from './hand-over-offering.ts';
import { createHandOverReplying, type ReplyingDeps } from './hand-over-replying.ts';

export type HandOverService = ReturnType<typeof createHandOverService>;

/**
 * Handing something over: the giver's form, the receiver's card, and a message on the day of the first check-in.
 * All of it stands in Slack; nothing about the two people is written down here.
 */
export const createHandOverService = (deps: OfferingDeps & ReplyingDeps) => ({
  ...createHandOverOffering(deps),
  ...createHandOverReplying(deps),
});
