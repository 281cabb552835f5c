import type { WebClient } from '@slack/web-api';
import { StartProblem } from '../start-problem.ts';
import { answeredCode } from './outcome.ts';

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

export type Patience = { readonly attempts: number; readonly pause: number };

/** Makes sure that Slack takes the bot token, before anything starts. Throws `StartProblem` with a sentence. */
export function signIn(client: WebClient, patience: Patience): Promise<void> {
  const remedy = 'Slack does not accept SLACK_BOT_TOKEN. Copy it again from OAuth & Permissions.';
  return insist(() => client.auth.test(), remedy, patience);
}

/** Makes sure that Slack opens Socket Mode for the app token: Bolt would try for ever, in silence. */
export function checkAppToken(client: WebClient, patience: Patience): Promise<void> {
  const remedy =
    'Slack does not open Socket Mode for SLACK_APP_TOKEN. It needs the scope connections:write, and Socket Mode must be on.';
  return insist(() => client.apps.connections.open({}), remedy, patience);
}

/** `attempts` tries with `pause` ms between them; a refusal is final, and `remedy` says what to do about it. */
async function insist(
  call: () => Promise<unknown>,
  remedy: string,
  { attempts, pause }: Patience,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const code = await codeOfFailure(call);
    if (code === undefined) return;
    if (REFUSED.has(code)) throw new StartProblem([`${remedy} (${code})`]);
    if (attempt >= attempts) {
      throw new StartProblem([
        `Slack cannot be reached after ${attempt} attempts (${code}). Check the network, or SLACK_API_URL.`,
      ]);
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function codeOfFailure(call: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await call();
    return undefined;
  } catch (error) {
    return String(answeredCode(error) ?? Reflect.get(Object(error), 'code') ?? 'unknown');
  }
}
