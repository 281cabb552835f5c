import { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { Failure } from '../../playground/stand-in/failures.ts';
import { checkAppToken, introduce, signIn } from '../../src/slack/sign-in.ts';
import { StartProblem } from '../../src/start-problem.ts';
import { recordingLog } from '../redis/stores.ts';
import { silent, slack } from '../stand-in/world.ts';

const patience = (log = recordingLog()) => ({ attempts: 3, pause: 1, log });

/** The sentences with which something refuses to start. */
async function problemsOf(start: Promise<unknown>): Promise<readonly string[]> {
  const failure = await start.then(
    () => 'it started',
    (error: unknown) => error,
  );
  if (failure instanceof StartProblem) return failure.problems;
  throw failure;
}

/** A workspace with a client that has one attempt, and little time, for each call. */
async function impatient(token: string) {
  const { standIn } = await slack();
  const client = new WebClient(token, {
    slackApiUrl: standIn.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 100,
    logger: silent,
  });
  const failAlways = (method: string, failure: Failure) => {
    for (let attempt = 0; attempt < 3; attempt += 1) standIn.failNext(method, failure);
  };
  return { standIn, client, failAlways };
}

describe('signing in', () => {
  test('is done when Slack knows the token', async () => {
    const { client, standIn } = await slack();
    await signIn(client, patience());
    expect(standIn.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });

  test('with a wrong token is a sentence, at once', async () => {
    const { client, standIn } = await slack({ token: 'xoxb-wrong' });
    const failure = await signIn(client, patience()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartProblem);
    expect(failure).toMatchObject({
      problems: [
        'Slack does not accept SLACK_BOT_TOKEN. Copy it again from OAuth & Permissions. (invalid_auth)',
      ],
    });
    expect(standIn.calls).toHaveLength(1);
  });

  test('is tried again where Slack cannot be reached, within bounds', async () => {
    const { client, standIn } = await slack();
    for (let attempt = 0; attempt < 2; attempt += 1) standIn.failNext('auth.test', { kind: 'cut' });
    await signIn(client, patience());
    expect(standIn.calls).toHaveLength(3);
    for (let attempt = 0; attempt < 3; attempt += 1) standIn.failNext('auth.test', { kind: 'server-error' });
    await expect(signIn(client, patience())).rejects.toThrow(
      /^Slack cannot be reached after 3 attempts \(.*\)\./,
    );
    expect(standIn.calls).toHaveLength(6);
  });
});

describe('the app token', () => {
  const METHOD = 'apps.connections.open';

  test('is taken when Slack opens Socket Mode for it', async () => {
    const { client, standIn } = await impatient('xapp-stand-in');
    await checkAppToken(client, patience());
    expect(standIn.calls.map(({ method, outcome }) => [method, outcome])).toEqual([[METHOD, 'ok']]);
  });

  test.each(['missing_scope', 'invalid_auth', 'not_allowed_token_type'])(
    'that Slack refuses is a sentence, at once: %s',
    async (code) => {
      const { client, standIn, failAlways } = await impatient('xapp-stand-in');
      failAlways(METHOD, { kind: 'error', code });
      expect(await problemsOf(checkAppToken(client, patience()))).toEqual([
        `Slack does not open Socket Mode for SLACK_APP_TOKEN. It needs the scope connections:write, and Socket Mode must be on. (${code})`,
      ]);
      expect(standIn.calls).toHaveLength(1);
    },
  );

  test.each<[string, Failure, RegExp]>([
    ['answers 500', { kind: 'server-error' }, /^Slack cannot be reached after 3 attempts \(\w+\)\. Check/],
    ['hangs', { kind: 'hang' }, /^Slack cannot be reached after 3 attempts \(\w+\)\. Check/],
    [
      'asks to wait',
      { kind: 'rate-limited', retryAfterSeconds: 0 },
      /^Slack still asks us to wait after 3 attempts \(ratelimited\)\. Start again in a few minutes\.$/,
    ],
  ])('is tried again where Slack %s, within bounds and in words', async (_what, failure, sentence) => {
    const { client, standIn, failAlways } = await impatient('xapp-stand-in');
    failAlways(METHOD, failure);
    const log = recordingLog();
    const problems = await problemsOf(checkAppToken(client, patience(log)));
    expect(problems).toEqual([expect.stringMatching(sentence)]);
    expect(standIn.calls).toHaveLength(3);
    expect(log.lines).toEqual([
      expect.stringMatching(/^warn: Slack cannot be reached yet {"code":"\w+","count":1}$/),
      expect.stringMatching(/^warn: Slack cannot be reached yet {"code":"\w+","count":2}$/),
    ]);
  });

  test('is tried no sooner than Slack asks for', async () => {
    const { client, standIn } = await impatient('xapp-stand-in');
    standIn.failNext(METHOD, { kind: 'rate-limited', retryAfterSeconds: 1 });
    const begun = performance.now();
    await checkAppToken(client, patience());
    expect(performance.now() - begun).toBeGreaterThan(950);
  });
});

describe('Bolt, which asks once more who we are', () => {
  async function bolt(token = 'xoxb-stand-in') {
    const { standIn, failAlways } = await impatient(token);
    const clientOptions = { slackApiUrl: standIn.apiUrl, logger: silent, retryConfig: { retries: 0 } };
    const receiver = { init: () => undefined, start: async () => undefined, stop: async () => undefined };
    const app = new App({ token, receiver, clientOptions, logger: silent, deferInitialization: true });
    return { app, standIn, failAlways };
  }

  test('is asked again where Slack fails for a moment', async () => {
    const { app, standIn } = await bolt();
    standIn.failNext('auth.test', { kind: 'cut' });
    await introduce(app, patience());
    expect(standIn.calls.map(({ outcome }) => outcome)).toEqual(['cut', 'ok']);
  });

  test('fails in a sentence', async () => {
    const { app, failAlways } = await bolt();
    failAlways('auth.test', { kind: 'server-error' });
    expect(await problemsOf(introduce(app, patience()))).toEqual([
      expect.stringMatching(/^Slack cannot be reached after 3 attempts/),
    ]);
    expect(await problemsOf(introduce((await bolt('xoxb-wrong')).app, patience()))).toEqual([
      expect.stringContaining('Slack does not accept SLACK_BOT_TOKEN.'),
    ]);
  });
});
