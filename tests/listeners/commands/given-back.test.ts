import { describe, expect, test } from 'vitest';
import { openOffice } from '../office.ts';

const WENT_WRONG =
  'Something went wrong on our side. Please try again; */hands status* shows what is in force.';
const broken = { kind: 'error', code: 'fatal_error' } as const;

describe.each(['ask', 'handoff'])('what was typed behind “%s”, where its form does not open,', (command) => {
  test('comes back privately as it was typed, before the sentence about what went wrong', async () => {
    const office = await openOffice();
    await office.enrolled();
    office.standIn.failNext('views.open', broken);
    const words = 'Look at <!channel> *this*';
    const answers = await office.command('UANN', 'CTEAM', `${command} ${words}`);
    expect(answers.map(({ body }) => body.text)).toEqual([
      'This is what you typed:\nLook at &lt;!channel&gt; *this*',
      WENT_WRONG,
    ]);
    expect(answers[0]?.body.blocks).toContainEqual({
      type: 'section',
      text: { type: 'plain_text', text: words, emoji: true },
    });
  });

  test('comes back in the language of the team, and cut where no message could hold it', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.send(await office.form(), { language: 'de' });
    office.standIn.failNext('views.open', broken);
    const said = await office.say(`${command} ${'7'.repeat(5_000)}`);
    expect(said).toMatch(/^Das hast du geschrieben:\n7{1400}\n/);
  });

  test('is nothing where nothing was typed: then there is only that sentence', async () => {
    const office = await openOffice();
    await office.enrolled();
    office.standIn.failNext('views.open', broken);
    expect(await office.say(command)).toBe(WENT_WRONG);
  });

  test('and which cannot be given back either, hides nothing of what went wrong', async () => {
    const office = await openOffice();
    await office.enrolled();
    office.standIn.failNext('views.open', broken);
    office.standIn.failNext('response_url', { kind: 'server-error' });
    expect(await office.say(`${command} Please.`)).toBe(WENT_WRONG);
  });
});
