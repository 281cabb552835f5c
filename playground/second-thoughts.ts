import { answerActionId, changeAction } from '../src/pulse/answer-view.ts';
import { receiptsAction } from '../src/readout/receipts-view.ts';
import { buttonsIn } from './buttons.ts';
import { teammates } from './company.ts';
import { expectLine } from './expect-line.ts';
import { answersIn } from './news.ts';
import type { Message } from './shapes.ts';
import type { Stage } from './stage.ts';

/** Presses *Change my answer* in the first teammate's private line, and another option; returns the new receipt. */
export async function changeAnswer({ control, channel, say, quote }: Stage): Promise<string> {
  const id = teammates(channel)[0]?.id ?? '';
  const line = (what: string, matches: (message: Message) => boolean) =>
    control.ephemeral(id, channel.id, what, matches);
  const isChangeable = ({ blocks }: Message) =>
    buttonsIn(blocks).some(({ action_id }) => action_id === changeAction);
  const before = await line('a private line with a button', isChangeable);
  await control.press(id, channel.id, before.ts, changeAction);
  const options = await line('the options once more', (message) => answersIn(message).length > 0);
  await control.press(id, channel.id, options.ts, answerActionId(2, 'en'));
  const after = await line('a new line', (message) => isChangeable(message) && message.text !== before.text);
  say('One of them presses “Change my answer” in that line, and taps another answer:');
  quote(after.text ?? '');
  expectLine(after.text ?? '', 'Changed in the locked total');
  const receipt = /`([0-9A-Z]{5}-[0-9A-Z]{5})`/.exec(after.text ?? '')?.[1];
  if (receipt === undefined) throw new Error('There is no receipt in it.');
  return receipt;
}

/** Looks for a receipt in the list under the readout. */
export async function checkReceipt(stage: Stage, readout: Message, receipt: string): Promise<void> {
  const { control, channel, privately, say, quote } = stage;
  const id = teammates(channel)[0]?.id ?? '';
  const list = await privately(id, () => control.press(id, channel.id, readout.ts, receiptsAction));
  say('The same person presses “Check my receipt” under the readout:');
  quote(list);
  expectLine(list, receipt);
}
