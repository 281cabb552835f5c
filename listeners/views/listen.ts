import type { SlackViewMiddlewareArgs } from '@slack/bolt';
import type { Services } from '../services.ts';
import { handlerOf } from '../table.ts';
import type { Track } from '../track.ts';
import { viewRoutes } from './index.ts';

/** For every form that is sent. The handler acks: it may have errors to show in the form. */
export function createViewListener(services: Services, track: Track) {
  return async ({ view, body, ack }: SlackViewMiddlewareArgs): Promise<void> => {
    const handler = handlerOf(viewRoutes, view.callback_id);
    if (handler === undefined || body.type !== 'view_submission') return ack();
    const context = {
      user: body.user.id,
      metadata: view.private_metadata,
      below: view.previous_view_id ?? '',
      state: view.state.values,
      refuse: (errors: { readonly [block: string]: string }) => ack({ response_action: 'errors', errors }),
      accept: () => ack(),
      services,
    };
    await track(handler(context));
  };
}
