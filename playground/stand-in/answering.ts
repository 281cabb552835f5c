import { type Answer, type MethodCall, refuse } from './answer.ts';
import type { Failure } from './failures.ts';
import { methods } from './methods.ts';
import { missingScope } from './scopes.ts';

/** Slack's order: is there such a method, who is asking, may they, and only then the method itself. */
export function answerTo(method: string, token: string | undefined, call: MethodCall): Answer {
  const known = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!known) return refuse('unknown_method');
  if (token === undefined) return refuse('not_authed');
  if (token !== tokenFor(method, call)) return refuse('invalid_auth');
  if (call.workspace.isRevoked && !method.startsWith('apps.')) return refuse('token_revoked');
  return missingScope(method, call) ?? known(call);
}

function tokenFor(method: string, { workspace }: MethodCall): string {
  return method.startsWith('apps.') ? workspace.bot.appToken : workspace.bot.token;
}

export type Performed<Result> = { readonly result?: Result; readonly refused?: string };

/** Lets the effect happen, unless the failure comes before it: then says what came instead. */
export function perform<Result>(failure: Failure | undefined, effect: () => Result): Performed<Result> {
  if (failure?.kind === 'error') return { refused: failure.code };
  const isLate = failure === undefined || failure.kind === 'slow' || failure.kind.startsWith('accept');
  return isLate ? { result: effect() } : { refused: 'internal_error' };
}
