import { line, type Message } from '../../src/slack/block-kit.ts';
import type { ChartedMessage } from '../../src/slack/chart.ts';
import type { Surface } from './block-kit-limits.ts';
import { textsIn } from './unchanged-words.ts';

/** Something people are shown, by what it is. */
export type View = { readonly what: string; readonly surface: Surface; readonly payload: object };

/** Messages by what they are. */
export const messages = (shown: { readonly [what: string]: Message | ChartedMessage }): readonly View[] =>
  Object.entries(shown).map(([what, payload]) => ({ what, surface: 'message', payload }));

/** Modals by what they are. */
export const modals = (shown: { readonly [what: string]: object }): readonly View[] =>
  Object.entries(shown).map(([what, payload]) => ({ what, surface: 'modal', payload }));

/** Sentences that stand alone: a private line, or under a field of a form. */
export const lines = (words: unknown): readonly View[] =>
  messages(Object.fromEntries([...textsIn(words)].map(([path, text]) => [path, line(text)])));
