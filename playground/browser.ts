import { chromium } from 'playwright-core';
import { formVerbs } from './browser-form.ts';
import { messageVerbs } from './browser-messages.ts';
import { placeVerbs } from './browser-places.ts';
import { watchScreen } from './browser-screen.ts';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

export type BrowserOptions = {
  /** Address of the local Slack. */
  readonly url: string;
  readonly chromiumPath?: string;
  /** How long a step may take, in milliseconds. Default 10,000. */
  readonly timeout?: number;
  readonly size?: { readonly width: number; readonly height: number };
};

export type SlackBrowser = Awaited<ReturnType<typeof openBrowser>>;

/**
 * Opens the local Slack in a headless Chromium and offers what a person does there, in a person's words: names of
 * people and channels, texts of buttons, labels of fields.
 *
 * The page differs from Slack: it shows everybody's private lines and direct messages to whoever acts, submits only
 * the fields that were touched, and leaves `multi_users_select`, `multi_static_select` and `timepicker` out.
 * @throws Error when no Chromium is found, or when a step takes longer than `timeout`
 */
export async function openBrowser(options: BrowserOptions) {
  const {
    url,
    chromiumPath = findChromium(),
    timeout = 10_000,
    size = { width: 1280, height: 900 },
  } = options;
  const browser = await chromium.launch({ executablePath: chromiumPath, args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage({ viewport: size });
    page.setDefaultTimeout(timeout);
    const screen = await watchScreen(page, timeout);
    await page.goto(url);
    await page.locator('.topbar .status.ok', { hasText: 'ui live' }).waitFor();
    return {
      ...placeVerbs(screen),
      ...messageVerbs(screen),
      ...formVerbs(screen),
      /** Saves what is on the screen, as PNG. */
      screenshot: (path: string) => page.screenshot({ path }),
      /** For what the verbs do not cover. */
      page,
      close: () => browser.close(),
    };
  } catch (problem) {
    await browser.close();
    throw problem;
  }
}
