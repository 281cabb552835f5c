import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { Redis } from 'ioredis';
import { answerReply } from '../../src/pulse/answer-view.ts';
import { parseAnswerValue } from '../../src/pulse/button-value.ts';
import { createKeyFolder } from '../../src/pulse/key-folder.ts';
import { createPulseAnswers } from '../../src/pulse/pulse-answers.ts';
import { createPulseStore } from '../../src/pulse/pulse-store.ts';

/**
 * Contestant (a): the least that does the same. node:http, the signature, the body, the same script through the same
 * service, the same private line. No framework, no routes, no errors.
 */
const { PORT = '', SLACK_SIGNING_SECRET: secret = '', REDIS_URL = '', KEY_DIR = '' } = process.env;
const agent = new Agent({ keepAlive: true });
const answers = createPulseAnswers({
  store: createPulseStore({ client: new Redis(REDIS_URL.replace('unix://', '')) }),
  custody: createKeyFolder({ folder: KEY_DIR }),
  random: { bytes: (size) => randomBytes(size) },
});

createServer(async (incoming, response) => {
  const body = await readAll(incoming);
  if (!isSigned(incoming, body)) return void response.writeHead(401).end();
  response.writeHead(200).end();
  await answer(new URLSearchParams(body).get('payload') ?? '');
}).listen(Number(PORT), '127.0.0.1', () => process.stdout.write('is running\n'));

async function readAll(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const timestamp = String(headers['x-slack-request-timestamp']);
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const own = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const given = String(headers['x-slack-signature']);
  return own.length === given.length && timingSafeEqual(Buffer.from(own), Buffer.from(given));
}

async function answer(payload: string): Promise<void> {
  const { user, team, channel, message, actions, response_url: url } = JSON.parse(payload);
  const value = parseAnswerValue(actions[0].value);
  if (value === undefined) return;
  const tap = { team: { workspace: team.id, channel: channel.id }, user: user.id, ts: message.ts };
  const line = answerReply(await answers.answer({ ...value, ...tap }), 'A', 'en');
  post(url, JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...line }));
}

function post(url: string, body: string): void {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  request(url, { method: 'POST', agent, headers }, (reply) => reply.resume()).end(body);
}
