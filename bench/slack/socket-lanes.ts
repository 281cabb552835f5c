import type { SocketMode } from '../../playground/stand-in/socket-mode.ts';
import type { Lanes } from './lanes.ts';

/** As many payloads under way over Socket Mode as there would be connections over HTTP. */
export function createSocketLanes(slack: SocketMode, count: number): Lanes {
  return {
    count,
    prepare: (payload) => (_, whenAcked) =>
      void slack.send('interactive', payload).then((acked) => whenAcked(acked !== 'lost')),
    renew: async () => undefined,
    close: () => undefined,
  };
}
