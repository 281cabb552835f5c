import { type Cast, TIMEZONE } from './cast.ts';
import { localMoment, plainText } from './plain-text.ts';
import type { PracticeDeed } from './practice-run.ts';

/** What the cast did about asks and hand-overs, a line each, with what they were told privately. */
export function practiceText(deeds: readonly PracticeDeed[], { manager, teammates }: Cast): string {
  if (deeds.length === 0) return 'Nobody asked for a hand, and nothing was handed over.';
  const lines = deeds.map((deed) => {
    const told = deed.answers.map((answer) => ` → ${plainText(answer, [manager, ...teammates])}`).join('');
    return `    ${localMoment(deed.at, TIMEZONE)}  ${deed.person.name.padEnd(6)} ${saying(deed)}${told}`;
  });
  return ['Asks and hand-overs', ...lines].join('\n');
}

function saying(deed: PracticeDeed): string {
  switch (deed.kind) {
    case 'ask':
      return `asks for a hand: “${deed.words.what}”`;
    case 'hand-over':
      return `hands over to ${deed.words.receiver.name}: “${deed.words.outcome}”`;
    case 'help':
      return 'can help';
    case 'thank':
      return 'says thank you';
    case 'drop':
      return 'needs it no longer';
    case 'take':
      return 'takes it';
    case 'talk':
      return 'would like to talk first';
    case 'decline':
      return 'says not now';
  }
}
