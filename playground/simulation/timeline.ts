import { SECOND } from '../../src/duration.ts';
import type { RecordedCall } from '../stand-in/stand-in.ts';
import { type Cast, CHANNEL, TIMEZONE } from './cast.ts';
import type { LaterPost } from './later-posts.ts';
import { indented, localMoment, plainText } from './plain-text.ts';

type Entry = { readonly at: number; readonly where: string; readonly text: string };
type Sent = { readonly calls: readonly RecordedCall[]; readonly later: readonly LaterPost[] };

/**
 * What stood in the channel, in the order in which it came: messages, changes to them that people can read, and what
 * Slack posted later.
 */
export function timelineText({ calls, later }: Sent, cast: Cast): string {
  const shown = new Map<string, string>();
  const entries: Entry[] = [];
  for (const { method, at, outcome, arguments: sent } of calls) {
    if (outcome !== 'ok' || sent.channel !== CHANNEL) continue;
    const text = String(sent.text);
    if (method === 'chat.postMessage') {
      shown.set(moment(at), text);
      entries.push({ at, where: '', text });
    }
    if (method !== 'chat.update') continue;
    const posted = moment(Math.floor(Number(sent.ts)) * SECOND);
    if (shown.get(posted) === text) continue;
    shown.set(posted, text);
    entries.push({ at, where: `  (the message of ${posted} now reads)`, text });
  }
  const replies = later.filter(({ channel }) => channel === CHANNEL).map(replyOf);
  return textOf([...entries, ...replies], cast);
}

/** What people read in their direct messages, which nobody else does. */
export function directText({ calls, later }: Sent, cast: Cast): string {
  const people = [cast.manager, ...cast.teammates];
  const nameOf = (channel: unknown) =>
    people.find(({ id }) => channel === id || channel === `D${id.slice(1)}`)?.name;
  const sent = calls
    .filter(({ method, outcome }) => method.startsWith('chat.') && outcome === 'ok')
    .filter(({ method }) => method === 'chat.postMessage' || method === 'chat.update')
    .map(({ method, at, arguments: { channel, text } }) => {
      const changed = method === 'chat.update' ? ', whose message now reads' : '';
      return { at, channel: String(channel), text: String(text), changed };
    });
  const entries = [...sent, ...later.map((post) => ({ ...post, changed: '' }))]
    .filter(({ channel }) => nameOf(channel) !== undefined)
    .map(({ at, channel, text, changed }) => ({ at, where: `  to ${nameOf(channel)}${changed}`, text }));
  return entries.length === 0 ? 'Nothing.' : textOf(entries, cast);
}

/** By their time; what came at the same instant stays in its order. */
function textOf(entries: readonly Entry[], { manager, teammates }: Cast): string {
  return [...entries]
    .sort((one, other) => one.at - other.at)
    .map(
      ({ at, where, text }) =>
        `${moment(at)}${where}\n${indented(plainText(text, [manager, ...teammates]), 4)}`,
    )
    .join('\n\n');
}

function replyOf({ at, text, thread }: LaterPost): Entry {
  const posted = moment(Math.floor(Number(thread)) * SECOND);
  return { at, where: `  (in the thread of the message of ${posted})`, text };
}

const moment = (instant: number) => localMoment(instant, TIMEZONE);
