import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content.ts';
import { HOUR, WEEK } from '../../src/duration.ts';
import type { Prompt } from '../../src/prompts/prompt.ts';
import { previewMessage, promptMessage } from '../../src/prompts/prompts-view.ts';
import { newRotation, rotationSchema } from '../../src/prompts/rotation.ts';
import { keys } from '../../src/redis/keys.ts';
import { tracks } from '../../src/team/team.ts';
import { firstPrompt, openOffice, team } from '../listeners/office.ts';
import { problemsOf } from '../support/block-kit-limits.ts';

const { prompts } = readContent().en;

/** The question of the prompt in a message. */
const questionIn = (text: string) => prompts.find(({ question }) => text.includes(question))?.id;

describe('the weekly prompt', () => {
  test('is posted at its time, with its track, one small action and an invitation', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.until(firstPrompt - 1);
    expect(office.posts()).toHaveLength(1);
    await office.until(firstPrompt);
    expect(office.last()).toMatch(
      /^(Delegation|Asking for help): .*\nTry this week: .*\nReply in the thread if you like\. Nobody has to\.$/,
    );
  });

  test('is the one that the preview showed, week after week', async () => {
    const office = await openOffice();
    await office.enrolled();
    for (let week = 0; week < 4; week += 1) {
      const shown = questionIn(await office.say('preview'));
      await office.until(firstPrompt + week * WEEK);
      const posted = office.texts().filter((text) => text.includes('Try this week'));
      expect(shown).toBeDefined();
      expect(questionIn(posted.at(-1) ?? '')).toBe(shown);
    }
  });

  test('does not come again within the first twenty-four weeks', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.until(firstPrompt + 23 * WEEK);
    const posted = office
      .texts()
      .filter((text) => text.includes('Try this week'))
      .map(questionIn);
    expect(posted).toHaveLength(24);
    expect(new Set(posted).size).toBe(24);
  });

  test('keeps its order when somebody looks at it at the same moment', async () => {
    const office = await openOffice();
    await office.enrolled();
    const answers = await Promise.all(Array.from({ length: 5 }, () => office.say('preview')));
    expect(new Set(answers.map(questionIn)).size).toBe(1);
  });

  test('is not lost where the store fails while it is drawn', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.store.client.set(keys.rotation(team), 'nonsense');
    const slot = { team, kind: 'prompt', instant: firstPrompt } as const;
    await expect(office.app.rooms.prompts.post(slot)).rejects.toThrow();
    await office.store.client.del(keys.rotation(team));
    expect(await office.app.rooms.prompts.post(slot)).toBe('sent');
  });

  test('is not posted for a team that is gone', async () => {
    const office = await openOffice();
    expect(await office.app.rooms.prompts.post({ team, kind: 'prompt', instant: firstPrompt })).toBe(
      'no-team',
    );
    expect(office.posts()).toEqual([]);
  });
});

describe('a prompt that was skipped', () => {
  /** The library with the deepest first: a week later, another one would be the next. */
  const deepestFirst = tracks.map((track) => [
    track,
    prompts
      .filter((prompt) => prompt.track === track)
      .toSorted((one, other) => other.depth - one.depth)
      .map(({ id }) => id),
  ]);

  test.each([1, 4, 12])(
    'is the one that the preview showed, in week %d too, and waits at the end of its bag',
    async (week) => {
      const office = await openOffice();
      await office.enrolled();
      await office.until(firstPrompt + (week - 1) * WEEK - HOUR);
      const rotation = { ...newRotation, bags: Object.fromEntries(deepestFirst) };
      await office.store.client.set(keys.rotation(team), JSON.stringify(rotation));
      const shown = questionIn(await office.say('preview'));
      await office.say('skip prompt');
      const stored = JSON.parse((await office.store.client.get(keys.rotation(team))) ?? '');
      const bag = rotationSchema.parse(stored).bags[tracks[0]];
      expect(shown).toBeDefined();
      expect(bag.at(-1)).toBe(shown);
      expect(questionIn(await office.say('preview'))).not.toBe(shown);
    },
  );
});

describe('the message of a prompt', () => {
  test.each(prompts.map(({ id }) => id))(
    'keeps to Slack’s limits, in the channel and as a preview: %s',
    (id) => {
      const prompt = prompts.find((known) => known.id === id);
      if (prompt === undefined) throw new Error('no such prompt');
      expect(problemsOf('message', promptMessage(prompt, 'en'))).toEqual([]);
      expect(problemsOf('message', previewMessage(prompt, { kind: 'turn' }, 'en'))).toEqual([]);
    },
  );

  const sharp: Prompt = {
    id: 'sharp',
    track: 'delegation',
    sign: 'control',
    practice: 'reflect',
    depth: 1,
    question: 'A & B <!channel>?',
    try: '<@U1>',
    'for-managers': 'Ask <https://example.org|here>.',
  };

  test('shows text of a file as text', () => {
    const shown = JSON.stringify([
      promptMessage(sharp, 'en'),
      previewMessage(sharp, { kind: 'answers', subject: 'workload' }, 'en'),
    ]);
    expect(shown).toContain('A &amp; B &lt;!channel&gt;?');
    expect(shown).not.toMatch(/<(!channel|@U1|https)/);
  });

  test('has a note for managers in the preview only', () => {
    expect(previewMessage(sharp, { kind: 'answers', subject: 'workload' }, 'en').text).toContain('Ask ');
    expect(promptMessage(sharp, 'en').text).not.toContain('Ask ');
  });
});
