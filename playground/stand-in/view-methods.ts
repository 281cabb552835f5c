import { viewProblems } from '../../tests/support/block-kit-limits.ts';
import { type Answer, accept, type MethodCall, refuse, textArgument } from './answer.ts';
import type { StoredView } from './workspace.ts';

/** `views.*`: modals and Home tabs. */
export const viewMethods = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};

type View = Readonly<Record<string, unknown>>;

function open(call: MethodCall): Answer {
  const trigger = textArgument(call, 'trigger_id');
  if (trigger === '') return refuse('invalid_arguments', ['missing required field: trigger_id']);
  const view = checkedView(call, 'modal');
  if ('error' in view) return refuse(view.error, view.messages);
  const refused = call.useTrigger(trigger);
  if (refused !== undefined) return refuse(refused);
  return keep(call, view.view, call.nextId('V'));
}

/** Views in a stack: the one that was opened, and two on top of it. Source: docs.slack.dev, views.push. */
const MOST_IN_A_STACK = 3;

function push(call: MethodCall): Answer {
  const trigger = textArgument(call, 'trigger_id');
  const below = call.workspace.modals.get(call.viewOfTrigger(trigger) ?? '');
  if (below === undefined) return refuse('not_found');
  const view = checkedView(call, 'modal');
  if ('error' in view) return refuse(view.error, view.messages);
  if (heightOf(call, below) >= MOST_IN_A_STACK) return refuse('push_limit_reached');
  const refused = call.useTrigger(trigger);
  if (refused !== undefined) return refuse(refused);
  return keep(call, view.view, call.nextId('V'), below);
}

function heightOf(call: MethodCall, view: StoredView): number {
  const below = call.workspace.modals.get(String(view.previous_view_id));
  return below === undefined ? 1 : heightOf(call, below) + 1;
}

function update(call: MethodCall): Answer {
  const known = findModal(call);
  if (!known) return refuse('not_found');
  const view = checkedView(call, 'modal');
  if ('error' in view) return refuse(view.error, view.messages);
  const hash = textArgument(call, 'hash');
  if (hash !== '' && hash !== known.hash) return refuse('hash_conflict');
  const below = call.workspace.modals.get(String(known.previous_view_id));
  return keep(call, view.view, known.id, below);
}

function publish(call: MethodCall): Answer {
  const userId = textArgument(call, 'user_id');
  if (!call.workspace.users.has(userId)) return refuse('user_not_found');
  const view = checkedView(call, 'home');
  if ('error' in view) return refuse(view.error, view.messages);
  const known = call.workspace.homes.get(userId);
  const hash = textArgument(call, 'hash');
  if (hash !== '' && hash !== known?.hash) return refuse('hash_conflict');
  const stored = stamped(call, view.view, known?.id ?? call.nextId('V'));
  call.workspace.homes.set(userId, stored);
  return accept({ view: stored });
}

function findModal(call: MethodCall): StoredView | undefined {
  const external = textArgument(call, 'external_id');
  if (external === '') return call.workspace.modals.get(textArgument(call, 'view_id'));
  return [...call.workspace.modals.values()].find((view) => view.external_id === external);
}

function checkedView(
  call: MethodCall,
  surface: 'modal' | 'home',
): { readonly view: View } | { readonly error: string; readonly messages: readonly string[] } {
  const view = call.arguments.view;
  const isObject = typeof view === 'object' && view !== null && !Array.isArray(view);
  if (!isObject) return { error: 'invalid_arguments', messages: ['missing required field: view'] };
  const problems = viewProblems(surface, view);
  return problems.length > 0 ? { error: 'invalid_arguments', messages: problems } : { view: { ...view } };
}

function keep(call: MethodCall, view: View, id: string, below?: StoredView): Answer {
  const place = below && { root_view_id: below.root_view_id, previous_view_id: below.id };
  const stored = { ...stamped(call, view, id), ...place };
  call.workspace.modals.set(id, stored);
  return accept({ view: stored });
}

function stamped(call: MethodCall, view: View, id: string): StoredView {
  const { team, bot } = call.workspace;
  return {
    state: { values: {} },
    private_metadata: '',
    callback_id: '',
    ...view,
    id,
    hash: call.nextId('hash.'),
    team_id: team.id,
    app_id: bot.appId,
    bot_id: bot.botId,
    root_view_id: id,
    previous_view_id: null,
  };
}
