import type { Workspace } from './workspace.ts';

/** What a Web API method answers: always HTTP 200, the outcome inside. */
export type Answer = { readonly ok: boolean; readonly error?: string } & Readonly<Record<string, unknown>>;

export type Arguments = Readonly<Record<string, unknown>>;

/** What a method may use. */
export type MethodCall = {
  readonly workspace: Workspace;
  readonly arguments: Arguments;
  readonly nextTimestamp: () => string;
  /** Slack's own time, in ms. */
  readonly now: () => number;
  /** Names the next view, hash or whatever else needs a name; the same for the same history. */
  readonly nextId: (prefix: string) => string;
  readonly useTrigger: (triggerId: string) => string | undefined;
  /** The modal that the interaction was with whose trigger this is. */
  readonly viewOfTrigger: (triggerId: string) => string | undefined;
  readonly pageSize: number;
  readonly scopes: readonly string[];
  readonly socketUrl: string;
};

export type Method = (call: MethodCall) => Answer;

/** A success with its fields. */
export function accept(fields: Readonly<Record<string, unknown>> = {}): Answer {
  return { ok: true, ...fields };
}

/** A refusal with Slack's code, and what Slack says about it where it does. */
export function refuse(error: string, messages: readonly string[] = []): Answer {
  if (messages.length === 0) return { ok: false, error };
  return {
    ok: false,
    error,
    errors: messages,
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  };
}

/** An argument as text; the empty text where it is missing. */
export function textArgument(call: MethodCall, name: string): string {
  const value = call.arguments[name];
  return value === undefined || value === null ? '' : String(value);
}
