import { locales } from '../src/locale.ts';
import type { Clock, Log } from '../src/ports.ts';
import { pulseWords } from '../src/pulse/words/index.ts';
import { readoutWords } from '../src/readout/words/index.ts';
import type { Company, CompanyChannel } from './company.ts';
import { weekdayAndTime } from './fast-clock.ts';
import { type News, type NewsKind, plainWords } from './news.ts';

/** What the terminal calls each kind of news. */
const names: { readonly [kind in NewsKind]: string } = {
  prompt: 'prompt',
  pulse: 'pulse opens',
  outcome: 'pulse closed',
  card: 'ask',
  notice: 'notice',
};

/** As wide as a terminal shows without breaking the line. */
const WIDTH = 110;

export type Narrator = ReturnType<typeof createNarrator>;

/** Tells the terminal what happens, in short lines with the virtual time in the channel. Never who answered what. */
export function createNarrator(deps: {
  readonly clock: Clock;
  readonly company: Company;
  readonly print: (line: string) => void;
}) {
  const { clock, company, print } = deps;
  const tell = (channel: CompanyChannel, what: string, text: string): void => {
    const when = weekdayAndTime(clock.now(), channel.manager.timezone);
    print(shorten(`${when}  #${channel.name.padEnd(10)}  ${what.padEnd(12)}  ${text}`));
  };
  return {
    /** One line about something that happens in a channel. */
    tell,

    news({ channel, kind, message }: News): void {
      const text = withoutTitle(message.text ?? '');
      tell(channel, names[kind], plainWords(text.split('\n')[0] ?? '', company));
    },
  };
}

/** The kind says already that it is a pulse, or what one says. */
function withoutTitle(text: string): string {
  const title = titles.find((known) => text.startsWith(known)) ?? '';
  return text.slice(title.length);
}

const titles = locales.flatMap((locale) => [
  pulseWords(locale).message.title(''),
  `${readoutWords(locale).readout.title}: `,
]);

function shorten(line: string): string {
  return line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1).trimEnd()}…`;
}

/** The app's log for the terminal: warnings and errors only, one short line each. */
export function terminalLog(print: (line: string) => void): Log {
  const say = (message: string, fields: { readonly code?: string } = {}) =>
    print(`! ${message}${fields.code === undefined ? '' : ` (${fields.code})`}`);
  return { info: () => undefined, warn: say, error: say };
}
