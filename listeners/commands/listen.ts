import type { App } from '@slack/bolt';
import { replier } from '../reply.ts';
import type { Services } from '../services.ts';
import type { Track } from '../track.ts';
import { commandName } from './index.ts';
import { runCommand } from './router.ts';

/** Wires the one slash command: ack, then the subcommand. */
export function listenToCommands(app: App, services: Services, track: Track): void {
  app.command(commandName, async ({ command, ack, respond }) => {
    await ack();
    const { team_id: workspace, channel_id: channel, user_id: user, trigger_id: triggerId, text } = command;
    const team = { workspace, channel };
    await track(runCommand(text, { team, user, triggerId, services, reply: replier(respond) }));
  });
}
