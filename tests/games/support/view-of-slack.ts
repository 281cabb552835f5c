import type { Response } from '../../../playground/stand-in/response-urls.ts';
import type { RecordedCall, StandIn } from '../../../playground/stand-in/stand-in.ts';
import type { View } from './view.ts';

/** A sealed answer in a button: what follows the pulse's id, and choice and options where it has them. */
const sealed = /(-\d+(?:\.[\dx]\.\d)?\.)[A-Za-z0-9_-]{66}(?=")/g;

/**
 * Everything that went to Slack, with its virtual time. Left out:
 *
 * - the port of the local stand-in in response URLs;
 * - the order of `users.info` calls at one instant: they are under way together, before anybody can answer;
 * - the sealed value in a private answer to `concerned`, the person whose answer differs. Only their own client holds
 *   it, and AES-GCM is taken as ideal: random characters, always 66 of them. Those of everybody else are kept.
 */
export function viewOfSlack(standIn: StandIn, concerned?: string): View {
  const calls = inOrder(standIn.calls).map((call) => JSON.stringify(call));
  const answers = standIn.responses.map((response) => answerOf(response, concerned));
  return new Map([
    ['Slack calls', calls.join('\n')],
    ['private answers', answers.join('\n')],
  ]);
}

function answerOf(response: Response, concerned: string | undefined): string {
  const text = JSON.stringify({ ...response, url: new URL(response.url).pathname });
  return response.user === concerned ? text.replace(sealed, '$1(sealed)') : text;
}

/** The calls with each run of `users.info` sorted by person. */
export function inOrder(calls: readonly RecordedCall[]): readonly RecordedCall[] {
  const ordered: RecordedCall[] = [];
  let run: RecordedCall[] = [];
  const flush = () => {
    ordered.push(...run.sort((one, other) => (userOf(one) < userOf(other) ? -1 : 1)));
    run = [];
  };
  for (const call of calls) {
    if (call.method === 'users.info') run.push(call);
    else {
      flush();
      ordered.push(call);
    }
  }
  flush();
  return ordered;
}

const userOf = (call: RecordedCall): string => String(call.arguments.user);
