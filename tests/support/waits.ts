import { Cluster, type Command } from 'ioredis';
import type { RedisClient } from '../../src/redis/make-client.ts';

/**
 * Counts how often somebody has to wait for Redis: a command that is sent once a reply has come in begins a new wait,
 * one that is sent before goes along with those under way. So it never counts too few. `commands` are their names.
 */
export type Waits = { count: number; readonly commands: string[][] };

/** The waits of what `act` does with the client. */
export async function waitsOf(client: RedisClient, act: () => Promise<unknown>): Promise<Waits> {
  const waits: Waits = { count: 0, commands: [] };
  if (client instanceof Cluster) throw new Error('a Cluster waits for several nodes');
  const send = client.sendCommand;
  let hasReply = true;
  client.sendCommand = (command: Command, stream) => {
    if (hasReply) {
      waits.count += 1;
      waits.commands.push([]);
    }
    hasReply = false;
    waits.commands.at(-1)?.push(command.name);
    const replied = () => {
      hasReply = true;
    };
    command.promise.then(replied, replied);
    return send.call(client, command, stream);
  };
  try {
    await act();
  } finally {
    client.sendCommand = send;
  }
  return waits;
}
