import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser } from '../support/browser-here.ts';
import { type Office, openHarbour } from './office.ts';

const hostile =
  'Which *one* thing would <!channel> or <@U02BENAT> learn from `you` at <https://x.example|y>?';

/** Buttons of a modal do nothing in local-slack: tests/listeners presses those. */
describeWithBrowser('a team’s own prompts, in the browser', () => {
  let office: Office;

  beforeAll(async () => {
    office = await openHarbour();
  });
  afterAll(async () => {
    await office?.close();
  });

  it('are added by a form, which says what is missing and keeps what was typed', async () => {
    await office.type('/hands prompts add');
    await office.seeForm('Add a prompt');
    await office.fillForm({ Question: hostile });
    expect(await office.submitForm()).toBe('refused');
    expect(await office.formErrors()).toEqual([
      'own-track: Choose what this prompt is about.',
      'own-try: Write something here that others can read.',
    ]);
    await office.picture('31-own-prompt-refused');
    await office.fillForm({ About: 'Delegation', 'Try this week': 'Show it to somebody once.' });
    await office.picture('32-own-prompt');
    expect(await office.submitForm()).toBe('closed');
    await office.seeMessage('@Ama Quartey added a prompt in this team’s own words.');
  });

  it('are listed, with their words as they were typed', async () => {
    await office.type('/hands prompts');
    await office.seeForm('Our own prompts');
    const shown = await office.readForm();
    expect(shown).toContain(`${hostile}\nTry this week: Show it to somebody once.`);
    expect(shown).toContain('1 of at most 100, the newest first.');
    await office.picture('33-own-prompts');
    await office.cancelForm();
  });
});
