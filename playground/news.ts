import { locales } from '../src/locale.ts';
import { helpAction } from '../src/practice/ask-card-view.ts';
import { answerAction } from '../src/pulse/answer-view.ts';
import { readoutWords } from '../src/readout/words/index.ts';
import { teamWords } from '../src/team/words/index.ts';
import { buttonsIn } from './buttons.ts';
import type { Company, CompanyChannel } from './company.ts';
import { everyone } from './company.ts';
import type { Control } from './control.ts';
import type { Message } from './shapes.ts';

export type NewsKind = 'prompt' | 'pulse' | 'outcome' | 'card' | 'notice';

/** Something the app has said to a whole channel. */
export type News = { readonly channel: CompanyChannel; readonly kind: NewsKind; readonly message: Message };

/** Looks into every channel, and gives what the app has said to it since the last look. Private lines are no news. */
export function newsWatch({
  control,
  company,
}: {
  readonly control: Pick<Control, 'messages'>;
  readonly company: Company;
}) {
  const seen = new Set<string>();
  return async (): Promise<readonly News[]> => {
    const looks = company.channels.map(async (channel) =>
      (await control.messages(channel.id))
        .filter((message) => message.user === company.app.userId && message.ephemeral_to === undefined)
        .map((message) => ({ channel, kind: kindOf(message), message })),
    );
    const all = (await Promise.all(looks)).flat();
    const fresh = all.filter(({ channel, message }) => !seen.has(`${channel.id} ${message.ts}`));
    for (const { channel, message } of fresh) seen.add(`${channel.id} ${message.ts}`);
    return fresh;
  };
}

/** The answers one can tap in a message, in order. */
export function answersIn(message: Message) {
  return buttonsIn(message.blocks).filter(({ action_id }) => action_id.split('.')[0] === answerAction);
}

/** How the texts begin with which a pulse ends, whatever came of it. */
const outcomes = locales.flatMap((locale) => {
  const { title, tooFew, void: lost, closed } = readoutWords(locale).readout;
  return [title, tooFew(0), lost(''), closed].map((text) => text.split(/[(:]/)[0] ?? text);
});

const tracks = locales.flatMap((locale) => Object.values(teamWords(locale).names.tracks));

export function kindOf(message: Message): NewsKind {
  const text = message.text ?? '';
  if (answersIn(message).length > 0) return 'pulse';
  if (buttonsIn(message.blocks).some(({ action_id }) => action_id === helpAction)) return 'card';
  if (tracks.some((track) => text.startsWith(`${track}: `))) return 'prompt';
  return outcomes.some((beginning) => text.startsWith(beginning)) ? 'outcome' : 'notice';
}

/** A message's text for the terminal: people and channels as names, without the signs for bold. */
export function plainWords(text: string, company: Company): string {
  const names = new Map([
    ...everyone(company).map(({ id, name }) => [id, name] as const),
    ...company.channels.map(({ id, name }) => [id, `#${name}`] as const),
  ]);
  return text
    .replace(/<[@#]([A-Z0-9]+)>/g, (mention, id: string) => names.get(id) ?? mention)
    .replace(/\*([^*\n]+)\*/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
