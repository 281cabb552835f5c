import type { Locator, Page } from 'playwright-core';
import { type FrameWatch, frameWatch } from './frame-watch.ts';
import { readFrame } from './shapes.ts';

/** What the verbs of the browser share. */
export type Screen = { readonly page: Page; readonly frames: FrameWatch };

/**
 * Runs in the page, before its own code. It passes each frame on only after the page has drawn it (which it does
 * before the next timer runs), so that whoever heard of a new Home tab does not read the old one. Text, not a
 * function: compilers add helpers to functions that the page does not have.
 */
const TELL = `window.WebSocket = new Proxy(window.WebSocket, {
  construct(Target, args) {
    const socket = new Target(...args);
    socket.addEventListener('message', ({ data }) => setTimeout(() => window.tellPlayground(data)));
    return socket;
  },
})`;

/**
 * Listens to what local-slack tells the page. To be called before the page is opened.
 * @param timeout of each wait, in milliseconds
 */
export async function watchScreen(page: Page, timeout: number): Promise<Screen> {
  const frames = frameWatch(timeout);
  await page.exposeFunction('tellPlayground', (data: string) => {
    const frame = readFrame(JSON.parse(data));
    if (frame !== undefined) frames.hear(frame);
  });
  await page.addInitScript({ content: TELL });
  return { page, frames };
}

/** The text one sees there, line by line: text that is not on the screen does not count. */
export async function inner(there: Locator): Promise<string> {
  return (await there.allInnerTexts()).join('\n');
}
