import { isDoneWithin } from '../src/done-within.ts';
import { fallbackLocale } from '../src/locale.ts';
import type { Log } from '../src/ports.ts';
import { company } from './company.ts';
import type { Endings } from './endings.ts';
import { createFastClock, mondayMorning } from './fast-clock.ts';
import { introduction } from './introduction.ts';
import { createNarrator } from './narrator.ts';
import { newsWatch } from './news.ts';
import type { PlaygroundCommand } from './options.ts';
import { startPlayground } from './playground.ts';
import { createPractising } from './practising.ts';
import { repeat } from './repeat.ts';
import { createTeammates } from './teammates.ts';
import { createSeededRandom } from './world/seeded-random.ts';

/** Real milliseconds between two looks at what has happened. */
const LOOK = 250;
/** How long (ms) the last of them may take once all ends. */
const LAST_LOOK = 2_000;

/**
 * The playground for people: the clock runs, the company acts, the terminal tells.
 * @throws Error with a sentence once local-slack is gone; there is no other end than that and `endings`
 */
export async function runInteractively(options: {
  readonly command: PlaygroundCommand;
  readonly port: number;
  readonly print: (line: string) => void;
  readonly log: Log;
  readonly endings: Endings;
}): Promise<never> {
  const { command, port, print, log, endings } = options;
  const [enrolled, free] = company.channels;
  if (enrolled === undefined || free === undefined) throw new Error('The company needs two channels.');
  const start = mondayMorning(Date.now(), enrolled.manager.timezone);
  const clock = createFastClock({ start, speed: command.speed, real: Date.now });
  const { door, locale } = command;
  const { url, ended, control, store } = await startPlayground({
    ...{ port, door, locale, clock, log, endings },
  });
  const narrator = createNarrator({ clock, company, print });
  const random = createSeededRandom('playground');
  const people = createTeammates({ control, company, clock, random, narrator });
  const practising = createPractising({
    ...{ control, company, clock, narrator },
    random: createSeededRandom('tide'),
    locale: locale ?? fallbackLocale,
  });
  const watch = newsWatch({ control, company });
  const look = async () => {
    for (const news of await watch()) {
      narrator.news(news);
      if (!command.hasTeammates) continue;
      people.notice(news);
      practising.notice(news);
    }
    await people.act();
    await practising.act();
  };
  print(introduction({ url, store: store.kind, now: clock.now(), command, enrolled, free }));
  if (command.hasTeammates) {
    const { manager, id } = enrolled;
    await control.command(manager.id, id, 'setup mon 9:30');
    await control.ephemeral(manager.id, id, 'the first enrolment', () => true);
  }
  clock.begin();
  const end = repeat(() => look().catch((problem: unknown) => log.warn(String(problem))), LOOK);
  // Somebody may wait for what will not come any more; the store has to end all the same.
  await endings.add(() => isDoneWithin(end(), LAST_LOOK));
  throw new Error(`local-slack has ended (${await ended}), and the playground with it.`);
}
