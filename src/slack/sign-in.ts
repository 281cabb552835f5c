import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { SECOND } from '../duration.ts';
import type { Log } from '../ports.ts';
import { StartProblem } from '../start-problem.ts';
import { outcomeOfError } from './outcome.ts';

/** Codes with which Slack says that trying again will not help. */
const REFUSED = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'missing_scope',
]);

/** How often Slack is tried, how long (ms) in between at least, and who is told meanwhile. */
export type Patience = { readonly attempts: number; readonly pause: number; readonly log: Log };

/** No longer than this (ms) do we wait for a rate limit: whoever starts the app sits in front of it. */
const LONGEST_PAUSE = 30 * SECOND;

const WRONG_BOT_TOKEN = 'Slack does not accept SLACK_BOT_TOKEN. Copy it again from OAuth & Permissions.';

/** Makes sure that Slack takes the bot token, before anything starts. Throws `StartProblem` with a sentence. */
export function signIn(client: WebClient, patience: Patience): Promise<void> {
  return insist(() => client.auth.test(), WRONG_BOT_TOKEN, patience);
}

/** Lets Bolt ask who we are: it calls auth.test again, and its own errors are no sentences. */
export function introduce(bolt: Pick<App, 'init'>, patience: Patience): Promise<void> {
  return insist(() => bolt.init(), WRONG_BOT_TOKEN, patience);
}

/** Makes sure that Slack opens Socket Mode for the app token: Bolt would try for ever, in silence. */
export function checkAppToken(client: WebClient, patience: Patience): Promise<void> {
  const remedy =
    'Slack does not open Socket Mode for SLACK_APP_TOKEN. It needs the scope connections:write, and Socket Mode must be on.';
  return insist(() => client.apps.connections.open({}), remedy, patience);
}

/** `attempts` tries with a pause between them; a refusal is final, and `remedy` says what to do about it. */
async function insist(
  call: () => Promise<unknown>,
  remedy: string,
  { attempts, pause, log }: Patience,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const failure = await failureOf(call);
    if (failure === undefined) return;
    const { code, wait } = failure;
    if (REFUSED.has(code)) throw new StartProblem([`${remedy} (${code})`]);
    if (attempt >= attempts) throw new StartProblem([unreachable(attempt, code)]);
    log.warn('Slack cannot be reached yet', { code, count: attempt });
    await new Promise((resolve) => setTimeout(resolve, Math.max(pause, Math.min(wait, LONGEST_PAUSE))));
  }
}

function unreachable(attempts: number, code: string): string {
  if (code === 'ratelimited')
    return `Slack still asks us to wait after ${attempts} attempts (${code}). Start again in a few minutes.`;
  return `Slack cannot be reached after ${attempts} attempts (${code}). Check the network, or SLACK_API_URL.`;
}

/** What went wrong, and how long (ms) Slack asks us to wait. */
async function failureOf(call: () => Promise<unknown>): Promise<{ code: string; wait: number } | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    const outcome = outcomeOfError(error);
    const seconds = outcome.kind === 'not-sent' ? (outcome.retryAfterSeconds ?? 0) : 0;
    return { code: outcome.code, wait: seconds * SECOND };
  }
}
