import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../src/ports.ts';
import { type Answer, type Arguments, type MethodCall, refuse } from './answer.ts';
import { type Failure, failureQueue } from './failures.ts';
import { methods } from './methods.ts';
import { fromJson, type ParsedRequest, parseRequest, readBody } from './request.ts';
import { type Response, responseUrls } from './response-urls.ts';
import { timestamps } from './timestamps.ts';
import { deliver } from './transport.ts';
import { triggers } from './triggers.ts';
import { createWorkspace, type Workspace, type WorkspaceSeed } from './workspace.ts';

/** One call of the Web API as it arrived. `outcome` is `ok`, Slack's error code, or the injected failure. */
export type RecordedCall = {
  readonly method: string;
  readonly arguments: Arguments;
  readonly at: number;
  readonly token?: string;
  readonly outcome: string;
};

export type StandIn = {
  /** For `slackApiUrl`. */
  readonly apiUrl: string;
  readonly calls: readonly RecordedCall[];
  readonly workspace: Workspace;
  readonly responses: readonly Response[];
  /** A fresh response URL, as an interaction of this person in this channel would carry it. */
  readonly responseUrl: (forUser: string, channel: string) => string;
  /** A fresh trigger, good for one modal within three seconds of the clock. */
  readonly triggerId: () => string;
  /** Makes the next call of a method fail; `response_url` is the posts to response URLs, `*` any call. */
  readonly failNext: (method: string, failure: Failure) => void;
  /** Stops listening and cuts every open connection, hanging calls included. */
  readonly stop: () => Promise<void>;
};

export type StandInOptions = {
  readonly workspace?: WorkspaceSeed;
  /** Gives timestamps and the ages of triggers and response URLs. Default: the real clock. */
  readonly clock?: Clock;
  /** The most items a page of a list may hold. Default 200. */
  readonly pageSize?: number;
};

/** Starts a stand-in for Slack's Web API on a free port of 127.0.0.1. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const clock = options.clock ?? { now: () => Date.now() };
  const workspace = createWorkspace(options.workspace ?? {});
  const failures = failureQueue();
  const calls: RecordedCall[] = [];
  const trigger = triggers({ clock });
  const urls = responseUrls({ clock, origin: () => origin });
  const context = {
    workspace,
    ...counters(clock),
    useTrigger: trigger.use,
    pageSize: options.pageSize ?? 200,
  };

  const callMethod = (
    response: ServerResponse,
    method: string,
    { token, arguments: given }: ParsedRequest,
  ) => {
    const failure = failures.take(method);
    const { answer, outcome } = perform(failure, () =>
      answerTo(method, token, { ...context, arguments: given }),
    );
    calls.push({
      method,
      arguments: given,
      at: clock.now(),
      ...(token === undefined ? {} : { token }),
      outcome,
    });
    deliver(response, failure, { status: 200, type: 'application/json', body: JSON.stringify(answer) });
  };

  const server = createServer(async (request, response) => {
    const body = await readBody(request).catch(() => undefined);
    if (body === undefined) return;
    const path = new URL(request.url ?? '/', 'http://stand-in').pathname;
    if (path.startsWith('/api/'))
      return callMethod(response, path.slice('/api/'.length), parseRequest(request, body));
    const failure = failures.take('response_url');
    const { answer } = perform(failure, () => ({ ok: true, ...urls.receive(path, fromJson(body)) }));
    const status = 'status' in answer ? Number(answer.status) : 200;
    deliver(response, failure, {
      status,
      type: 'text/html',
      body: String(answer.text ?? answer.error ?? ''),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    apiUrl: `${origin}/api/`,
    calls,
    workspace,
    responses: urls.responses,
    responseUrl: urls.issue,
    triggerId: trigger.issue,
    failNext: failures.add,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function counters(clock: Clock): Pick<MethodCall, 'nextTimestamp' | 'nextId'> {
  let count = 0;
  const nextId = (prefix: string) => {
    count += 1;
    return `${prefix}${String(count).padStart(6, '0')}`;
  };
  return { nextTimestamp: timestamps({ clock }), nextId };
}

/** Slack's order: is there such a method, who is asking, and only then the method itself. */
function answerTo(method: string, token: string | undefined, call: MethodCall): Answer {
  const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!known) return refuse('unknown_method');
  if (token === undefined) return refuse('not_authed');
  if (token !== call.workspace.bot.token) return refuse('invalid_auth');
  return known(call);
}

/** Runs the effect unless the failure comes before it. */
function perform(failure: Failure | undefined, effect: () => Answer): { answer: Answer; outcome: string } {
  if (failure?.kind === 'error') return { answer: refuse(failure.code), outcome: failure.code };
  if (failure && !failure.kind.startsWith('accept'))
    return { answer: refuse('internal_error'), outcome: failure.kind };
  const answer = effect();
  return { answer, outcome: failure?.kind ?? answer.error ?? 'ok' };
}
