import { MINUTE, SECOND, WEEK } from '../src/duration.ts';
import type { Store } from '../src/redis/connection.ts';
import type { CompanyChannel } from './company.ts';
import { weekdayAndTime } from './fast-clock.ts';
import { doorNames, type PlaygroundCommand } from './options.ts';
import { yours } from './yours.ts';

const storeNames: { readonly [kind in Store['kind']]: string } = {
  url: 'the Redis you named',
  private: 'a Redis of its own',
  embedded: 'a store in memory',
};

/** What the terminal says once everything runs: where to look, and what to try. */
export function introduction(options: {
  readonly url: string;
  /** What kind of store the app has found. */
  readonly store: Store['kind'];
  readonly now: number;
  readonly command: PlaygroundCommand;
  /** The channel that is a team from the beginning, and the one that is not yet. */
  readonly enrolled: CompanyChannel;
  readonly free: CompanyChannel;
}): string {
  const { url, store, now, command, enrolled, free } = options;
  const you = yours(enrolled)?.name ?? '';
  const timezone = enrolled.manager.timezone;
  const rows = [
    `Many Hands runs, over ${doorNames[command.door]}, with ${storeNames[store]}.`,
    '',
    `  Open    ${url}`,
    `  Clock   ${weekdayAndTime(now, timezone)} in ${timezone}; a week takes ${weekLength(command.speed)}`,
    '',
    'Choose who you are at “Act as”, at the top of the page. Then:',
    ...tips({ hasTeammates: command.hasTeammates, you, enrolled, free }).map((tip) => `  - ${tip}`),
    '',
    'The page shows everybody’s private lines to you; Slack shows each to one person.',
    'local-slack listens on every network interface of this machine and asks for no password.',
    'Ctrl-C ends everything.',
    '',
  ];
  return rows.join('\n');
}

function tips(given: {
  readonly hasTeammates: boolean;
  readonly you: string;
  readonly enrolled: CompanyChannel;
  readonly free: CompanyChannel;
}): readonly string[] {
  const { hasTeammates, you, enrolled, free } = given;
  const setup = `${free.manager.name}: type /hands setup in #${free.name} and press Start`;
  if (!hasTeammates) {
    return [
      `${enrolled.manager.name}: type /hands setup in #${enrolled.name}; nobody acts here but you`,
      setup,
      'anyone: /hands help',
    ];
  }
  return [
    `${you}: tap an answer in #${enrolled.name} when a pulse comes (everyone else there is simulated)`,
    `${you}: press “Ask for a hand” or “Hand something over” under a prompt, or “I can help” on a colleague’s card`,
    `${enrolled.manager.name}, who manages #${enrolled.name}: type /hands summary, or open the Home of many-hands`,
    setup,
    'anyone: /hands privacy shows what is stored, /hands help the rest',
  ];
}

/** `60 seconds`, `2 minutes`. */
export function weekLength(speed: number): string {
  const real = WEEK / speed;
  const [count, unit] = real < 2 * MINUTE ? [real / SECOND, 'second'] : [real / MINUTE, 'minute'];
  const rounded = Math.max(1, Math.round(count));
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`;
}
