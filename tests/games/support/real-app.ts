import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../playground/free-port.ts';
import { SECOND } from '../../../src/duration.ts';
import { eventually } from '../../redis/stores.ts';

const SECRET = 'a signing secret';
const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A module that prints what comes in, as someone might who looks for a fault. */
const printsRequests = `data:text/javascript,${encodeURIComponent(`
  import { Server } from 'node:http';
  const { emit } = Server.prototype;
  Server.prototype.emit = function (event, request, ...rest) {
    if (event === 'request') request.on('data', (data) => console.log(String(data)));
    return emit.call(this, event, request, ...rest);
  };
`)}`;

/** The real program in a process of its own, behind its real HTTP door; keeps all that it prints. */
export async function startRealApp(given: {
  readonly environment: Readonly<Record<string, string>>;
  /** `talkative`: with a leak, for the control. */
  readonly variant?: 'as it is' | 'talkative';
}) {
  const { environment, variant = 'as it is' } = given;
  const port = await freePort();
  const leak = variant === 'talkative' ? ['--import', printsRequests] : [];
  const child = spawn(process.execPath, ['--import', 'tsx', ...leak, 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      ...environment,
      // Whoever works here may have a .env with a token for Socket Mode: what is set wins.
      SLACK_APP_TOKEN: '',
      SLACK_SIGNING_SECRET: SECRET,
      PORT: String(port),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = keepOutput(child);
  await eventually(() => printed().includes('is running') || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`the app did not start: ${printed()}`);
  return {
    printed,

    /** Sends an interaction, signed as Slack signs it; the status of the answer. */
    async send(payload: object): Promise<number> {
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      const time = String(Math.floor(Date.now() / SECOND));
      const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')}`;
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': time,
        'x-slack-signature': signature,
      };
      return (await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body })).status;
    },

    async stop(): Promise<void> {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), 5 * SECOND);
      await ended;
      clearTimeout(insist);
    },
  };
}

function keepOutput(child: ChildProcess): () => string {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  return () => printed;
}
