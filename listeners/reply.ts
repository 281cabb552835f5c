import type { Message } from '../src/slack/block-kit.ts';
import type { Services } from './services.ts';

/** The two ways to answer privately over an interaction's response_url. */
export function repliesTo({ respond }: Pick<Services, 'respond'>, url: string) {
  return {
    /** A new private line; the message that was pressed stays as it is. */
    reply: (message: Message): Promise<void> => respond(url, message),
    /** In place of the private message whose button was pressed. */
    replace: (message: Message): Promise<void> => respond(url, message, { inPlace: true }),
  };
}
