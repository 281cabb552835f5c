import type { Clock } from '../../src/ports.ts';
import { type Arguments, type MethodCall, refuse } from './answer.ts';
import { answerTo, perform } from './answering.ts';
import { type Failure, failureQueue } from './failures.ts';
import { fromJson, parseRequest } from './request.ts';
import { type Response, responseUrls } from './response-urls.ts';
import { deliverDue } from './scheduled.ts';
import { appScopes } from './scopes.ts';
import { type Exchange, serve } from './server.ts';
import { timestamps } from './timestamps.ts';
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
  readonly triggerId: (viewId?: string) => string;
  /** Posts what was scheduled for a time that has passed. Happens by itself before anything is asked of Slack. */
  readonly deliverDue: () => void;
  /** Makes the next call of a method fail; `response_url` is a post to a response URL, `*` anything. */
  readonly failNext: (method: string, failure: Failure) => void;
  /** Whether a failure (the very object that was given) has not met its call yet. */
  readonly isWaiting: (failure: Failure) => boolean;
  /** Stops listening and cuts every open connection, hanging calls included. */
  readonly stop: () => Promise<void>;
};

export type StandInOptions = {
  readonly workspace?: WorkspaceSeed;
  /** Gives timestamps and the ages of triggers and response URLs. Default: the real clock. */
  readonly clock?: Clock;
  /** The most items a page of a list may hold. Default 200. */
  readonly pageSize?: number;
  /** What the bot token may do. Default: the scopes of manifest.yml. */
  readonly scopes?: readonly string[];
  /** Where Socket Mode is; see `socket-mode.ts`. Default: an address where nobody listens. */
  readonly socketUrl?: string;
  /** The origin of response URLs, where something stands between the app and the stand-in. Default: its own. */
  readonly responseOrigin?: () => string;
};

const API = '/api/';

/** Starts a stand-in for Slack's Web API on a free port of 127.0.0.1. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const { clock = { now: () => Date.now() }, pageSize = 200, scopes = appScopes } = options;
  const { socketUrl = 'ws://127.0.0.1:1/link', responseOrigin = () => server.origin } = options;
  const workspace = createWorkspace(options.workspace ?? {});
  const calls: RecordedCall[] = [];
  const failures = failureQueue();
  const trigger = triggers({ clock });
  const urls = responseUrls({
    clock,
    origin: responseOrigin,
    takesCharts: () => workspace.takesCharts,
  });
  const context = {
    workspace,
    ...counters(clock),
    now: clock.now,
    useTrigger: trigger.use,
    viewOfTrigger: trigger.viewOf,
    pageSize,
    scopes,
    socketUrl,
  };

  const catchUp = () => deliverDue(workspace, context);
  const callMethod = ({ request, path, body, reply }: Exchange) => {
    catchUp();
    const method = path.slice(API.length);
    const { arguments: given, token } = parseRequest(request, body);
    const failure = failures.take(method);
    const done = perform(failure, () => answerTo(method, token, { ...context, arguments: given }));
    const answer = done.result ?? refuse(done.refused ?? '');
    const isBroken = failure !== undefined && failure.kind !== 'error' && failure.kind !== 'slow';
    const outcome = isBroken ? failure.kind : (answer.error ?? 'ok');
    calls.push({
      method,
      arguments: given,
      at: clock.now(),
      ...(token === undefined ? {} : { token }),
      outcome,
    });
    const headers = { 'content-type': 'application/json', 'x-oauth-scopes': scopes.join(',') };
    reply({ status: 200, headers, body: JSON.stringify(answer) }, failure);
  };

  const respond = ({ path, body, reply }: Exchange) => {
    const failure = failures.take('response_url');
    const { result, refused } = perform(failure, () => urls.receive(path, fromJson(body)));
    const { status, text } = result ?? { status: 400, text: refused ?? '' };
    reply({ status, headers: { 'content-type': 'text/html' }, body: text }, failure);
  };

  const server = await serve((exchange) => (exchange.path.startsWith(API) ? callMethod : respond)(exchange));
  return {
    apiUrl: `${server.origin}${API}`,
    calls,
    workspace,
    responses: urls.responses,
    responseUrl: urls.issue,
    triggerId: trigger.issue,
    deliverDue: catchUp,
    failNext: failures.add,
    isWaiting: failures.isWaiting,
    stop: server.stop,
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
