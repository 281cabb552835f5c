import type { WebClient } from '@slack/web-api';
import { StartProblem } from '../start-problem.ts';
import { answeredCode } from './outcome.ts';

/** Codes with which Slack says that trying again will not help. */
const refused = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired']);

/**
 * Makes sure that Slack knows the bot token before anything starts: `attempts` tries with `pause` ms between them.
 * Throws `StartProblem` with a sentence: the token is refused, or Slack cannot be reached.
 */
export async function signIn(
  client: WebClient,
  options: { readonly attempts: number; readonly pause: number },
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const problem = await tryOnce(client);
    if (problem === undefined) return;
    const { code } = problem;
    if (refused.has(code)) {
      throw new StartProblem([
        `Slack does not accept SLACK_BOT_TOKEN (${code}). Copy it again from OAuth & Permissions.`,
      ]);
    }
    if (attempt >= options.attempts) {
      throw new StartProblem([
        `Slack cannot be reached after ${attempt} attempts (${code}). Check the network, or SLACK_API_URL.`,
      ]);
    }
    await new Promise((resolve) => setTimeout(resolve, options.pause));
  }
}

async function tryOnce(client: WebClient): Promise<{ readonly code: string } | undefined> {
  try {
    await client.auth.test();
    return undefined;
  } catch (error) {
    return { code: String(answeredCode(error) ?? Reflect.get(Object(error), 'code') ?? 'unknown') };
  }
}
