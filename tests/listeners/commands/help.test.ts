import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { helpMessage } from '../../../listeners/commands/help.ts';
import { commandName, subcommands } from '../../../listeners/commands/index.ts';
import { listenersWords } from '../../../listeners/words/index.ts';
import { problemsOf } from '../../support/block-kit-limits.ts';
import { openOffice } from '../office.ts';

describe('the help', () => {
  test('is made from the table that routes: every subcommand, in its order, with what it takes', () => {
    const { text } = helpMessage(subcommands, 'en');
    const rows = text.split('\n').slice(0, -1);
    expect(rows).toEqual(
      subcommands.map(
        ({ name, takes }) =>
          `*${commandName} ${takes ? `${name} ${takes}` : name}*: ${listenersWords('en').help.subcommands[name]}`,
      ),
    );
  });

  test('keeps to Slack’s limits', () => {
    expect(problemsOf('message', helpMessage(subcommands, 'en'))).toEqual([]);
    expect(problemsOf('message', helpMessage(subcommands, 'en', 'A first line.'))).toEqual([]);
  });

  test('has every command the product names', () => {
    const names = [
      'ask',
      'handoff',
      'help',
      'setup',
      'status',
      'summary',
      'export',
      'changed',
      'privacy',
      'pause',
      'resume',
      'skip',
      'preview',
      'prompts',
      'remove',
    ];
    expect(subcommands.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  test.each(['', '   ', 'help', 'HELP', 'help me'])('answers “%s”', async (text) => {
    const office = await openOffice();
    expect(await office.say(text)).toBe(helpMessage(subcommands, 'en').text);
  });

  test('answers in a channel without a team and in a direct message too', async () => {
    const office = await openOffice();
    for (const channel of ['CNOBOT', 'CHIDDEN', 'DANN']) {
      expect(await office.say('help', 'UBEN', channel)).toContain('*/hands setup');
    }
  });
});

describe('an unknown word', () => {
  test.each([
    ['stauts', 'status'],
    ['sumary', 'summary'],
    ['Privacyy', 'privacy'],
    ['setpu mon 9:30', 'setup'],
    ['pauze until 2026-01-12', 'pause'],
    ['unresume', 'resume'],
    ['promts', 'prompts'],
  ])('“%s” gets the closest command and the help, not an error', async (typed, closest) => {
    const office = await openOffice();
    const answer = await office.say(typed);
    expect(answer).toContain(helpMessage(subcommands, 'en').text);
    expect(answer).toContain(`Did you mean */hands ${closest}*?`);
  });

  test('that is like none gets the help alone', async () => {
    const office = await openOffice();
    expect(await office.say('supercalifragilistic')).toMatch(
      /^There is no \*\/hands supercalifragilistic\*\. This is what there is:\n/,
    );
  });

  test.each(['<!channel>', '<@UBEN>', '<https://example.org|click>', '<#CTEAM>'])(
    'is shown as the text it is: %s',
    async (typed) => {
      const office = await openOffice();
      const answer = await office.say(typed);
      expect(answer).toContain(`&lt;${typed.slice(1, -1)}&gt;`);
      expect(answer).not.toContain(typed);
    },
  );

  test('is cut off where it is long', async () => {
    const office = await openOffice();
    expect((await office.say('x'.repeat(5_000))).split('\n')[0]).toHaveLength(85);
  });

  test('is never cut through the middle of a sign', async () => {
    const office = await openOffice();
    for (const text of [`x${'🙂'.repeat(50)}`, `pause x${'🙂'.repeat(50)}`, `setup x${'🙂'.repeat(90)}`]) {
      await office.enrolled();
      expect(await office.say(text)).not.toMatch(/\p{Surrogate}/u);
    }
  });

  test.each(['constructor', '__proto__', 'toString'])('“%s” is one too', async (typed) => {
    const office = await openOffice();
    expect(await office.say(typed)).toContain('There is no */hands');
  });

  test('of any kind makes a message that Slack takes', async () => {
    const office = await openOffice();
    const words = fc.sample(fc.string({ unit: 'binary', maxLength: 60 }), { numRuns: 25, seed: 7 });
    for (const word of words) expect(await office.say(word)).toContain('One question a week');
    expect(office.receiver.lateErrors).toEqual([]);
  });
});
