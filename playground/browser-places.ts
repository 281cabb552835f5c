import type { Screen } from './browser-screen.ts';

/** Who one is and where one looks. The page forgets both on reload. */
export function placeVerbs({ page, frames }: Screen) {
  const item = (kind: string) => page.locator(`.sidebar-item:has(${kind})`);
  const title = (name: string) => page.locator('.channel-title', { hasText: name });
  const onHome = page.locator('.home');
  const publishing = (act: () => Promise<unknown>) =>
    frames.after('the Home tab', act, (frame) => (frame.t === 'home' ? true : undefined));

  const openChannel = async (name: string): Promise<void> => {
    await item('.hash')
      .filter({ hasText: exactly(name) })
      .click();
    await title(name).waitFor();
  };

  return {
    /** Acts as this person from now on, by name. On the Home tab, waits for theirs. */
    actAs: async (name: string): Promise<void> => {
      const choose = () => page.locator('label.actas', { hasText: 'Act as' }).locator('select');
      const act = () => choose().selectOption({ label: name });
      const already = (await choose().locator('option:checked').textContent()) === name;
      if (already || !(await onHome.isVisible())) await act();
      else await publishing(act);
    },

    /** Opens a channel by its name, without the sign in front. */
    openChannel,

    /** Opens the direct message between the app and this person. It exists once the app has written one. */
    openDirectMessage: async (name: string): Promise<void> => {
      await item('.dot').filter({ hasText: name }).click();
      await title(name).waitFor();
    },

    /** Opens the app's Home tab anew, and waits for what the app publishes for the person who acts. */
    openHome: async (): Promise<void> => {
      if (await onHome.isVisible()) await item('.hash').first().click();
      await publishing(() => item('.app-dot').first().click());
      await page.locator('.home .blocks').waitFor();
    },
  };
}

/** A channel's item reads `#name`, or a padlock and the name. */
function exactly(name: string): RegExp {
  return new RegExp(`^(#|🔒)${name.replace(/[^\p{L}\p{N}]/gu, '\\$&')}$`, 'u');
}
