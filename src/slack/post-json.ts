import { type ClientRequest, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { SECOND } from '../duration.ts';

/** The HTTP status, whatever it is, and the beginning of what was answered. */
export type PostAnswer = { readonly status: number; readonly text: string };

/** Posts JSON. Rejects where nothing came back. */
export type PostJson = (url: string, body: string) => Promise<PostAnswer>;

/** How much of an answer is kept (characters): Slack answers with a word. */
const KEPT = 200;

/** How long (ms) all of it may take, whatever trickles in meanwhile. */
const PATIENCE = 5 * SECOND;

/**
 * The way out for private lines, over Node's own kept-alive connections: fetch takes five times the processor time, and
 * this is done for every answer. A connection that the other side had just closed is replaced once.
 */
export const postJson: PostJson = async (url, body) => {
  const first = attempt(url, body);
  try {
    return await first.answer;
  } catch (error) {
    if (!first.request.reusedSocket || Reflect.get(Object(error), 'code') !== 'ECONNRESET') throw error;
    return attempt(url, body).answer;
  }
};

/** The same over any fetch: for tests and the playground, which look at what passes. */
export function postJsonOver(fetch: typeof globalThis.fetch): PostJson {
  return async (url, body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { status: response.status, text: (await response.text()).slice(0, KEPT) };
  };
}

function attempt(
  url: string,
  body: string,
): { readonly request: ClientRequest; readonly answer: Promise<PostAnswer> } {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const { open, ...where } = parse(url);
  const request = open({ ...where, method: 'POST', headers });
  const deadline = setTimeout(() => request.destroy(new Error('timeout')), PATIENCE);
  const answer = new Promise<PostAnswer>((resolve, reject) => {
    // Without a response it may close without an error: after an upgrade, for one.
    let end = (error = new Error('closed')) => reject(error);
    request.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        if (text.length < KEPT) text += part;
      });
      // It has been answered: what is cut off now is no reason to post it again.
      end = () => resolve({ status: response.statusCode ?? 0, text: text.slice(0, KEPT) });
      response.once('end', () => end()).once('error', () => end());
    });
    request.once('error', (error) => end(error));
    request.once('close', () => {
      clearTimeout(deadline);
      end();
    });
  });
  request.end(body);
  return { request, answer };
}

/** An address in its parts, which Node takes more quickly than a whole one. */
const address = /^(https?):\/\/([\w.-]+)(?::(\d+))?(\/\S*)$/i;

function parse(url: string) {
  const [, protocol, hostname = '', port, path = ''] = address.exec(url) ?? [];
  if (protocol === undefined) throw new Error('malformed');
  const open = protocol.toLowerCase() === 'https' ? requestHttps : requestHttp;
  return { open, hostname, path, ...(port === undefined ? {} : { port }) };
}
