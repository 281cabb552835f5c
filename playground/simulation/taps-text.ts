import { type Cast, TIMEZONE } from './cast.ts';
import { indented, localMoment, plainText } from './plain-text.ts';
import type { PulseRun, Tap } from './pulse-run.ts';

/** A receipt within a private answer. */
const RECEIPT = /`([0-9A-Z]{5}-[0-9A-Z]{5})`/;

/** What the cast did, which nobody but the simulation knows, with the private answers they got. */
export function tapsText(pulses: readonly PulseRun[], cast: Cast): string {
  if (pulses.length === 0) return noPulse(cast);
  const people = [cast.manager, ...cast.teammates];
  const answers = pulses
    .flatMap(({ taps }) => taps)
    .flatMap((tap) => tap.answers)
    .map((answer) => answer.replace(RECEIPT, '(a code of their own)'));
  const full = [...new Set(answers)].map((answer) => {
    const times = answers.filter((other) => other === answer).length;
    return `${times === 1 ? 'once' : `${times} times`}: ${plainText(answer, people)}`;
  });
  return [
    ...pulses.map(pulseText),
    `The private answers in full:\n${full.map((answer) => indented(answer, 4)).join('\n')}`,
  ].join('\n\n');
}

function pulseText({ openedAt, options, taps }: PulseRun): string {
  const lines = taps.map((tap) => `    ${tapText(tap, options)}`);
  return [
    `The pulse of ${localMoment(openedAt, TIMEZONE)}`,
    ...(lines.length > 0 ? lines : ['    nobody tapped']),
  ].join('\n');
}

function tapText(tap: Tap, options: readonly string[]): string {
  const told = tap.answers.map(beginningOf).join(' / ') || 'no answer';
  const weekdayAndTime = localMoment(tap.at, TIMEZONE).replace(/ \d+ \w+ \d+,/, '');
  return `${weekdayAndTime}  ${tap.person.name.padEnd(6)} ${deedText(tap, options)} → ${told}`;
}

function deedText({ through, choice }: Tap, options: readonly string[]): string {
  if (choice === 'none') return 'withdraws';
  return `${through === 'channel' ? '' : 'changes to '}“${options[choice]}”`;
}

/** The first sentence of a private answer, and its receipt: it is in the list under the result. */
function beginningOf(answer: string): string {
  const [sentence = ''] = answer.split('. ');
  const receipt = RECEIPT.exec(answer)?.[1];
  return receipt === undefined ? sentence : `${sentence}, receipt ${receipt}`;
}

function noPulse({ teammates }: Cast): string {
  const size = teammates.length === 1 ? 'one person' : `${teammates.length} people`;
  return `There was no pulse to answer: with ${size} to ask, five answers can never come together.`;
}
