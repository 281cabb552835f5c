import { openBrowser } from './browser.ts';
import type { CompanyChannel } from './company.ts';
import { yours } from './teammates.ts';

/** Wide enough for sidebar and messages, high enough for a readout, a prompt and a pulse. */
const SIZE = { width: 1200, height: 900 };

/** Saves a picture of a channel as one of its people sees it, as PNG. */
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
    await browser.screenshot(path);
  } finally {
    await browser.close();
  }
}
