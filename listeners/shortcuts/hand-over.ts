import { openHandOverForm } from '../hand-over-form.ts';
import type { Shortcut } from './shortcut.ts';

/** Ids as manifest.yml has them. */
export const handOverShortcut = 'hand-over';
export const handOverMessageShortcut = 'hand-over-message';

/** Opens the form; at a message, with its text as the context. */
export const handOverFrom: Shortcut = async (context) =>
  openHandOverForm({ ...context, locale: await context.locale });
