import { scopesNeededBy } from '../../tests/support/manifest-rules.ts';
import { type Answer, type MethodCall, refuse, textArgument } from './answer.ts';

/** The scopes of manifest.yml: what a bot installed from it may do. A test keeps the two the same. */
export const appScopes: readonly string[] = [
  'commands',
  'chat:write',
  'channels:read',
  'groups:read',
  'users:read',
];

/** Slack's refusal of a call for which the token lacks a scope; undefined where it lacks none. */
export function missingScope(method: string, call: MethodCall): Answer | undefined {
  const missing = needed(method, call).filter((scope) => !call.scopes.includes(scope));
  if (missing.length === 0) return undefined;
  return { ...refuse('missing_scope'), needed: missing.join(','), provided: call.scopes.join(',') };
}

/** Reading a conversation takes the scope of its own kind only. */
function needed(method: string, call: MethodCall): readonly string[] {
  if (method !== 'conversations.info' && method !== 'conversations.members') return scopesNeededBy([method]);
  const channel = call.workspace.channels.get(textArgument(call, 'channel'));
  if (channel?.is_im) return ['im:read'];
  return [channel?.is_private ? 'groups:read' : 'channels:read'];
}
