import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from '../../playground/stand-in/stand-in.ts';

const running: StandIn[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((standIn) => standIn.stop()));
});

/** A stand-in with two people and one channel, and a real WebClient without retries; stopped after the test. */
export async function slack(options: StandInOptions & { readonly token?: string } = {}) {
  const workspace = {
    users: [{ id: 'UANN', name: 'ann' }, { id: 'UBEN' }],
    channels: [{ id: 'CTEAM', name: 'team', members: ['UANN', 'UBEN'] }],
    ...options.workspace,
  };
  const standIn = await startStandIn({ ...options, workspace });
  running.push(standIn);
  const client = new WebClient(options.token ?? standIn.workspace.bot.token, {
    slackApiUrl: standIn.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
    logger: silent,
  });
  return { standIn, client };
}

const nothing = () => undefined;

/** A logger for clients and apps in tests: it keeps quiet. */
export const silent = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/** Slack's error code of a refused call, or what else went wrong with it; `ok` when nothing did. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    const { data, code } = error as { data?: { error?: string }; code?: string };
    return data?.error ?? code ?? String(error);
  }
}
