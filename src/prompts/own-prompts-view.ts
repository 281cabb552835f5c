import type { Button, ConfirmationDialog, KnownBlock, ModalView } from '@slack/types';
import { cutText } from '../cut-text.ts';
import type { Locale } from '../locale.ts';
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
import { teamWords } from '../team/words/index.ts';
import type { TeamId } from '../team-id.ts';
import { MOST_OWN_PROMPTS, type OwnPrompt } from './own-prompt.ts';
import type { OwnPrompts } from './own-prompts.ts';
import { ownPromptsMetadata } from './own-prompts-metadata.ts';
import { tryLine } from './prompts-view.ts';
import { promptsWords } from './words/index.ts';

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
  const { locale } = team.settings;
  const { list: words } = promptsWords(locale).own;
  const page = pageWithin(options.page, prompts.length);
  const shown = prompts.toReversed().slice(page * PAGE, (page + 1) * PAGE);
  const add = { ...button(words.add, addOwnAction, 'add'), style: 'primary' as const };
  const hasRoom = prompts.length < MOST_OWN_PROMPTS;
  return {
    ...frameIn(locale),
    private_metadata: ownPromptsMetadata({ team: team.id, page }),
    blocks: [
      ...(note === undefined ? [] : [section(`*${note}*`)]),
      section(words.about),
      ...(hasRoom ? [actions('add-own', [add])] : []),
      context(countLine(prompts.length, locale)),
      ...shown.flatMap((prompt, at) => itemBlocks(prompt, page * PAGE + at + 1, team)),
      ...turning(page, Math.ceil(prompts.length / PAGE), locale),
    ],
  };
}

/** What stands in place of the list for somebody who may not see it (any more). */
export function ownPromptsClosed({ blocks }: Message, locale: Locale): ModalView {
  return { ...frameIn(locale), blocks };
}

/** What somebody is told who has closed the list before something went wrong. */
export function ownPromptsTrouble({ channel }: TeamId, trouble: string, locale: Locale): Message {
  return line(promptsWords(locale).own.elsewhere(`<#${channel}>`, trouble));
}

/** What the channel hears of a change: never the words, which would give the prompt away. */
export function announcement(what: OwnPromptsStep, by: string, locale: Locale): Message {
  return line(promptsWords(locale).own.announced[what](mention(by)));
}

/** What can be done with a prompt of one's own. */
export type OwnPromptsStep = 'added' | 'edited' | 'removed';

/** Without a callback id: the list itself is never sent. */
function frameIn(locale: Locale): Pick<ModalView, 'type' | 'title' | 'close'> {
  const { title, close } = promptsWords(locale).own.list;
  return { type: 'modal', title: plain(title), close: plain(close) };
}

function countLine(count: number, locale: Locale): string {
  const { list: words } = promptsWords(locale).own;
  if (count === 0) return words.none;
  return count < MOST_OWN_PROMPTS ? words.count(count, MOST_OWN_PROMPTS) : words.full(count);
}

function itemBlocks(prompt: OwnPrompt, number: number, { settings }: Team): KnownBlock[] {
  const { id, track, question } = prompt;
  const { locale } = settings;
  const { list: words } = promptsWords(locale).own;
  const notInUse = settings.tracks.includes(track) ? [] : [words.notInUse];
  const about = [`*${number}*`, teamWords(locale).names.tracks[track], ...notInUse].join(' · ');
  return [
    context(about),
    { type: 'section', text: typed(question) },
    { type: 'context', elements: [typed(tryLine(prompt, locale))] },
    actions(`own.${id}`, [
      labelled(button(words.edit, editOwnAction, id), words.editNumber(number)),
      {
        ...labelled(button(words.remove, removeOwnAction, id), words.removeNumber(number)),
        confirm: confirmation(question, locale),
      },
    ]),
  ];
}

const labelled = (given: Button, label: string): Button => ({ ...given, accessibility_label: label });

/** Slack takes 300 characters here. */
function confirmation(question: string, locale: Locale): ConfirmationDialog {
  const { title, text, yes, no } = promptsWords(locale).own.removal;
  return {
    title: plain(title),
    text: typed(text(cutText(question, 100))),
    confirm: plain(yes),
    deny: plain(no),
    style: 'danger',
  };
}

function turning(page: number, pages: number, locale: Locale): KnownBlock[] {
  if (pages < 2) return [];
  const { list: words } = promptsWords(locale).own;
  const to = (text: string, direction: string, target: number) =>
    button(text, `${turnPageAction}.${direction}`, String(target));
  const back = page > 0 ? [to(words.back, 'back', page - 1)] : [];
  const more = page < pages - 1 ? [to(words.more, 'more', page + 1)] : [];
  return [context(words.page(page + 1, pages)), actions('turn-own', [...back, ...more])];
}
