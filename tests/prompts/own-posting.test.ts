import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content.ts';
import { WEEK } from '../../src/duration.ts';
import { practiceButtons } from '../../src/practice/practice-buttons.ts';
import { tracks } from '../../src/team/team.ts';
import { firstPrompt, team } from '../listeners/office.ts';
import { type OwnPromptsOffice, ownPromptsOffice } from '../listeners/own-prompts.ts';
import { hostile } from './own.ts';

const whole = readContent();
/** A library of one prompt for each track, so that a team's own come soon. */
const prompts = tracks.flatMap((track) => whole.en.prompts.find((prompt) => prompt.track === track) ?? []);
const small = { ports: { content: { ...whole, en: { ...whole.en, prompts } } } };

const words = { track: 'delegation', question: 'What could Ben take over?', try: 'Ask Ben.' };

/** Adds a prompt as people do: by the command, the list and the form. */
async function add(office: OwnPromptsOffice, entered: object = words): Promise<string> {
  expect(await office.sendWords(await office.formOn(await office.list()), { ...entered })).toBeUndefined();
  return (await office.prompts()).at(-1)?.id ?? '';
}

const prompted = (office: OwnPromptsOffice) =>
  office.posts().filter(({ text }) => text.includes('Try this week: '));
const ownOnes = (office: OwnPromptsOffice) =>
  prompted(office).filter(({ text }) => text.includes('own words.'));
/** Until every prompt of both bags has come, and no further. */
const round = firstPrompt + 2 * WEEK;

describe('a team’s own prompt', () => {
  test('is added, listed, edited, and posted like the others, with a small mark', async () => {
    const office = await ownPromptsOffice(small);
    const id = await add(office);
    const list = await office.list();
    await office.sendWords(await office.formOn(list, id), { question: 'What could Cat take over?' });
    await office.until(round);
    const [posted, ...more] = ownOnes(office);
    expect(more).toEqual([]);
    expect(posted?.text).toBe(
      [
        'Delegation: What could Cat take over?',
        'Try this week: Ask Ben.',
        'Reply in the thread if you like. Nobody has to. In this team’s own words.',
      ].join('\n'),
    );
    expect(posted?.blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: 'Delegation', emoji: false } },
      {
        type: 'section',
        text: { type: 'plain_text', text: 'What could Cat take over?', emoji: true },
      },
      { type: 'section', text: { type: 'plain_text', text: 'Try this week: Ask Ben.', emoji: true } },
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            text: 'Reply in the thread if you like. Nobody has to. In this team’s own words.',
          },
        ],
      },
      practiceButtons('CTEAM', 'en'),
    ]);
    const call = office.standIn.calls.find(({ arguments: given }) => given.text === posted?.text);
    expect(call?.arguments).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  test('that is removed does not come', async () => {
    const office = await ownPromptsOffice(small);
    const id = await add(office);
    await office.say('preview');
    await office.pressIn(await office.list(), 'remove-own-prompt', id);
    await office.until(firstPrompt + 8 * WEEK);
    expect(prompted(office)).toHaveLength(9);
    expect(ownOnes(office)).toEqual([]);
  });

  test('is what the preview showed, and the preview says whose it is', async () => {
    const office = await ownPromptsOffice(small);
    await add(office);
    const previews: string[] = [];
    for (let week = 0; week < 4; week += 1) {
      const shown = await office.say('preview');
      previews.push(shown);
      await office.until(firstPrompt + week * WEEK);
      expect(shown).toContain(prompted(office).at(-1)?.text);
    }
    const own = previews.filter((text) => text.includes(words.question));
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('It is one of this team’s own prompts.');
    expect(previews.filter((text) => text.includes('this team’s own prompts'))).toHaveLength(1);
  });

  test('is skipped like the others, and comes back later', async () => {
    const office = await ownPromptsOffice(small);
    await add(office);
    for (let week = 0; !(await office.say('preview')).includes(words.question); week += 1) {
      await office.until(firstPrompt + week * WEEK);
      expect(week).toBeLessThan(4);
    }
    const before = prompted(office).length;
    await office.say('skip prompt');
    expect(await office.say('preview')).not.toContain(words.question);
    await office.until(firstPrompt + 8 * WEEK);
    expect(prompted(office).length).toBeGreaterThan(before);
    expect(ownOnes(office).length).toBeGreaterThan(0);
  });

  test.each(hostile)('with %s is shown as it was typed, and nothing takes effect', async (_, text) => {
    const office = await ownPromptsOffice(small);
    const entered = { track: 'delegation', question: text, try: [...text].slice(0, 160).join('') };
    const id = await add(office, entered);
    const form = await office.formOn(await office.list(), id);
    expect(JSON.stringify(office.valuesOf(form, {}))).toContain(JSON.stringify(text));
    await office.say('preview');
    await office.until(round);
    const [posted] = ownOnes(office);
    const texts = posted?.blocks.map((block) => Reflect.get(Object(block), 'text'));
    expect(texts?.slice(1, 3)).toEqual([
      { type: 'plain_text', text, emoji: true },
      { type: 'plain_text', text: `Try this week: ${entered.try}`, emoji: true },
    ]);
    // Whatever is mrkdwn, and the fallback text, has no sign of control but those of this app: none.
    const rest = JSON.stringify([posted?.text, posted?.blocks.at(-1)]);
    expect(rest).not.toMatch(/[<>]/);
  });
});

describe('a job that runs again for its slot', () => {
  /** A team whose next prompt is its own, and Slack that refuses it for now. */
  async function refusedOnce() {
    const office = await ownPromptsOffice(small);
    const id = await add(office);
    let slot = { team, kind: 'prompt' as const, instant: firstPrompt };
    while (!(await office.say('preview')).includes(words.question)) {
      await office.until(slot.instant);
      slot = { ...slot, instant: slot.instant + WEEK };
    }
    office.standIn.failNext('chat.postMessage', { kind: 'error', code: 'team_access_not_granted' });
    const post = () => office.app.rooms.prompts.post(slot);
    expect(await post()).toMatchObject({ retry: { code: 'team_access_not_granted' } });
    return { office, id, post };
  }

  test('posts the same prompt, in its new words where it was edited meanwhile', async () => {
    const { office, id, post } = await refusedOnce();
    const form = await office.formOn(await office.list(), id);
    await office.sendWords(form, { question: 'What could Dan take over?' });
    expect(await post()).toBe('sent');
    expect(ownOnes(office).map(({ text }) => text.split('\n')[0])).toEqual([
      'Delegation: What could Dan take over?',
    ]);
  });

  test('posts another where it was removed meanwhile: nobody has seen the first, and it never comes', async () => {
    const { office, id, post } = await refusedOnce();
    const before = prompted(office).length;
    await office.pressIn(await office.list(), 'remove-own-prompt', id);
    expect(await post()).toBe('sent');
    expect(prompted(office)).toHaveLength(before + 1);
    expect(ownOnes(office)).toEqual([]);
  });

  test('takes no other out of the bag where the prompt was posted and then removed', async () => {
    const { office, id, post } = await refusedOnce();
    expect(await post()).toBe('sent');
    const bag = async () => (await office.stored()).split('\n').find((line) => line.includes(':rotation'));
    const before = await bag();
    await office.pressIn(await office.list(), 'remove-own-prompt', id);
    expect(await post()).toBe('already-done');
    expect(await bag()).toBe(before);
  });
});
