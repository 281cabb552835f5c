import { problemsOf } from './block-kit-limits.ts';

type Sent = { readonly method: string; readonly arguments: Readonly<Record<string, unknown>> };
type Answered = { readonly kind: string; readonly body: Readonly<Record<string, unknown>> };

/**
 * Everything wrong with what a stand-in recorded, house rules included: a run of the app in which this is empty
 * has sent nothing that Slack would refuse or a screen reader could not read.
 */
export function problemsOfEverythingSent(recorded: {
  readonly calls: readonly Sent[];
  readonly responses: readonly Answered[];
}): readonly string[] {
  return [...recorded.calls.flatMap(problemsOfCall), ...recorded.responses.flatMap(problemsOfResponse)];
}

function problemsOfCall({ method, arguments: sent }: Sent): readonly string[] {
  if (method.startsWith('chat.delete') || method === 'chat.getPermalink') return [];
  if (method.startsWith('chat.')) return problemsOf('message', sent);
  if (method === 'views.publish') return problemsOf('home', sent.view);
  return method.startsWith('views.') ? problemsOf('modal', sent.view) : [];
}

function problemsOfResponse({ kind, body }: Answered): readonly string[] {
  return kind === 'delete' ? [] : problemsOf('message', body);
}
