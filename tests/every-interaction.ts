import { actionRoutes } from '../listeners/actions/index.ts';
import { subcommands } from '../listeners/commands/index.ts';
import { shortcutRoutes } from '../listeners/shortcuts/index.ts';
import { viewRoutes } from '../listeners/views/index.ts';
import type { Handed } from '../playground/world/turns.ts';
import type { WorldOptions } from '../playground/world/world.ts';
import { DAY, HOUR } from '../src/duration.ts';
import { askFields } from '../src/practice/ask-input.ts';
import { handOverFields } from '../src/practice/hand-over-input.ts';
import { askAction, handOverAction } from '../src/practice/practice-buttons.ts';
import { removeOwnAction, turnPageAction } from '../src/prompts/own-prompts-view.ts';
import { answerAction, changeAction } from '../src/pulse/answer-view.ts';
import { receiptsAction } from '../src/readout/receipts-view.ts';
import { changedFields } from '../src/readout/what-changed-form.ts';
import { changedAction } from '../src/readout/what-changed-view.ts';
import { confirmRemovalAction, keepTeamAction } from '../src/team/removal-view.ts';
import { buttonsOf, firstClosing, firstOpening, firstPrompt, others } from './listeners/office.ts';
import { type OwnPromptsOffice, ownPromptsOffice } from './listeners/own-prompts.ts';

export type Interactions = { readonly [door: string]: readonly string[] };

/** Everything that people can do, by door. */
export const everything: Interactions = {
  commands: subcommands.map(({ name }) => name),
  actions: Object.keys(actionRoutes),
  views: Object.keys(viewRoutes),
  shortcuts: Object.keys(shortcutRoutes),
};

/** Which of it was handed to an instance, in the same words. */
export function doneBy(instance: number, handed: readonly Handed[]): Interactions {
  const own = handed.filter((each) => each.instance === instance).map(({ body }) => body);
  const of = (type: string) => own.filter((body) => Reflect.get(body, 'type') === type);
  const callbackId = (of: unknown) => String(Reflect.get(Object(of), 'callback_id'));
  return {
    commands: own
      .filter((body) => 'command' in body)
      .map((body) => String(Reflect.get(body, 'text')).split(' ')[0] ?? ''),
    actions: of('block_actions')
      .map((body) => Reflect.get(body, 'actions')[0].action_id)
      .map((id: string) => id.split('.')[0] ?? ''),
    views: of('view_submission').map((body) => callbackId(Reflect.get(body, 'view'))),
    shortcuts: [...of('shortcut'), ...of('message_action')].map(callbackId),
  };
}

/** A week in which everything that people can do is done, through every command, button, form and shortcut. */
export async function liveThroughEverything(office: OwnPromptsOffice): Promise<void> {
  await setUp(office);
  await home(office);
  await office.until(firstPrompt);
  await ask(office);
  await handOver(office);
  await pulse(office);
  await managers(office);
  await removal(office);
}

/** The office, with more instances of its app. */
export const openEverything = (others: NonNullable<WorldOptions['others']>) => ownPromptsOffice({ others });

async function setUp(office: OwnPromptsOffice): Promise<void> {
  await office.send(await office.form(), { 'prompt-time': '09:30' });
  for (const text of ['help', 'status', 'privacy', 'preview', 'pause', 'resume', 'skip pulse'])
    await office.say(text);
  const list = await office.list();
  const words = { track: 'delegation', question: 'What would you give away?', try: 'Give it away.' };
  await office.sendWords(await office.formOn(list), words);
  const [prompt] = await office.prompts();
  await office.sendWords(await office.formOn(list, prompt?.id), { ...words, try: 'Keep it.' });
  await office.pressIn(list, turnPageAction, '0');
  await office.pressIn(list, removeOwnAction, prompt?.id);
}

async function home(office: OwnPromptsOffice): Promise<void> {
  const press = (actionId: string, value = 'CTEAM') => office.pressHome({ user: 'UANN', actionId, value });
  await office.openHome('UANN');
  await press('home-settings');
  await press('home-preview');
  await press('home-pause');
  await office.send(lastForm(office), {});
  await press('home-resume');
  await press('turn-home.more', '0');
}

