import { askFromAnywhere, askShortcut } from './ask.ts';
import { handOverFrom, handOverMessageShortcut, handOverShortcut } from './hand-over.ts';
import type { Shortcut } from './shortcut.ts';

/** Callback id of a shortcut → handler. The manifest has exactly these (tested). */
export const shortcutRoutes: { readonly [callbackId: string]: Shortcut } = {
  [askShortcut]: askFromAnywhere,
  [handOverShortcut]: handOverFrom,
  [handOverMessageShortcut]: handOverFrom,
};
