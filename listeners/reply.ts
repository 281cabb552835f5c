import type { Message } from '../src/slack/block-kit.ts';
import type { ChartedMessage } from '../src/slack/chart.ts';
import type { Offered } from '../src/slack/response-url.ts';
import type { Services } from './services.ts';

/** The ways to answer privately over an interaction's response_url. */
export function repliesTo({ respond, offer }: Pick<Services, 'respond' | 'offer'>, url: string) {
  return {
    /** A new private line; the message that was pressed stays as it is. */
    reply: (message: Message): Promise<void> => respond(url, message),
    /** The same with charts, which Slack may not take: then nothing was said. */
    offer: (message: ChartedMessage): Promise<Offered> => offer(url, message),
    /** In place of the private message whose button was pressed. */
    replace: (message: Message): Promise<void> => respond(url, message, { inPlace: true }),
  };
}
