import { inner, type Screen } from './browser-screen.ts';

/** A message as it stands on the screen. */
export type Seen = {
  readonly text: string;
  readonly isPrivate: boolean;
  readonly buttons: readonly string[];
};

/** What a person reads, types and presses in a channel, a direct message or on the Home tab. */
export function messageVerbs({ page }: Screen) {
  const place = page.locator('.messages, .home');
  const messages = page.locator('.messages .msg');
  const wanted = (text: string) => messages.filter({ hasText: text }).last();

  return {
    /** Types into the message box and sends it. What begins with a slash is a command. */
    type: async (text: string): Promise<void> => {
      const box = page.locator('.main textarea.composer-input');
      await box.fill(text);
      await box.press('Enter');
    },

    /** Presses the lowest button with exactly this text, or the lowest within the last message containing `within`. */
    press: async (button: string, { within }: { readonly within?: string } = {}): Promise<void> => {
      const area = within === undefined ? place : wanted(within);
      await area
        .locator('.bk-button')
        .and(page.getByRole('button', { name: button, exact: true }))
        .last()
        .click();
    },

    /** Waits for a message, or a line on the Home tab, that contains this text. */
    see: (text: string): Promise<void> => place.getByText(text).last().waitFor(),

    /** Every message in the open channel, the oldest first. Everybody's private lines are among them. */
    read: async (): Promise<readonly Seen[]> => {
      const all = await messages.all();
      return Promise.all(
        all.map(async (message) => ({
          text: await inner(message.locator('.msg-text, .blocks')),
          isPrivate: (await message.locator('.badge-eph').count()) > 0,
          buttons: await message.locator('.bk-button').allInnerTexts(),
        })),
      );
    },

    /** The whole text of the Home tab that is open. */
    readHome: (): Promise<string> => inner(page.locator('.home .blocks')),
  };
}
