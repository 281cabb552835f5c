import { z } from 'zod';

/** What Slack says of a new connection: how long it will last (s), and how many the app has. */
export type Hello = {
  readonly type: 'hello';
  readonly lifetime: number | undefined;
  readonly connections: number | undefined;
};

/** That a connection will end. `link_disabled`: Socket Mode was switched off. */
export type Disconnect = { readonly type: 'disconnect'; readonly reason: string };

/** Notes are short; what carries a payload need not be read twice. */
const LONGEST = 1_000;

const hello = z
  .object({
    type: z.literal('hello'),
    num_connections: z.number().optional(),
    debug_info: z.object({ approximate_connection_time: z.number().positive().optional() }).optional(),
  })
  .transform(
    ({ type, num_connections: connections, debug_info: info }): Hello => ({
      type,
      connections,
      lifetime: info?.approximate_connection_time,
    }),
  );
const disconnect = z.object({ type: z.literal('disconnect'), reason: z.string().default('') });
const note = z.union([hello, disconnect]);

/** What Slack says about the connection itself (docs: Socket Mode, "Connect to the WebSocket"); else `undefined`. */
export function noteOf(data: unknown): Hello | Disconnect | undefined {
  if (typeof data !== 'string' || data.length > LONGEST) return undefined;
  try {
    return note.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
