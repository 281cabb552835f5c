import { type Answer, accept, type MethodCall, refuse, textArgument } from './answer.ts';
import { page } from './paging.ts';
import type { User, Workspace } from './workspace.ts';

/** Who is there, and who we are. */
export const userMethods = {
  'auth.test': authTest,
  'users.info': info,
  'users.list': list,
};

function authTest({ workspace }: MethodCall): Answer {
  const { team, bot } = workspace;
  return accept({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: bot.name,
    team_id: team.id,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  });
}

function info(call: MethodCall): Answer {
  const user = call.workspace.users.get(textArgument(call, 'user'));
  return user ? accept({ user: seen(call.workspace, user) }) : refuse('user_not_found');
}

function list(call: MethodCall): Answer {
  const found = page(call, [...call.workspace.users.values()]);
  if (!found) return refuse('invalid_cursor');
  return accept({
    members: found.items.map((user) => seen(call.workspace, user)),
    response_metadata: { next_cursor: found.nextCursor },
  });
}

function seen(workspace: Workspace, user: User): Readonly<Record<string, unknown>> {
  return {
    ...user,
    team_id: workspace.team.id,
    real_name: user.name,
    is_app_user: false,
    profile: { real_name: user.name, display_name: user.name },
  };
}
