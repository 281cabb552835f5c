import { TIMEZONE } from './cast.ts';
import type { Conversation } from './manager.ts';
import { indented, localMoment, plainText } from './plain-text.ts';
import { practiceText } from './practice-text.ts';
import type { Simulation } from './simulation.ts';
import type { Snapshot } from './store-dump.ts';
import { storeText } from './store-text.ts';
import { tapsText } from './taps-text.ts';
import { directText, timelineText } from './timeline.ts';

/** A simulation as plain text. The same simulation always gives the same text, whatever store it ran on. */
export function reportText(simulation: Simulation): string {
  const { options, cast, calls, later, pulses, practice, conversations, middle, end } = simulation;
  const { people, weeks, seed } = options;
  const size = `${people} ${people === 1 ? 'person' : 'people'} and a manager`;
  const length = `${weeks} ${weeks === 1 ? 'week' : 'weeks'}`;
  const everyone = [cast.manager, ...cast.teammates];
  return `${[
    `Many Hands, simulated: ${size}, ${length}, seed ${seed}. All times are ${TIMEZONE}.`,
    titled('What the channel sees', timelineText({ calls, later }, cast)),
    titled('What people read in direct messages, each of them alone', directText({ calls, later }, cast)),
    titled(
      `What the manager sees (${cast.manager.name})`,
      conversations.map((talk) => conversationText(talk, everyone)).join('\n\n'),
    ),
    titled(
      'What people did (only the simulation knows this)',
      `${tapsText(pulses, cast)}\n\n${practiceText(practice, cast)}`,
    ),
    middle === undefined
      ? titled('What is in the store while a pulse is open', 'No pulse was ever open.')
      : titled(`What is in the store on ${momentOf(middle)}, while a pulse is open`, storeText(middle)),
    titled(`What is in the store at the end, ${momentOf(end)}`, storeText(end)),
  ].join('\n\n')}\n`;
}

function titled(title: string, body: string): string {
  return `${title}\n${'='.repeat(title.length)}\n\n${body}`;
}

function conversationText(talk: Conversation, people: Parameters<typeof plainText>[1]): string {
  const answers = talk.answers.map((answer) => indented(plainText(answer, people), 4));
  return [`${localMoment(talk.at, TIMEZONE)}  ${talk.typed}`, ...answers].join('\n');
}

function momentOf({ at }: Snapshot): string {
  return localMoment(at, TIMEZONE);
}
