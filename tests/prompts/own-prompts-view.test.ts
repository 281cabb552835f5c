import { describe, expect, test } from 'vitest';
import { drawable } from '../../src/prompts/own-prompt.ts';
import { ownPromptForm } from '../../src/prompts/own-prompt-form.ts';
import { ownPromptsMetadata, parseOwnPromptsMetadata } from '../../src/prompts/own-prompts-metadata.ts';
import { ownPromptsClosed, ownPromptsList, PAGE } from '../../src/prompts/own-prompts-view.ts';
import { previewMessage, promptMessage } from '../../src/prompts/prompts-view.ts';
import { line } from '../../src/slack/block-kit.ts';
import { problemsOf } from '../support/block-kit-limits.ts';
import { team } from '../team/teams.ts';
import { hostile, own } from './own.ts';

/** What Slack takes of a view. Source: docs.slack.dev, views.push, `view_too_large`. */
const LARGEST = 250_000;

/** The longest that can be kept: signs of two units each, and of several bytes. */
const longest = (number: number) =>
  own(number, { question: `${'🙂'.repeat(197)}${number % 1_000}`, try: '<'.repeat(160) });
const hundred = Array.from({ length: 100 }, (_, at) => longest(at + 100));
const metadata = ownPromptsMetadata({ team: team().id, page: 4, seen: own(1) });

describe('the list', () => {
  test.each([0, 1, 2, 3, 4])(
    'keeps to Slack’s limits with a hundred of the longest prompts: page %i',
    (page) => {
      const list = ownPromptsList({ team: team(), prompts: hundred, page, note: 'A note.' });
      expect(problemsOf('modal', list)).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(list))).toBeLessThan(LARGEST);
      expect(JSON.stringify(list).match(/edit-own-prompt/g)).toHaveLength(PAGE);
    },
  );

  test('shows each of a hundred on one page', () => {
    const pages = [0, 1, 2, 3, 4].map((page) =>
      JSON.stringify(ownPromptsList({ team: team(), prompts: hundred, page })),
    );
    for (const { id } of hundred) expect(pages.filter((page) => page.includes(id))).toHaveLength(1);
  });

  test.each(hostile)('shows %s as it was typed', (_, text) => {
    const list = ownPromptsList({ team: team(), prompts: [own(1, { question: text, try: text })], page: 0 });
    expect(problemsOf('modal', list)).toEqual([]);
    const [, , , , question, small] = list.blocks;
    expect(question).toEqual({ type: 'section', text: { type: 'plain_text', text, emoji: true } });
    expect(small).toEqual({
      ...{ type: 'context' },
      elements: [{ type: 'plain_text', text: `Try this week: ${text}`, emoji: true }],
    });
  });

  test('cuts a long question in the confirmation, and never through the middle of a sign', () => {
    const list = JSON.stringify(ownPromptsList({ team: team(), prompts: [longest(1)], page: 0 }));
    expect(list).toContain(`“${'🙂'.repeat(100)}”`);
    expect(list).not.toMatch(/\p{Surrogate}/u);
  });

  test('is a modal also where it says only why it is closed', () => {
    expect(problemsOf('modal', ownPromptsClosed(line('Only managers can do this.'), 'en'))).toEqual([]);
  });
});

describe('the form', () => {
  const settings = { tracks: ['delegation'], locale: 'en' } as const;

  test.each([...hostile, ['the longest', longest(1).question] as const])(
    'keeps to Slack’s limits with %s',
    (_, text) => {
      const prompt = own(1, { question: text, try: text });
      for (const given of [prompt, undefined])
        expect(problemsOf('modal', ownPromptForm({ prompt: given, settings, metadata }))).toEqual([]);
    },
  );

  test('carries along which team, which page and which version of which prompt', () => {
    expect(parseOwnPromptsMetadata(metadata)).toEqual({
      ...{ team: team().id, page: 4, seen: { id: own(1).id, version: 1 } },
    });
    expect(metadata.length).toBeLessThan(3_000);
    for (const text of ['', 'null', '[]', '{"page":-1}', metadata.replace('own-', 'con-')])
      expect(parseOwnPromptsMetadata(text)).toBeUndefined();
  });
});

describe('the message of a team’s own prompt', () => {
  test.each([...hostile, ['the longest', longest(1).question] as const])(
    'keeps to Slack’s limits with %s',
    (_, text) => {
      const prompt = drawable(own(1, { question: text, try: text }));
      expect(problemsOf('message', promptMessage(prompt, 'en'))).toEqual([]);
      expect(problemsOf('message', previewMessage(prompt, { kind: 'turn' }, 'en'))).toEqual([]);
      expect(promptMessage(prompt, 'en').text).not.toMatch(/[<>]/);
    },
  );
});
