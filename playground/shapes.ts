import { z } from 'zod';

/** What comes back from local-slack, as far as the playground reads it. All else is kept and ignored. */

const text = z.looseObject({ text: z.string() });
const option = z.looseObject({ text, value: z.string() });

const element = z.looseObject({
  type: z.string(),
  action_id: z.string().optional(),
  value: z.string().optional(),
  text: text.optional(),
  options: z.array(option).optional(),
  option_groups: z.array(z.looseObject({ options: z.array(option) })).optional(),
});

/** `elements` also holds the texts of a context block; `element` is the field of an input block. */
const block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  text: text.optional(),
  label: text.optional(),
  elements: z.array(z.looseObject({ type: z.string() })).optional(),
  accessory: element.optional(),
  element: element.optional(),
});

const message = z.looseObject({
  ts: z.string(),
  channel: z.string(),
  user: z.string().optional(),
  text: z.string().optional(),
  blocks: z.array(block).optional(),
  subtype: z.string().optional(),
  ephemeral_to: z.string().optional(),
  thread_ts: z.string().optional(),
});

const view = z.looseObject({
  id: z.string(),
  type: z.string(),
  callback_id: z.string().optional(),
  title: text.optional(),
  blocks: z.array(block),
});

const logEntry = z.looseObject({
  id: z.string(),
  time: z.number(),
  direction: z.enum(['to_bot', 'from_bot', 'internal']),
  kind: z.string(),
  summary: z.string(),
  detail: z.unknown().optional(),
});

const channel = z.looseObject({
  id: z.string(),
  name: z.string(),
  members: z.array(z.string()),
  is_im: z.boolean().optional(),
});

export type Option = z.infer<typeof option>;
export type Element = z.infer<typeof element>;
export type Block = z.infer<typeof block>;
export type Message = z.infer<typeof message>;
export type View = z.infer<typeof view>;
export type LogEntry = z.infer<typeof logEntry>;
export type Channel = z.infer<typeof channel>;

export const readMessages = (json: unknown) => z.object({ messages: z.array(message) }).parse(json).messages;
export const readLog = (json: unknown) => z.object({ log: z.array(logEntry) }).parse(json).log;
export const readChannels = (json: unknown) => z.object({ channels: z.array(channel) }).parse(json).channels;

const homes = z.record(z.string(), z.record(z.string(), view));
const apps = z.array(z.looseObject({ appId: z.string(), connected: z.boolean() }));

const frame = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('init'),
    state: z.looseObject({ apps, modalStack: z.array(view), homeViews: homes }),
  }),
  z.object({ t: z.literal('view'), stack: z.array(view) }),
  z.object({ t: z.literal('view_errors'), errors: z.record(z.string(), z.string()) }),
  z.object({ t: z.literal('home'), user: z.string(), appId: z.string(), view }),
  z.object({ t: z.literal('socket_status'), appId: z.string(), connected: z.boolean() }),
]);

/** What the browser is told, as far as it matters here. */
export type Frame = z.infer<typeof frame>;

const KNOWN = new Set(['init', 'view', 'view_errors', 'home', 'socket_status']);
const anyFrame = z.looseObject({ t: z.string() });

/** `undefined` for frames of a kind we have no use for, such as each line of the log. */
export function readFrame(json: unknown): Frame | undefined {
  return KNOWN.has(anyFrame.parse(json).t) ? frame.parse(json) : undefined;
}
