import { readContent } from '../../src/content.ts';
import type { Locale } from '../../src/locale.ts';
import { drawable } from '../../src/prompts/own-prompt.ts';
import { ownPromptForm } from '../../src/prompts/own-prompt-form.ts';
import * as own from '../../src/prompts/own-prompts-view.ts';
import { previewMessage, promptMessage } from '../../src/prompts/prompts-view.ts';
import { promptsWords } from '../../src/prompts/words/index.ts';
import { line } from '../../src/slack/block-kit.ts';
import { subjects } from '../../src/team/team.ts';
import { own as ownPrompt, owns } from '../prompts/own.ts';
import { team } from '../team/teams.ts';
import { lines, messages, modals, type View } from './view.ts';

/** What the room of prompts shows. */
export function promptViews(locale: Locale): readonly View[] {
  const { problems, refused, done, notHeard } = promptsWords(locale).own;
  return [
    ...posts(locale),
    ...lists(locale),
    ...lines({ problems, refused, done, notHeard }),
    ...messages({
      trouble: own.ownPromptsTrouble(team().id, 'X.', locale),
      added: own.announcement('added', 'UANN', locale),
      edited: own.announcement('edited', 'UANN', locale),
      removed: own.announcement('removed', 'UANN', locale),
    }),
  ];
}

function posts(locale: Locale): readonly View[] {
  const prompts = readContent()[locale].prompts.map((prompt) => [prompt.id, promptMessage(prompt, locale)]);
  const [prompt] = readContent()[locale].prompts;
  if (prompt === undefined) throw new Error('there are no prompts');
  const reasons = subjects.map((subject) => [
    `preview, ${subject}`,
    previewMessage(prompt, { kind: 'answers', subject }, locale),
  ]);
  return messages({
    ...Object.fromEntries(prompts),
    ...Object.fromEntries(reasons),
    'an own prompt': promptMessage(drawable(ownPrompt(1)), locale),
    'preview of an own prompt': previewMessage(drawable(ownPrompt(1)), { kind: 'turn' }, locale),
  });
}

function lists(locale: Locale): readonly View[] {
  const here = team({}, { locale, tracks: ['asking-for-help'] });
  const list = (count: number, page: number) =>
    own.ownPromptsList({ team: here, prompts: owns(count), page, note: promptsWords(locale).own.done.added });
  const form = { settings: here.settings, metadata: '' };
  return modals({
    'no own prompts': list(0, 0),
    'own prompts': list(50, 1),
    'as many own prompts as fit': list(100, 4),
    'the list, closed': own.ownPromptsClosed(line('X.'), locale),
    'a new own prompt': ownPromptForm(form),
    'an own prompt, edited': ownPromptForm({ ...form, prompt: ownPrompt(1) }),
  });
}
