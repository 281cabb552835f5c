import { describe, expect, test } from 'vitest';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { createOwnPromptsService } from '../../src/prompts/own-prompts-service.ts';
import { createOwnPromptsStore } from '../../src/prompts/own-prompts-store.ts';
import { type Office, openOffice, team } from '../listeners/office.ts';
import { own } from './own.ts';

const ann = { id: team, by: 'UANN' };
const words = { track: 'delegation', question: 'Who could do it?', try: 'Ask them.' };

/** A team of Ann's, with short verbs. */
async function enrolled() {
  const office = await openOffice();
  await office.enrolled();
  const service = office.app.rooms.ownPrompts;
  const prompts = async () => {
    const found = await service.list(ann);
    return found.kind === 'list' ? found.prompts : [];
  };
  /** One that is there. */
  const added = async (entered: object = words) => {
    expect(await service.add(ann, { ...entered })).toEqual({ kind: 'done', isHeard: true });
    const prompt = (await prompts()).at(-1);
    if (prompt === undefined) throw new Error('nothing was added');
    return prompt;
  };
  return { office, service, prompts, added };
}

const refuse = (office: Office, code: string) =>
  office.standIn.failNext('chat.postMessage', { kind: 'error', code });

describe('a change of a team’s own prompts', () => {
  test('is announced in one line, with who did it and without the words', async () => {
    const { office, service, added } = await enrolled();
    const { id, version } = await added();
    await service.edit(ann, { id, version }, { try: 'Ask someone else.' });
    await service.remove(ann, id);
    const said = office.texts().slice(1);
    expect(said).toEqual([
      '<@UANN> added a prompt in this team’s own words. It waits for its turn among the others.',
      '<@UANN> changed one of this team’s own prompts.',
      '<@UANN> removed one of this team’s own prompts.',
    ]);
    expect(JSON.stringify(office.posts().slice(1))).not.toMatch(/Who could do it|Ask/);
  });

  test('that changes nothing is not announced', async () => {
    const { office, service, added } = await enrolled();
    const { id, version } = await added();
    const before = office.posts().length;
    expect(await service.edit(ann, { id, version }, {})).toEqual({ kind: 'unchanged' });
    expect(await service.remove(ann, own(1).id)).toEqual({ kind: 'gone' });
    expect((await service.add(ann, {})).kind).toBe('invalid');
    expect(await service.add(ann, { ...words })).toEqual({ kind: 'known', to: 'team' });
    expect(office.posts()).toHaveLength(before);
  });

  test('is for managers; for anyone where none is left', async () => {
    const { office, service } = await enrolled();
    const ben = { id: team, by: 'UBEN' };
    const refused = { kind: 'not-manager', managers: ['UANN'] };
    expect(await service.list(ben)).toEqual(refused);
    expect(await service.add(ben, words)).toEqual(refused);
    expect(await service.edit(ben, own(1), words)).toEqual(refused);
    expect(await service.remove(ben, own(1).id)).toEqual(refused);
    await office.app.rooms.teams.memberLeft(team, 'UANN');
    expect((await service.add(ben, words)).kind).toBe('done');
  });

  test('is none in a channel without a team', async () => {
    const office = await openOffice();
    expect(await office.app.rooms.ownPrompts.list(ann)).toEqual({ kind: 'not-enrolled' });
    expect(await office.app.rooms.ownPrompts.add(ann, words)).toEqual({ kind: 'not-enrolled' });
  });

  test.each(['restricted_action', 'is_archived', 'ratelimited'])(
    'is undone where Slack refuses to tell the channel: %s',
    async (code) => {
      const { office, service, prompts, added } = await enrolled();
      const prompt = await added();
      const refused = { kind: 'not-announced', code };
      const fail = () =>
        code === 'ratelimited'
          ? office.standIn.failNext('chat.postMessage', { kind: 'rate-limited', retryAfterSeconds: 1 })
          : refuse(office, code);
      fail();
      expect(await service.add(ann, { ...words, question: 'Another?' })).toEqual(refused);
      expect(await prompts()).toEqual([prompt]);
      fail();
      expect(await service.edit(ann, prompt, { try: 'Something else.' })).toEqual(refused);
      expect(await prompts()).toEqual([{ ...prompt, version: 3 }]);
      fail();
      expect(await service.remove(ann, prompt.id)).toEqual(refused);
      expect(await prompts()).toEqual([{ ...prompt, version: 3 }]);
    },
  );

  test('stands where Slack does not say whether the channel was told, and that is said', async () => {
    const { office, service, prompts } = await enrolled();
    office.standIn.failNext('chat.postMessage', { kind: 'accept-then-cut' });
    expect(await service.add(ann, words)).toEqual({ kind: 'done', isHeard: false });
    expect(await prompts()).toHaveLength(1);
  });

  test('of a team that is removed at that moment leaves nothing and is not announced', async () => {
    const { office, service } = await enrolled();
    const removing = office.app.rooms.teams.remove(ann);
    const adding = service.add(ann, words);
    await Promise.all([removing, adding]);
    expect(await office.stored()).not.toContain('own-prompts');
    expect(office.last()).toContain('removed Many Hands');
  });
});

test('a change that was written just before its team was removed is not announced after the removal', async () => {
  const { office } = await enrolled();
  const found = await office.app.rooms.teams.find(team);
  const seen = [found, undefined];
  const posted: unknown[] = [];
  const service = createOwnPromptsService({
    store: createOwnPromptsStore({ client: office.store.client }),
    teams: { find: async () => seen.shift() },
    gateway: {
      post: async (...message) => {
        posted.push(message);
        return { kind: 'sent', ts: '1.2', channel: 'CTEAM' };
      },
    },
    random: createSeededRandom('removed'),
    libraryIn: () => [],
  });
  expect(await service.add(ann, words)).toEqual({ kind: 'not-enrolled' });
  expect(posted).toEqual([]);
});
