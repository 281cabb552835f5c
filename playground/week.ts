import { answerAction } from '../src/pulse/answer-view.ts';
import { settingsFormId } from '../src/team/settings-form.ts';
import type { Press } from './buttons.ts';
import { teammates } from './company.ts';
import { expectLine } from './expect-line.ts';
import { answersIn } from './news.ts';
import { playAsk, playCheckIn, playHandOver, playWhatChanged } from './practices.ts';
import { changeAnswer, checkReceipt } from './second-thoughts.ts';
import type { Message } from './shapes.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/**
 * One week of a team, from enrolling to the Home tab, through what the browser page uses too.
 * @throws Error whose message is a sentence about the first thing that was missing
 */
export async function playWeek(stage: Stage): Promise<void> {
  const { step, see, jumpTo } = stage;
  await step('the settings form, and the channel being told', () => enrol(stage));
  const prompt = await step('the prompt', () => jumpTo('prompt').then(() => see('prompt')));
  await playAsk(stage, prompt);
  const handedOver = await playHandOver(stage, prompt);
  const pulse = await step('the pulse', () => jumpTo('opening').then(() => see('pulse')));
  await step('a private line after each tap', () => everyoneTaps(stage, pulse));
  await step('a second tap that changes nothing', () => tapAgain(stage, pulse));
  const receipt = await step('a change through the private line', () => changeAnswer(stage));
  await step('a word to the manager, who is not polled', () => managerTaps(stage, pulse));
  const readout = await step('the readout', () => jumpTo('closing').then(() => see('outcome')));
  await playCheckIn(stage, handedOver);
  const finding = await step('a level in the readout', async () => findingOf(readout));
  await step('the receipt in the list under the readout', () => checkReceipt(stage, readout, receipt));
  await step('a pulse that stays closed', () => tapTooLate(stage, pulse));
  await playWhatChanged(stage);
  await step('the summary', () => readSummary(stage, finding));
  await step('the Home tab', () => openHome(stage, finding));
  await step('dates that people can read', () => lookForTokens(stage));
}

/** The week after, up to a pulse that has just opened, in a channel without anyone's private lines. Gives its prompt. */
export async function playIntoNextWeek(stage: Stage): Promise<Message> {
  const { step, see, jumpTo, control, channel, company } = stage;
  for (const { ts, ephemeral_to } of await control.messages(channel.id))
    if (ephemeral_to !== undefined) await control.takeAway(channel.id, ts, company.app.userId);
  const prompt = await step('the second prompt', () => jumpTo('prompt').then(() => see('prompt')));
  await step('the second pulse', () => jumpTo('opening').then(() => see('pulse')));
  return prompt;
}

async function enrol({ control, channel, say, see }: Stage): Promise<void> {
  const { manager, id } = channel;
  await control.command(manager.id, id, 'setup');
  await control.form(settingsFormId);
  say(`${manager.name} types /hands setup, and gets the form`);
  const submitted = await control.submit(manager.id, { 'prompt-day': 'mon', 'prompt-time': '09:30' });
  if (submitted.kind !== 'closed') throw new Error(`The form was not taken: ${JSON.stringify(submitted)}.`);
  say(`${manager.name} presses Start`);
  await see('notice');
}

function tap(stage: Stage, user: string, pulse: Message, button: Press): Promise<string> {
  const { privately, control, channel } = stage;
  return privately(user, () => control.forge(user, channel.id, pulse.ts, button));
}

function optionAt(pulse: Message, at: number): Press {
  const options = answersIn(pulse);
  const option = options[at % options.length];
  if (option === undefined) throw new Error(`The pulse has no button ${answerAction}.`);
  return option;
}

async function everyoneTaps(stage: Stage, pulse: Message): Promise<void> {
  const people = teammates(stage.channel);
  let line = '';
  for (const [at, { id }] of people.entries()) {
    line = await tap(stage, id, pulse, optionAt(pulse, at));
    expectLine(line, 'Added to the locked total');
  }
  stage.say('All teammates tap an answer, and each gets such a private line, with a receipt of their own:');
  stage.quote(line);
}

async function tapAgain(stage: Stage, pulse: Message): Promise<void> {
  const [first] = teammates(stage.channel);
  const line = await tap(stage, first?.id ?? '', pulse, optionAt(pulse, 1));
  stage.say('One of them taps once more:');
  stage.quote(line);
  expectLine(line, 'already answered');
}

async function managerTaps(stage: Stage, pulse: Message): Promise<void> {
  const line = await tap(stage, stage.channel.manager.id, pulse, optionAt(pulse, 0));
  stage.say('The manager taps as well:');
  stage.quote(line);
  expectLine(line, 'not on it');
}

/** `About half of those who answered …`: the sentence that the summary and the Home tab must repeat. */
function findingOf(readout: Message): string {
  const found = /^What the pulse says: ([^.]+\.)/.exec(readout.text ?? '')?.[1];
  if (found === undefined) throw new Error(`It says: ${readout.text}`);
  return found;
}

async function tapTooLate(stage: Stage, pulse: Message): Promise<void> {
  const { control, channel } = stage;
  await until('the buttons to go', async () => {
    const now = (await control.messages(channel.id)).find(({ ts }) => ts === pulse.ts);
    return now !== undefined && answersIn(now).length === 0;
  });
  const line = await tap(stage, channel.manager.id, pulse, optionAt(pulse, 0));
  stage.say('Someone whose page still shows the buttons taps one:');
  stage.quote(line);
  expectLine(line, 'closed');
}

async function readSummary(stage: Stage, finding: string): Promise<void> {
  const { control, channel, privately, say, quote } = stage;
  const { manager, id } = channel;
  const summary = await privately(manager.id, () => control.command(manager.id, id, 'summary'));
  say(`${manager.name} types /hands summary, and reads:`);
  quote(summary);
  expectLine(summary, finding);
}

async function openHome(stage: Stage, finding: string): Promise<void> {
  const { control, channel, say, quote } = stage;
  const view = await control.openHome(channel.manager.id);
  const text = view.blocks.flatMap((block) => block.text?.text ?? []).join('\n');
  say(`${channel.manager.name} opens the Home tab:`);
  quote(text);
  expectLine(text, finding);
}

async function lookForTokens({ control, channel, company }: Stage): Promise<void> {
  const home = control.home(channel.manager.id);
  const all = JSON.stringify([await control.messages(channel.id), home]);
  if (all.includes('<!date')) throw new Error(`There are date tokens in what ${company.app.name} wrote.`);
}
