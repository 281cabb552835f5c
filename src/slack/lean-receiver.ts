import type { IncomingMessage, ServerResponse } from 'node:http';
import { type App, HTTPModuleFunctions, HTTPResponseAck, type Receiver } from '@slack/bolt';
import type { Logger } from '@slack/logger';
import { SECOND } from '../duration.ts';
import type { Clock, Log } from '../ports.ts';
import { type Deliveries, NotTaken } from './deliveries.ts';
import { createBodyReader, refuse } from './http-exchange.ts';
import { close, createHttpServer, listen } from './http-server.ts';
import { createRefusalLog } from './refusal-log.ts';
import type { RepeatCheck } from './repeat-check.ts';
import { isSslCheck, type RequestBody, readBody } from './request-body.ts';
import { createSignatureCheck, hashOf, SIGNED_FOR } from './signature-check.ts';

const PATH = '/slack/events';
/** Bytes of a body. Slack's largest, a form with a hundred blocks, stays well below. */
const LARGEST_BODY = 1_048_576;
/** Bytes of one that is not signed: Slack's look at the address is a few words. */
const LARGEST_UNSIGNED = 1_000;
/** Bytes of all bodies that are being read. */
const LARGEST_TOGETHER = 32 * LARGEST_BODY;
/** After how long (ms) we answer for a handler that never acks; Bolt's own, a moment more than Slack waits, is too late. */
const UNHANDLED = 2.5 * SECOND;

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/**
 * The way in over HTTP: what Bolt's HTTPReceiver does for an app without OAuth and routes of its own, with Bolt's own
 * check and ack, in less time (docs/bench.md). Refuses, besides, requests from the future and repeated ones.
 */
export function createLeanReceiver(deps: {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly log: Log;
  readonly deliveries: Deliveries;
  readonly isRepeated: RepeatCheck;
}): Receiver {
  const { logger, deliveries, isRepeated } = deps;
  const signatures = createSignatureCheck(deps);
  const note = createRefusalLog(deps);
  const readWhole = createBodyReader({ together: LARGEST_TOGETHER });
  const server = createHttpServer((request, response) => {
    if (request.url?.split('?', 1)[0] !== PATH) return refuse(response, 404);
    if (request.method !== 'POST') return refuse(response, 405);
    const suspicion = signatures.suspicionOfHead(request.headers);
    readWhole(request, suspicion === undefined ? LARGEST_BODY : LARGEST_UNSIGNED, (read) => {
      if (typeof read === 'object') return take({ request, response }, read.text);
      if (suspicion !== undefined) note(suspicion);
      refuse(response, suspicion !== undefined ? 401 : read === 'too-large' ? 413 : 503);
    });
  });
  let app: Pick<App, 'processEvent'> | undefined;

  function take({ request, response }: Exchange, text: string): void {
    const contentType = request.headers['content-type'];
    if (isSslCheck(contentType, text)) return void response.writeHead(200).end();
    const suspicion = signatures.suspicionOf(request.headers, text);
    if (suspicion !== undefined) note(suspicion);
    const body = suspicion === undefined ? readBody(contentType, text) : undefined;
    if (suspicion !== undefined) refuse(response, 401);
    else if (body === undefined) refuse(response, 400);
    else if (body.type === 'url_verification')
      HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
    else void handOn({ request, response }, body);
  }

  async function handOn({ request, response }: Exchange, body: RequestBody): Promise<void> {
    const ack = new HTTPResponseAck({
      logger,
      processBeforeResponse: false,
      httpRequest: request,
      httpResponse: response,
      unhandledRequestTimeoutMillis: UNHANDLED,
    });
    try {
      if (await isRepeated(hashOf(request.headers), SIGNED_FOR, body)) {
        ack.ack();
        note('repeated');
        return refuse(response, 401);
      }
      if (app !== undefined) await deliveries.handOn(app, { body, ack: ack.bind() });
      if (response.headersSent) return;
      ack.ack(); // Nobody has, and nobody will.
      refuse(response, 404);
    } catch (error) {
      ack.ack(); // Answered below: nobody need wait for the handler's ack any more.
      if (error instanceof NotTaken) {
        signatures.forget(request.headers);
        return refuse(response, 503);
      }
      const problem = error instanceof Error ? error : new Error('unknown');
      const storedResponse = undefined;
      await HTTPModuleFunctions.defaultProcessEventErrorHandler({
        error: problem,
        logger,
        request,
        response,
        storedResponse,
      });
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    start: (where: { readonly port: number; readonly host: string }) => listen(server, where),
    stop: () => close(server),
  };
}
