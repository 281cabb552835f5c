import { describe, expect, test } from 'vitest';
import { DAY, WEEK } from '../../../src/duration.ts';
import type { Readout } from '../../../src/readout/readout.ts';
import { questions, sampleReadout, wordingOf } from '../../readout/samples.ts';
import { publish } from '../../readout/stored.ts';
import { type Office, openOffice } from '../office.ts';

/** A year of weekly readouts up to now, every third for managers alone, with what is said of who answered. */
const weeks = (office: Office, count = 8): readonly Readout[] =>
  Array.from({ length: count }, (_, week) =>
    sampleReadout({
      closedAt: office.clock.now() - (count - week) * WEEK,
      level: { position: (week * 2) % 5, scale: 5 },
      participation: week % 2 === 0 ? 'half to three quarters' : null,
      audience: week % 3 === 1 ? 'managers' : 'everyone',
    }),
  );

/** The lines of an export below its head: question, date, level and who answered. */
async function exported(office: Office, user?: string) {
  const text = await office.say('export', user);
  const [, block = ''] = /```\n([^`]*)\n```/.exec(text) ?? [];
  return block
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

/** The same as the summary has it: title, then `7 Jan few → 14 Jan some`. */
async function summarized(office: Office, user?: string) {
  const text = await office.say('summary', user);
  return questions.flatMap(({ title }) => {
    const [, past = ''] = new RegExp(`\\*${title}\\*\\n[^\\n]*\\n[▁▂▄▆█]+ {2}([^\\n]*)`).exec(text) ?? [];
    return past
      .split(' → ')
      .filter(Boolean)
      .map((one) => [title, ...(/^(\d+ \w+) (.*)$/.exec(one)?.slice(1) ?? [])]);
  });
}

const shortDate = (date = '') =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(date),
  );

async function withTeam(): Promise<Office> {
  const office = await openOffice();
  await office.enrolled();
  for (const question of ['work-fits-hours', 'ease-of-asking', 'work-shared', 'stuck-alone'])
    await publish(office, { question, history: weeks(office) });
  return office;
}

describe('/hands export', () => {
  test.each(['UANN', 'UBEN'])('has what the summary shows to %s, and nothing else', async (user) => {
    const office = await withTeam();
    const shown = await summarized(office, user);
    expect(shown.length).toBeGreaterThan(12);
    const lines = (await exported(office, user)).map(([title, date, level]) => [
      title,
      shortDate(date),
      level,
    ]);
    const titles = new Set(shown.map(([title]) => title));
    expect(lines.filter(([title]) => titles.has(title)).toSorted()).toEqual(shown.toSorted());
  });

  test('shows a readout that was for managers to managers alone', async () => {
    const office = await withTeam();
    const [all, public_] = [await exported(office, 'UANN'), await exported(office, 'UBEN')];
    expect(public_.length).toBeLessThan(all.length);
    for (const line of public_) expect(all).toContainEqual(line);
  });

  test('has who answered in the words of the readout, where it had some', async () => {
    const office = await withTeam();
    const said = (await exported(office)).map(([, , , participation]) => participation);
    expect(new Set(said)).toEqual(new Set(['Half to three quarters of those asked answered.', '']));
  });

  test('has questions that are asked no more, and none that has left the catalogue', async () => {
    const office = await withTeam();
    await publish(office, { question: 'time-to-recover', history: weeks(office) });
    await publish(office, { question: 'no-such-question', history: weeks(office) });
    const titles = new Set((await exported(office)).map(([title]) => title));
    expect(titles).toContain(wordingOf('stuck-alone').question.title);
    expect([...titles].filter((title) => !questions.some((one) => one.title === title))).toEqual([]);
  });

  test('has nothing older than a year', async () => {
    const office = await openOffice();
    await office.enrolled();
    const old = sampleReadout({ closedAt: office.clock.now() - 366 * DAY });
    await publish(office, { question: 'work-fits-hours', history: [old] });
    expect(await office.say('export')).toBe('No readout yet.');
  });

  test('is for managers where the summary is', async () => {
    const office = await withTeam();
    await office.send(await office.form(), { audience: 'managers' });
    expect(await office.say('export', 'UBEN')).toBe(await office.say('summary', 'UBEN'));
    expect(await office.say('export', 'UBEN')).toBe('In this team the summary is for its managers: <@UANN>.');
    expect(await office.say('export', 'UANN')).toContain('Weekly workload');
  });

  test('speaks the team’s language', async () => {
    const office = await withTeam();
    await office.send(await office.form(), { language: 'de' });
    expect(await office.say('export')).toContain('Frage,geschlossen am,Stufe');
  });
});
