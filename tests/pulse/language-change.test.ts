import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY } from '../../src/duration.ts';
import type { Locale } from '../../src/locale.ts';
import { changeAction } from '../../src/pulse/answer-view.ts';
import { pulseWords } from '../../src/pulse/words/index.ts';
import { readoutWords } from '../../src/readout/words/index.ts';
import { withMarkedGerman } from '../support/marked-german.ts';
import { describeWithRedis } from '../support/private-redis.ts';
import { team } from './samples.ts';
import { withRedis } from './store-world.ts';
import { boss, buttonIn, mate, type TeamWorld, teamWorld } from './team-world.ts';

describeWithRedis('a team that changes its language', () => {
  const redis = withRedis();
  const content = withMarkedGerman();
  let there: TeamWorld;
  beforeEach(async () => {
    there = await teamWorld({ store: redis.store, ports: { content } });
  });
  afterEach(() => there.world.close());

  async function speak(locale: Locale) {
    const { teams } = there.world.app.rooms;
    const settings = (await teams.find(team))?.settings;
    if (settings === undefined) throw new Error('there is no team');
    const change = await teams.changeSettings({ id: team, by: boss }, { ...settings, locale }, settings);
    expect(change.kind).toBe('done');
  }

  const current = async () => {
    const open = await there.world.app.rooms.pulses.current(team);
    if (open === undefined) throw new Error('no pulse is open');
    return open;
  };

  it('while a pulse is open keeps its question, its answers and its buttons', async () => {
    await there.open();
    const { text } = there.lastSaid();
    const first = await there.tap(mate(0), 4);
    const before = await current();
    const posted = there.option(2);

    await speak('de');
    expect(await current()).toEqual(before);
    expect(there.said().filter((message) => message.text === text)).toHaveLength(1);
    // The message that was posted in English takes answers, and says no to a second one: in its own language.
    const answered = await there.press(mate(1), posted, posted.ts);
    expect(answered.text).toContain(pulseWords('en').acknowledgement.added);
    const again = await there.press(mate(1), posted, posted.ts);
    expect(again.text).toBe(pulseWords('en').refusals['already-answered']);

    // The private line from before still changes the answer, in the words of now.
    const offered = await there.press(mate(0), buttonIn(first, changeAction));
    expect(offered.text).toContain(`DE ${before.record.question}\nDE 0 · DE 1 · DE 2 · DE 3 · DE 4`);
    const changed = await there.press(mate(0), buttonIn(offered, 'answer-pulse.0.de'));
    expect(changed.text).toContain(pulseWords('de').acknowledgement.changed);
  });

  it.each([
    ['en', 'de', /^[^:]+: [^:]+ DE\./],
    ['de', 'en', /^[^:]+: [^:]+ of those who answered/],
  ] as const)(
    'from %s to %s closes the pulse that is open, and reads it in the new one',
    async (from, to, readout) => {
      if (from === 'de') await speak(from);
      await there.open();
      const { record } = await current();
      for (let at = 0; at < 7; at += 1) await there.tap(mate(at), 4);
      await speak(to);
      await there.close();
      expect(there.lastSaid().text).toMatch(readout);
      expect(there.lastSaid().text).toContain(readoutWords(to).readout.title);
      const closed = there.said().find(({ text }) => text.includes(pulseWords(to).message.closed));
      const question = content[to].questions.find(({ id }) => id === record.question);
      expect(closed?.text).toContain(question?.text);
    },
  );

  it('keeps its place among the prompts: what was to come next comes, in the new words', async () => {
    const { prompts } = there.world.app.rooms;
    const state = async () => {
      const found = await there.world.app.rooms.teams.find(team);
      if (found === undefined) throw new Error('there is no team');
      return found;
    };
    const shown = (await prompts.preview(await state())).prompt;
    expect(shown.question).not.toMatch(/^DE /);
    await speak('de');
    const german = (await prompts.preview(await state())).prompt;
    expect(german).toEqual({ ...shown, question: `DE ${shown.id}` });
    const at = (await there.world.app.rooms.calendar.next(team)).prompt ?? 0;
    await there.world.advanceTo(at, [team]);
    expect(there.said().some(({ text }) => text.includes(`DE ${shown.id}`))).toBe(true);
    await speak('en');
    await there.world.advanceTo(at + DAY, [team]);
    expect((await prompts.preview(await state())).prompt.question).not.toMatch(/^DE /);
  });

  it('reads the past in the new words too', async () => {
    await there.open();
    for (let at = 0; at < 7; at += 1) await there.tap(mate(at), 0);
    await there.close();
    expect((await there.command(boss, 'summary')).text).toContain('of those who answered');
    await speak('de');
    const { text } = await there.command(boss, 'summary');
    expect(text).toContain('DE workload');
    expect(text).not.toContain('of those who answered');
  });
});
