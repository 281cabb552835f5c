import type { Log } from '../src/ports.ts';
import { company } from './company.ts';
import type { Endings } from './endings.ts';
import { mondayMorning } from './fast-clock.ts';
import { doorNames, type PlaygroundCommand } from './options.ts';
import { takePictures } from './pictures.ts';
import { startPlayground } from './playground.ts';
import { createStage } from './stage.ts';
import { playIntoNextWeek, playWeek } from './week.ts';
import { createJumpingClock } from './world/jumping-clock.ts';

/** Real milliseconds between two heartbeats: nothing waits for the virtual clock here. */
const BEAT = 50;

/**
 * Plays one week by itself and prints the transcript.
 * @throws Error with a sentence about what did not start, or what was missing
 */
export async function runAuto(options: {
  readonly command: PlaygroundCommand;
  readonly port: number;
  readonly print: (line: string) => void;
  readonly log: Log;
  readonly endings: Endings;
}): Promise<void> {
  const { command, port, print, log, endings } = options;
  const [channel] = company.channels;
  if (channel === undefined) throw new Error('The company needs a channel.');
  const clock = createJumpingClock(mondayMorning(Date.now(), channel.manager.timezone));
  const { door } = command;
  const playground = await startPlayground({ port, door, clock, log, beat: BEAT, endings });
  try {
    const { url, control, next } = playground;
    print(`One week in #${channel.name}, over ${doorNames[door]}. Times are ${channel.manager.timezone}.\n`);
    const stage = createStage({ control, next, clock, company, channel, print });
    await playWeek(stage);
    if (command.pictures !== undefined) {
      const prompt = await playIntoNextWeek(stage);
      await takePictures({ url, stage, prompt, folder: command.pictures });
      print(`\nThe pictures are in ${command.pictures}.`);
    }
    print('\nEverything was there.');
  } finally {
    await playground.stop();
  }
}
