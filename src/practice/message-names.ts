import { SECOND } from '../duration.ts';
import type { Gateway } from '../slack/gateway.ts';
import { inTime } from '../team/in-time.ts';
import { type Names, unnamedIn } from './message-text.ts';

/** How long (ms) Slack may take to tell names: a form waits for them, and its trigger lives for 3 seconds. */
const PATIENCE = SECOND;

/** A message that names more people than this keeps the others unnamed. */
const MOST = 10;

/**
 * The names of the people whom a message (mrkdwn) mentions, as far as Slack tells them in time. Of people only: the name
 * of a channel may be a secret to whoever reads the message.
 */
export async function namesIn(markdown: string, gateway: Pick<Gateway, 'nameOf'>): Promise<Names> {
  const asked = unnamedIn(markdown)
    .slice(0, MOST)
    .map(async (id) => [id, await inTime(gateway.nameOf(id), PATIENCE, '')] as const);
  return new Map(await Promise.all(asked));
}
