import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openBrowser, type SlackBrowser } from './browser.ts';
import { teammates } from './company.ts';
import { askAndGetHelp, offerHandOver } from './practices.ts';
import type { Message } from './shapes.ts';
import type { Stage } from './stage.ts';

/** About as wide as Slack on a desk, and on a phone. High enough that nothing is cut. */
const WIDE = { width: 1000, height: 1600 };
const NARROW = { width: 390, height: 1600 };

/** Around the Home tab, in pixels; messages have their own. */
const MARGIN = 10;

/** On a phone Slack shows the channel alone; local-slack's page would keep everything beside it. */
const LIKE_A_PHONE = `@media (max-width: 500px) {
  .sidebar, .topbar { display: none !important; }
  .messages, .home { padding: 12px !important; }
}`;

/** What is on a picture: the last message with some words (or more), the Home tab, or the form. */
type Shown = { readonly messages: readonly string[] } | 'home' | 'form';

/**
 * Saves pictures of every surface into a folder, each wide and as narrow as a phone. The week of `playWeek` must be
 * over; `prompt` is the next one.
 */
export async function takePictures(options: {
  readonly url: string;
  readonly stage: Stage;
  readonly prompt: Message;
  readonly folder: string;
}): Promise<void> {
  const { url, stage, prompt, folder } = options;
  const { channel } = stage;
  mkdirSync(folder, { recursive: true });
  const asker = teammates(channel)[4]?.name ?? '';
  const receiver = teammates(channel)[7]?.name ?? '';
  const manager = channel.manager.name;
  const browser = await openBrowser({ url, size: WIDE });
  const take = (name: string, shown: Shown) => picture(browser, join(folder, name), shown);
  try {
    await browser.page.addStyleTag({ content: LIKE_A_PHONE });
    await askAndGetHelp(stage, prompt);
    await offerHandOver(stage, prompt);

    await browser.openChannel(channel.name);
    await browser.actAs(asker);
    await take('prompt-and-ask', { messages: ['Nobody has to.', `${asker} asks for a hand`] });
    await browser.press('Ask for a hand', { within: 'Nobody has to.' });
    await form(browser, 'Ask for a hand', () => take('ask-form', 'form'));
    await browser.press('Hand something over', { within: 'Nobody has to.' });
    await form(browser, 'Hand something over', () => take('hand-over-form', 'form'));
    await take('what-we-changed', { messages: ['What the pulse says', 'What we changed:'] });

    await browser.openDirectMessage(receiver);
    await take('hand-over', { messages: ['would like to hand something over'] });
    await browser.openDirectMessage(asker);
    await take('somebody-can-help', { messages: ['can help with what you asked'] });

    await browser.openHome();
    await take('home-of-a-member', 'home');
    await browser.actAs(manager);
    await take('home-of-a-manager', 'home');
    await browser.openDirectMessage(manager);
    await take('readout-to-the-manager', { messages: ['A readout is out'] });
    await browser.press('Post what we changed');
    await form(browser, 'What we changed', () => take('what-we-changed-form', 'form'));
    await browser.openChannel(channel.name);
    await browser.type('/hands summary');
    await browser.see('What the team says');
    await take('summary', { messages: ['What the team says'] });
  } finally {
    await browser.close();
  }
}

async function form(browser: SlackBrowser, title: string, look: () => Promise<void>): Promise<void> {
  await browser.seeForm(title);
  await look();
  await browser.cancelForm();
}

async function picture(browser: SlackBrowser, path: string, shown: Shown): Promise<void> {
  for (const [size, end] of [
    [WIDE, ''],
    [NARROW, '-narrow'],
  ] as const) {
    await browser.page.setViewportSize(size);
    await browser.page.mouse.move(0, 0);
    await browser.page.screenshot({ path: `${path}${end}.png`, clip: await frameOf(browser, shown) });
  }
  await browser.page.setViewportSize(WIDE);
}

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What the picture shows of the page. */
async function frameOf({ page }: SlackBrowser, shown: Shown): Promise<Box> {
  if (shown === 'form') return boxOf(page.locator('.modal'));
  if (shown === 'home') {
    const { x, y, width, height } = await boxOf(page.locator('.home .blocks'));
    return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  }
  const found = shown.messages.map((words) => page.locator('.messages .msg', { hasText: words }).last());
  for (const message of found) await message.scrollIntoViewIfNeeded();
  const boxes = await Promise.all(found.map(boxOf));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  const [{ x, width } = { x: 0, width: 0 }] = boxes;
  return { x, y: top, width, height: bottom - top };
}

async function boxOf(there: Locator): Promise<Box> {
  await there.waitFor();
  const box = await there.boundingBox();
  if (box === null) throw new Error('There is nothing to photograph.');
  return box;
}
