import { noticeView } from '../src/home/notice-view.ts';
import type { Locale } from '../src/locale.ts';
import type { Message } from '../src/slack/block-kit.ts';
import type { Gateway } from '../src/slack/gateway.ts';

/**
 * Tells somebody who pressed a button where there is no channel to answer in, as on the Home tab: in a modal, or in a
 * direct message where Slack does not open one any more.
 */
export async function notify(
  gateway: Pick<Gateway, 'openForm' | 'post'>,
  { user, triggerId }: { readonly user: string; readonly triggerId: string },
  { message, locale }: { readonly message: Message; readonly locale: Locale },
): Promise<void> {
  const open = () =>
    gateway.openForm(triggerId, noticeView(message, locale)).then(
      () => true,
      () => false,
    );
  const isOpen = triggerId !== '' && (await open());
  if (!isOpen) await gateway.post(user, message);
}
