import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listenersWords } from '../../listeners/words/index.ts';
import { createSeededRandom } from '../../playground/world/seeded-random.ts';
import { locales } from '../../src/locale.ts';
import type { Log } from '../../src/ports.ts';
import { pulseWords } from '../../src/pulse/words/index.ts';
import { openStore, type Store } from '../../src/redis/connection.ts';
import { describeWithRedis, type PrivateRedis, startPrivateRedis } from '../support/private-redis.ts';
import { openOffice, team } from './office.ts';

const broken = { kind: 'error', code: 'fatal_error' } as const;

describe('what is said after a surprise', () => {
  test.each(locales)('is said in the team’s language, whatever the installation’s: %s', async (locale) => {
    const other = locales.find((known) => known !== locale) ?? locale;
    const office = await openOffice({ config: { locale: other } });
    await office.enrolled();
    await office.send(await office.form(), { language: locale });
    office.standIn.failNext('views.open', broken);
    expect(await office.say('setup')).toBe(listenersWords(locale).surprise.other);
  });

  test.each(locales)('is said in the installation’s language where there is no team: %s', async (locale) => {
    const office = await openOffice({ config: { locale } });
    office.standIn.failNext('conversations.info', broken);
    expect(await office.say('setup')).toBe(listenersWords(locale).surprise.other);
  });

  test.each(locales)('is said in the language of the form that was sent: %s', async (locale) => {
    const office = await openOffice({ config: { locale } });
    const form = await office.form();
    office.standIn.failNext('conversations.info', broken);
    await office.send(form);
    expect(office.direct('UANN')).toEqual([listenersWords(locale).surprise.other]);
  });

  test.each([
    ['handoff', { 'hand-over-to': 'UBEN', 'hand-over-outcome': 'A list' }],
    ['ask', { 'ask-what': 'Please.' }],
  ])(
    'is said in the language of the form of a practice, which is sent without a channel: %s',
    async (command, entries) => {
      let isBroken = false;
      const chance = createSeededRandom('surprise');
      const bytes = (size: number) => {
        if (isBroken) throw new Error('no chance left');
        return chance.bytes(size);
      };
      const office = await openOffice({ ports: { random: { bytes } } });
      await office.enrolled();
      await office.send(await office.form(), { language: 'de' });
      await office.say(command);
      const view = JSON.parse(JSON.stringify([...office.standIn.workspace.modals.values()].at(-1)));
      isBroken = true;
      await office.send(view, entries);
      expect(office.direct('UANN')).toEqual([listenersWords('de').surprise.other]);
    },
  );

  test.each(locales)('quotes the answer it promises, in %s', (locale) => {
    const { surprise } = listenersWords(locale);
    const { refusals } = pulseWords(locale);
    const quoted = [surprise.answer, refusals.uncertain, refusals['set-back']].map((text) =>
      [...text.matchAll(/[“„]([^“”„]+)[”“]/g)].map(([, words = '']) => words),
    );
    const answers = [refusals['already-answered'], refusals.outdated];
    expect(quoted.map((words) => words.length)).toEqual([1, 2, 1]);
    for (const words of quoted)
      words.forEach((said, at) => {
        expect(answers[at]).toContain(said);
      });
  });
});

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

describeWithRedis('the language of a team where the store does not say', () => {
  let redis: PrivateRedis;
  let store: Store;
  beforeEach(async () => {
    redis = await startPrivateRedis();
    store = await openStore({ url: redis.url, dataDir: redis.folder, log: silent });
  });
  afterEach(async () => {
    await redis.restart();
    await store.close();
    await redis.stop();
  });

  test('is the installation’s, and so is the sentence about the store', async () => {
    const office = await openOffice({ store, config: { locale: 'de' } });
    await office.enrolled();
    await office.send(await office.form(), { language: 'en' });
    expect(await office.app.rooms.teams.localeOf(team)).toBe('en');
    expect(await office.app.rooms.teams.localeOf({ ...team, channel: 'CSMALL' })).toBe('de');
    await redis.kill();
    await expect.poll(() => store.client.status).not.toBe('ready');
    expect(await office.app.rooms.teams.localeOf(team)).toBe('de');
    expect(await office.say('status')).toBe(listenersWords('de').surprise.storeAway);
    await office.app.stop();
  });

  test.each(['ask', 'pause'])('is the one of its form that was open already: %s', async (form) => {
    const office = await openOffice({ store, config: { locale: 'en' } });
    await office.enrolled();
    await office.send(await office.form(), { language: 'de' });
    await office.openHome('UANN');
    const button = { ask: 'ask-for-a-hand', pause: 'home-pause' }[form] ?? '';
    await office.pressHome({ user: 'UANN', actionId: button, value: 'CTEAM' });
    const view = JSON.parse(JSON.stringify([...office.standIn.workspace.modals.values()].at(-1)));
    await redis.kill();
    await expect.poll(() => store.client.status).not.toBe('ready');
    const { response } = await office.send(view, form === 'ask' ? { 'ask-what': 'Bitte.' } : {});
    expect(JSON.stringify([response, office.direct('UANN')])).toMatch(/Speicher/);
    await office.app.stop();
  });
});
