import { SECOND } from '../../src/duration.ts';
import type { RecordedCall } from '../stand-in/stand-in.ts';
import { type Cast, CHANNEL, TIMEZONE } from './cast.ts';
import { indented, localMoment, plainText } from './plain-text.ts';

/** What stood in the channel, in the order in which it came: messages, and the one change to each pulse. */
export function timelineText(calls: readonly RecordedCall[], cast: Cast): string {
  const people = [cast.manager, ...cast.teammates];
  return calls
    .filter(({ outcome, arguments: sent }) => outcome === 'ok' && sent.channel === CHANNEL)
    .filter(({ method }) => method === 'chat.postMessage' || method === 'chat.update')
    .map((call) => `${headline(call)}\n${indented(plainText(String(call.arguments.text), people), 4)}`)
    .join('\n\n');
}

function headline({ method, at, arguments: sent }: RecordedCall): string {
  const when = localMoment(at, TIMEZONE);
  if (method === 'chat.postMessage') return when;
  const posted = localMoment(Math.floor(Number(sent.ts)) * SECOND, TIMEZONE);
  return `${when}  (the message of ${posted} now reads)`;
}
