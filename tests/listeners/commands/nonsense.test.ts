import { describe, expect, test } from 'vitest';
import { openOffice, team } from '../office.ts';

async function running() {
  const office = await openOffice();
  await office.enrolled();
  return office;
}

/** Whatever the words, the team is as it was and the channel has heard nothing. */
async function unchangedBy(text: string): Promise<string> {
  const office = await running();
  const before = await office.stored();
  const answer = await office.say(text);
  expect(await office.stored()).toBe(before);
  expect(office.posts()).toHaveLength(1);
  expect(office.receiver.lateErrors).toEqual([]);
  return answer;
}

describe('setup with words that are no day and time', () => {
  test.each([
    'xyz 25:99',
    'mon',
    '9:30',
    'mon 9:30 please',
    'mon 24:00',
    'mon tue',
    '<!channel> 9:30',
    'someday soon',
  ])('“%s” changes nothing and says what to write', async (words) => {
    const answer = await unchangedBy(`setup ${words}`);
    expect(answer).toContain(
      'is not a day and a time. Write a day and a time, such as */hands setup mon 9:30*',
    );
    expect(answer).toContain('Nothing was changed.');
    expect(answer).not.toContain('<!channel>');
  });

  test('enrols nobody either', async () => {
    const office = await openOffice();
    expect(await office.say('setup xyz 25:99')).toContain('“xyz 25:99” is not a day and a time.');
    expect(await office.app.rooms.teams.find(team)).toBeUndefined();
  });
});

describe('pause with words that are no date to come', () => {
  test.each([
    ['until 2026-02-31', '“2026-02-31” is not a date.'],
    ['until', 'Until when? Write */hands pause until 2026-12-31*'],
    ['2026-02-01 2026-03-01', 'One date is enough: the day on which things start again.'],
    ['until 2026-01-06 please', 'One date is enough: the day on which things start again.'],
    ['until tomorrow', '“tomorrow” is not a date.'],
    ['2026-13-01', '“2026-13-01” is not a date.'],
    ['until 2026-01-12 or so', 'One date is enough'],
    ['until next monday', 'One date is enough'],
    ['until <!channel>', '“&lt;!channel&gt;” is not a date.'],
    ['until 2026-01-04', '2026-01-04 is not in the future.'],
    ['until 2026-01-05', '2026-01-05 is not in the future.'],
    ['until 1999-12-31', '1999-12-31 is not in the future.'],
  ])('“%s” changes nothing and says why', async (words, sentence) => {
    const answer = await unchangedBy(`pause ${words}`);
    expect(answer).toContain(sentence);
    expect(answer).toContain('Nothing was changed.');
  });

  test.each(['until 2026-01-06', '2026-01-06', 'UNTIL 2026-01-06'])('control: “%s” pauses', async (words) => {
    const office = await running();
    expect(await office.say(`pause ${words}`)).toBe(
      'Paused until 2026-01-06: prompts and pulses start again that day.',
    );
  });

  test('tells a person who does not manage just that, whatever the words', async () => {
    const office = await running();
    for (const words of ['until tomorrow', 'until', '1999-12-31', 'until 2026-01-06 please']) {
      expect(await office.say(`pause ${words}`, 'UBEN')).toBe(
        'Only managers can do this here: <@UANN>. Nothing was changed.',
      );
    }
  });

  test('measures the future by the team’s own date', async () => {
    const office = await running();
    await office.send(await office.form(), { timezone: 'Pacific/Kiritimati' });
    office.clock.jumpTo(Date.UTC(2026, 0, 5, 11));
    expect(await office.say('pause until 2026-01-06')).toContain('is not in the future');
    expect(await office.say('pause until 2026-01-07')).toContain('Paused until 2026-01-07:');
  });
});

describe('skip with words that name no slot', () => {
  test.each(['', 'everything', 'prompt pulse', 'closing', 'opening', '<!channel>'])(
    '“%s” changes nothing and says what to write',
    async (words) => {
      expect(await unchangedBy(`skip ${words}`)).toBe(
        'Write */hands skip prompt* or */hands skip pulse*. Nothing was changed.',
      );
    },
  );
});
