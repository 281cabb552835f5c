import { createHmac } from 'node:crypto';
import { afterEach } from 'vitest';
import { freePort } from '../playground/free-port.ts';
import { type SocketMode, startSocketMode } from '../playground/stand-in/socket-mode.ts';
import { startStandIn } from '../playground/stand-in/stand-in.ts';
import { openStore, type Store } from '../src/redis/connection.ts';
import { eventually, recordingLog, temporaryFolder } from './redis/stores.ts';
import { type PrivateRedis, startPrivateRedis } from './support/private-redis.ts';
import { startProgram } from './support/program.ts';

const SECRET = 'the signing secret';
const running: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of running.splice(0).reverse()) await step();
});

/** Seven people and the bot in one channel, and one in another. */
export const workspace = {
  users: ['UANN', 'UBEN', 'UCAT', 'UDAN', 'UEVE', 'UFAY', 'UGUS'].map((id) => ({ id, tz: 'UTC' })),
  channels: [{ id: 'CTEAM', members: ['UANN', 'UBEN', 'UCAT', 'UDAN', 'UEVE', 'UFAY', 'UGUS'] }],
};
export const team = { workspace: 'TWORK', channel: 'CTEAM' };

export type RunningProgram = Awaited<ReturnType<typeof runProgram>>;

/** The program itself as a child process, with a real Redis and a stand-in for Slack, over the door that is wanted. */
export async function runProgram(options: { readonly door: 'http' | 'socket' }) {
  const redis: PrivateRedis = await startPrivateRedis({ appendonly: true });
  running.push(redis.stop);
  const socketMode: SocketMode = await startSocketMode();
  running.push(socketMode.stop);
  const standIn = await startStandIn({ workspace, socketUrl: socketMode.url });
  running.push(standIn.stop);
  const store: Store = await openStore({ url: redis.url, dataDir: redis.folder, log: recordingLog() });
  running.push(store.close);
  const port = await freePort();
  const { bot } = standIn.workspace;
  const way =
    options.door === 'http'
      ? { SLACK_SIGNING_SECRET: SECRET, PORT: `${port}` }
      : { SLACK_APP_TOKEN: bot.appToken };
  const start = async () => {
    const program = startProgram({
      SLACK_BOT_TOKEN: bot.token,
      SLACK_API_URL: standIn.apiUrl,
      REDIS_URL: redis.url,
      KEY_DIR: `${await temporaryFolder()}/keys`,
      ...way,
    });
    await eventually(() => program.printed().includes('Many Hands is running'));
    return program;
  };

  /** Posts what Slack would post, signed, `after` seconds from now (s): Slack signs each try of the same event anew. */
  function post(body: string, { after = 0, now = Math.floor(Date.now() / 1_000) } = {}): Promise<Response> {
    const timestamp = String(now + after);
    const hash = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    const signed = { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` };
    const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
    return fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': type, ...signed },
      body,
    });
  }

  return { program: await start(), start, standIn, socketMode, store, redis, post };
}
