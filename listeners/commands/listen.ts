import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { repliesTo } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Track } from '../track.ts';
import { commandName } from './index.ts';
import { runCommand } from './router.ts';

/** For the one slash command: ack, then the subcommand. */
export function createCommandListener(services: Services, track: Track) {
  return async ({ command, ack }: SlackCommandMiddlewareArgs): Promise<void> => {
    if (command.command !== commandName) return;
    await ack();
    const { team_id: workspace, channel_id: channel, user_id: user, trigger_id: triggerId, text } = command;
    const team = { workspace, channel };
    const { reply, offer } = repliesTo(services, command.response_url);
    await track(runCommand(text, { team, user, triggerId, services, reply, offer }));
  };
}
