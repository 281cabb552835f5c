import type { Message } from '../slack/block-kit.ts';
import type { ChartedMessage } from '../slack/chart.ts';
import type { Offered } from '../slack/response-url.ts';
import type { ChartsStore } from './charts-store.ts';

export type ChartsService = ReturnType<typeof createChartsService>;

/** Charts are new in Slack, and not everywhere: where one is refused the message goes without, for a day. */
export function createChartsService({ store }: { readonly store: ChartsStore }) {
  return {
    /** Whether charts were refused in the workspace within the last day. */
    areRefused: store.areRefused,

    /** Says it with its charts, or where Slack does not take them without; that is remembered once it was taken. */
    async say(workspace: string, said: Said): Promise<void> {
      if ((await said.offer(said.charted)) === 'said') return;
      await said.reply(said.plain);
      await store.refuse(workspace);
    },
  };
}

/** The same message with charts and without, and the ways to say them. */
export type Said = {
  readonly charted: ChartedMessage;
  readonly plain: Message;
  readonly offer: (message: ChartedMessage) => Promise<Offered>;
  readonly reply: (message: Message) => Promise<void>;
};
