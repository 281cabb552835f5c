import { openBrowser, type SlackBrowser } from './browser.ts';
import type { CompanyChannel } from './company.ts';
import { yours } from './yours.ts';

const SIZE = { width: 1200, height: 900 };
/** The closed pulse, the readout, the next prompt, the open pulse, and the private line. */
const SHOWN = 5;

/**
 * Saves a picture of a channel as one of its people sees it right after answering, as PNG. The channel must hold an
 * open pulse.
 */
export async function photograph(options: {
  readonly url: string;
  readonly channel: CompanyChannel;
  readonly path: string;
}): Promise<void> {
  const { url, channel, path } = options;
  const browser = await openBrowser({ url, size: SIZE });
  try {
    const you = yours(channel);
    if (you !== undefined) await browser.actAs(you.name);
    await browser.openChannel(channel.name);
    const pulse = (await browser.read()).findLast(({ buttons }) => buttons.length > 0);
    await browser.press(pulse?.buttons[1] ?? '');
    await browser.see('Added to the locked total');
    await trim(browser.page);
    await browser.screenshot(path);
  } finally {
    await browser.close();
  }
}

/** Makes the page just high enough for the last messages, so that none is cut. */
async function trim(page: SlackBrowser['page']): Promise<void> {
  const messages = page.locator('.messages .msg');
  const list = await page.locator('.messages').boundingBox();
  const first = await messages.nth(-SHOWN).boundingBox();
  if (list === null || first === null) return;
  await page.setViewportSize({ ...SIZE, height: Math.round(SIZE.height - (first.y - list.y)) });
  await page.mouse.move(0, 0);
  await messages.last().scrollIntoViewIfNeeded();
}
