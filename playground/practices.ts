import { DAY } from '../src/duration.ts';
import { askFields } from '../src/practice/ask-input.ts';
import { handOverFields } from '../src/practice/hand-over-input.ts';
import { changedFields, changedFormId } from '../src/readout/what-changed-form.ts';
import { type Person, teammates } from './company.ts';
import { expectLine } from './expect-line.ts';
import { type Card, type CardButton, practitioner } from './practitioner.ts';
import type { Message } from './shapes.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';

/** Days until the first check-in: before the pulse closes on Friday. */
const CHECK_IN = 3;

type Made = { readonly card: Card; readonly giver: Person };

/** Somebody asks for a hand under the prompt, a colleague helps, and there are thanks. */
export async function playAsk(stage: Stage, prompt: Message): Promise<void> {
  const { step, control, channel, say, quote, see } = stage;
  const [asker, helper] = pair(stage, 0);
  const hands = practitioner(control);
  const card = await step('the form for asking, and its card', async () => {
    const entries = { [askFields.what]: 'Which of the two plans is the newer one?' };
    const card = await hands.ask(asker.id, { channel: channel.id, ts: prompt.ts }, entries);
    say(`${asker.name} presses “Ask for a hand”, and fills in the form`);
    await see('card');
    return card;
  });
  await step('a helper on the card, and how to start', async () => {
    const line = await privately(stage, helper, card, 'help');
    say(`${helper.name} presses “I can help”, and reads:`);
    quote(line);
    expectLine(line, 'You are on the card.');
    const started = await direct(stage, helper, `You offered <@${asker.id}> a hand`);
    say(`${helper.name} gets a direct message:`);
    quote(started.text ?? '');
  });
  await step('thanks on the card', async () => {
    expectLine(await privately(stage, asker, card, 'thank'), 'Closed with your thanks.');
    const thanked = await shows(stage, card, 'says thank you to');
    say(`${asker.name} presses “Thank you”, and the card reads:`);
    quote(thanked.text ?? '');
  });
}

/** Somebody hands something over under the prompt, and it is taken. */
export async function playHandOver(stage: Stage, prompt: Message): Promise<Made> {
  const { step, control, channel, clock, say, quote } = stage;
  const [giver, receiver] = pair(stage, 2);
  const hands = practitioner(control);
  const card = await step('the form for handing over, and the receiver’s card', async () => {
    const entries = {
      [handOverFields.to]: receiver.id,
      [handOverFields.outcome]: 'The booking list is one that everybody trusts',
      [handOverFields.latitude]: 'decide-and-tell',
      [handOverFields.checkIn]: new Date(clock.now() + CHECK_IN * DAY).toISOString().slice(0, 10),
    };
    const from = { channel: channel.id, ts: prompt.ts };
    const card = await hands.handOver(giver.id, from, receiver.id, entries);
    say(`${giver.name} presses “Hand something over”, and ${receiver.name} gets a direct message:`);
    quote((await shows(stage, card, 'would like to hand something over')).text ?? '');
    return card;
  });
  await step('a hand-over that is taken, and the giver being told', async () => {
    await hands.press(receiver.id, card, 'take');
    await shows(stage, card, 'You took it.');
    const told = await direct(stage, giver, `<@${receiver.id}> takes it`);
    say(`${receiver.name} presses “I’ll take it”, and ${giver.name} reads:`);
    quote(told.text ?? '');
  });
  return { card, giver };
}

/** On the day of the check-in the giver is asked to ask. */
export async function playCheckIn(stage: Stage, { giver }: Made): Promise<void> {
  await stage.step('the check-in on its day', async () => {
    const reminder = await direct(stage, giver, 'A good day to ask');
    stage.say(`${giver.name} has got a direct message on the day of the check-in:`);
    stage.quote(reminder.text ?? '');
  });
}

/** The manager tells the channel what was changed. */
export async function playWhatChanged(stage: Stage): Promise<void> {
  const { step, control, channel, say, see } = stage;
  await step('what was changed, in the channel', async () => {
    await control.command(channel.manager.id, channel.id, 'changed');
    const form = await control.form(changedFormId);
    const questions = form.blocks.find(({ block_id }) => block_id === changedFields.question);
    const entries = {
      [changedFields.question]: questions?.element?.options?.[0]?.value ?? '',
      [changedFields.text]: 'On Fridays two people share the calls.',
    };
    const submitted = await control.submit(channel.manager.id, entries);
    if (submitted.kind !== 'closed') throw new Error(`The form was not taken: ${JSON.stringify(submitted)}.`);
    say(`${channel.manager.name} types /hands changed, and fills in the form`);
    await see('notice');
  });
}

/** Somebody asks under a prompt, and a colleague is on the card, which stays open. */
export async function askAndGetHelp(stage: Stage, { channel, ts }: Message): Promise<void> {
  const { control, company } = stage;
  const [asker, helper] = pair(stage, 4);
  const hands = practitioner(control);
  const entries = {
    [askFields.what]: 'The nightly export stops half way. Where would you look first?',
    [askFields.by]: 'today',
  };
  const card = await hands.ask(asker.id, { channel, ts }, entries);
  const line = await privateLine(stage, helper, () => hands.press(helper.id, card, 'help'));
  await shows(stage, card, 'Can help');
  await control.takeAway(channel, line.ts, company.app.userId);
}

/** Somebody hands something over under a prompt, which nobody has answered yet. */
export async function offerHandOver(stage: Stage, { channel, ts }: Message): Promise<void> {
  const [giver, receiver] = pair(stage, 6);
  const from = { channel, ts };
  await practitioner(stage.control).handOver(giver.id, from, receiver.id, {
    [handOverFields.to]: receiver.id,
    [handOverFields.outcome]: 'The booking list is one that everybody trusts',
    [handOverFields.context]: 'Half of it is in the old sheet. The people in accounts know which half.',
  });
}

async function privateLine(
  { control, channel }: Stage,
  { id }: Person,
  act: () => Promise<unknown>,
): Promise<Message> {
  const before = new Set((await control.ephemerals(id, channel.id)).map(({ ts }) => ts));
  await act();
  return control.ephemeral(id, channel.id, 'a private line', ({ ts }) => !before.has(ts));
}

/** Two teammates, from the one with this number on. */
function pair({ channel }: Stage, from: number): readonly [Person, Person] {
  const [one, other] = teammates(channel).slice(from);
  if (one === undefined || other === undefined) throw new Error('The channel needs more people.');
  return [one, other];
}

/** Presses a button of a card in the channel, and gives the private line. */
function privately(stage: Stage, { id }: Person, card: Card, button: CardButton): Promise<string> {
  return stage.privately(id, async () => {
    if (!(await practitioner(stage.control).press(id, card, button)))
      throw new Error(`The card has no button “${button}”.`);
  });
}

const shows = ({ control }: Stage, card: Card, words: string): Promise<Message> =>
  until(`a card with “${words}”`, async () =>
    (await control.messages(card.channel)).find(
      ({ ts, text = '' }) => ts === card.ts && text.includes(words),
    ),
  );

async function direct({ control }: Stage, { id }: Person, words: string): Promise<Message> {
  const channel = await control.direct(id);
  return control.message(channel, `“${words}”`, ({ text = '' }) => text.includes(words));
}