/** The form that was opened last, as Slack shows it. */
const lastForm = ({ standIn }: OwnPromptsOffice) =>
  JSON.parse(JSON.stringify([...standIn.workspace.modals.values()].at(-1)));

/** Presses the button of a message whose id begins so; the last message that has one. */
async function press(office: OwnPromptsOffice, user: string, name: string, channel = 'CTEAM') {
  const found = office.posts(channel).flatMap(({ ts, blocks }) =>
    buttonsOf(blocks)
      .filter(({ actionId }) => actionId.split('.')[0] === name)
      .map((button) => ({ ...button, messageTs: ts })),
  );
  const button = found.at(-1);
  if (button === undefined) throw new Error(`nobody can press ${name} in ${channel}`);
  return office.press({ user, channel, ...button });
}

async function ask(office: OwnPromptsOffice): Promise<void> {
  const what = { [askFields.what]: 'Who knows the old list?' };
  await press(office, 'UBEN', askAction);
  await office.send(lastForm(office), what, 'UBEN');
  await press(office, 'UCAT', 'help-with-ask');
  await press(office, 'UDAN', 'help-with-ask');
  await press(office, 'UBEN', 'thank-for-ask');
  await office.say('ask', 'UEVE');
  await office.send(lastForm(office), what, 'UEVE');
  await press(office, 'UEVE', 'drop-ask');
  await office.choose({ user: 'UFAY', callbackId: 'ask-for-a-hand' });
}

async function handOver(office: OwnPromptsOffice): Promise<void> {
  const to = (receiver: string) => ({
    [handOverFields.to]: receiver,
    [handOverFields.outcome]: 'A list that everybody trusts',
  });
  await press(office, 'UBEN', handOverAction);
  await office.send(lastForm(office), to('UCAT'), 'UBEN');
  await press(office, 'UCAT', 'talk-hand-over', 'DCAT');
  await press(office, 'UCAT', 'take-hand-over', 'DCAT');
  await office.say('handoff', 'UDAN');
  await office.send(lastForm(office), to('UEVE'), 'UDAN');
  await press(office, 'UEVE', 'decline-hand-over', 'DEVE');
  await office.choose({ user: 'UFAY', callbackId: 'hand-over' });
  const at = { channel: 'CTEAM', text: 'Who takes this?' };
  await office.choose({ user: 'UFAY', callbackId: 'hand-over-message', at });
}

async function pulse(office: OwnPromptsOffice): Promise<void> {
  await office.until(firstOpening + 7 * DAY);
  for (const user of others) {
    const [line] = await press(office, user, answerAction);
    const [change] = buttonsOf(Object(line?.body.blocks)).filter(({ actionId }) =>
      actionId.startsWith(changeAction),
    );
    if (user !== 'UBEN' || change === undefined) continue;
    await office.press({ user, channel: 'CTEAM', messageTs: '1.1', visibility: 'ephemeral', ...change });
  }
  await office.until(firstClosing + 7 * DAY);
  await press(office, 'UBEN', receiptsAction);
}

async function managers(office: OwnPromptsOffice): Promise<void> {
  for (const text of ['summary', 'export', 'changed']) await office.say(text);
  const form = lastForm(office);
  const question = form.blocks.find(
    (block: { block_id?: string }) => block.block_id === changedFields.question,
  );
  const [{ value }] = question.element.options;
  const entries = { [changedFields.question]: value, [changedFields.text]: 'Fridays are quiet now.' };
  await office.send(form, entries);
  await press(office, 'UANN', changedAction, 'DANN');
  await office.until(firstClosing + 7 * DAY + HOUR);
}

async function removal(office: OwnPromptsOffice): Promise<void> {
  for (const name of [keepTeamAction, confirmRemovalAction]) {
    const [doubt] = await office.command('UANN', 'CTEAM', 'remove');
    const button = buttonsOf(Object(doubt?.body.blocks)).find(({ actionId }) => actionId.startsWith(name));
    if (button === undefined) throw new Error(`there is no ${name}`);
    const place = { user: 'UANN', channel: 'CTEAM', messageTs: '1.1', visibility: 'ephemeral' as const };
    await office.press({ ...place, ...button });
  }
}
