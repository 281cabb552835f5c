import type { Button, ConfirmationDialog, KnownBlock, ModalView } from '@slack/types';
import { cutText } from '../cut-text.ts';
import {
  actions,
  button,
  context,
  line,
  type Message,
  mention,
  plain,
  section,
  typed,
} from '../slack/block-kit.ts';
import type { Team } from '../team/team.ts';
import type { TeamId } from '../team-id.ts';
import { MOST_OWN_PROMPTS, type OwnPrompt } from './own-prompt.ts';
import type { OwnPrompts } from './own-prompts.ts';
import { ownPromptsMetadata } from './own-prompts-metadata.ts';
import { ownPromptsWords as words } from './own-prompts-words.ts';
import { tryLine } from './prompts-view.ts';

export const addOwnAction = 'add-own-prompt';
export const editOwnAction = 'edit-own-prompt';
export const removeOwnAction = 'remove-own-prompt';
/** With the direction after a dot; the value is the page to show. */
export const turnPageAction = 'turn-own-prompts';

/** Prompts on a page: four blocks each, and Slack takes 100. */
export const PAGE = 20;

/** The page (from 0) that is shown where `page` is asked for. */
const pageWithin = (page: number, count: number): number =>
  Math.max(0, Math.min(page, Math.ceil(count / PAGE) - 1));

/** The list of a team's own prompts, the newest first, with a line above it where there is something to say. */
export function ownPromptsList(options: {
  readonly team: Team;
  readonly prompts: OwnPrompts;
  readonly page: number;
  readonly note?: string | undefined;
}): ModalView {
  const { team, prompts, note } = options;
  const page = pageWithin(options.page, prompts.length);
  const shown = prompts.toReversed().slice(page * PAGE, (page + 1) * PAGE);
  const add = { ...button(words.list.add, addOwnAction, 'add'), style: 'primary' as const };
  const hasRoom = prompts.length < MOST_OWN_PROMPTS;
  return {
    ...frame,
    private_metadata: ownPromptsMetadata({ team: team.id, page }),
    blocks: [
      ...(note === undefined ? [] : [section(`*${note}*`)]),
      section(words.list.about),
      ...(hasRoom ? [actions('add-own', [add])] : []),
      context(prompts.length === 0 ? words.list.none : words.list.count(prompts.length)),
      ...shown.flatMap((prompt, at) => itemBlocks(prompt, page * PAGE + at + 1, team)),
      ...turning(page, Math.ceil(prompts.length / PAGE)),
    ],
  };
}

/** What stands in place of the list for somebody who may not see it (any more). */
export function ownPromptsClosed({ blocks }: Message): ModalView {
  return { ...frame, blocks };
}

/** What somebody is told who has closed the list before something went wrong. */
export function ownPromptsTrouble({ channel }: TeamId, trouble: string): Message {
  return line(words.elsewhere(channel, trouble));
}

/** What the channel hears of a change: never the words, which would give the prompt away. */
export const announcement = {
  added: (by: string): Message => line(words.announced.added(mention(by))),
  edited: (by: string): Message => line(words.announced.edited(mention(by))),
  removed: (by: string): Message => line(words.announced.removed(mention(by))),
};

/** Without a callback id: the list itself is never sent. */
const frame = {
  type: 'modal',
  title: plain(words.list.title),
  close: plain(words.list.close),
} as const;

function itemBlocks(prompt: OwnPrompt, number: number, { settings }: Team): KnownBlock[] {
  const { id, track, question } = prompt;
  const isInUse = settings.tracks.includes(track);
  const about = [words.list.item(number, track), ...(isInUse ? [] : [words.list.notInUse])].join(' · ');
  return [
    context(about),
    { type: 'section', text: typed(question) },
    { type: 'context', elements: [typed(tryLine(prompt))] },
    actions(`own.${id}`, [
      labelled(button(words.list.edit, editOwnAction, id), words.list.editNumber(number)),
      {
        ...labelled(button(words.list.remove, removeOwnAction, id), words.list.removeNumber(number)),
        confirm: confirmation(question),
      },
    ]),
  ];
}

const labelled = (given: Button, label: string): Button => ({ ...given, accessibility_label: label });

/** Slack takes 300 characters here. */
function confirmation(question: string): ConfirmationDialog {
  const { title, text, yes, no } = words.removal;
  return {
    title: plain(title),
    text: typed(text(cutText(question, 100))),
    confirm: plain(yes),
    deny: plain(no),
    style: 'danger',
  };
}

function turning(page: number, pages: number): KnownBlock[] {
  if (pages < 2) return [];
  const to = (text: string, direction: string, target: number) =>
    button(text, `${turnPageAction}.${direction}`, String(target));
  const back = page > 0 ? [to(words.list.back, 'back', page - 1)] : [];
  const more = page < pages - 1 ? [to(words.list.more, 'more', page + 1)] : [];
  return [context(words.list.page(page + 1, pages)), actions('turn-own', [...back, ...more])];
}
