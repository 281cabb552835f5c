import { beforeEach, describe, expect, test } from 'vitest';
import {
  enter,
  firstClosing,
  firstOpening,
  type Office,
  openOffice,
  others,
  type ShownButton,
} from '../office.ts';

const CLOSED = 'This pulse is closed. Nothing was counted.';
const ALREADY =
  'You have already answered this pulse, and this tap changed nothing. To change an answer, use the button in the private line that followed it; if that is gone, your answer stands.';
const MALFORMED = 'This button does not fit the pulse. Nothing was counted.';

let office: Office;
let button: ShownButton;
beforeEach(async () => {
  office = await openOffice();
  await office.enrolled();
  await office.until(firstOpening);
  button = office.options()[0] ?? { actionId: '', value: '' };
});

/** One tap; returns the private line. */
async function tap(user: string, press: Partial<ShownButton & { readonly channel: string }> = {}) {
  const messageTs = office.posts().at(-1)?.ts ?? '';
  const answers = await office.press({ user, channel: 'CTEAM', messageTs, ...button, ...press });
  expect(answers.map(({ kind }) => kind)).toEqual(['ephemeral']);
  return String(answers[0]?.body.text);
}

const stored = async () => (await office.stored()).replace(/^\{hands-queue\}.*$/gm, '');

describe('a tap on the open pulse', () => {
  test('is added and said to be added, privately', async () => {
    expect(await tap('UBEN')).toContain('Added to the locked total.');
    expect(await tap('UCAT', office.options()[3])).toContain('Added to the locked total.');
  });

  test('for the second time changes nothing', async () => {
    await tap('UBEN');
    const before = await stored();
    expect(await tap('UBEN')).toBe(ALREADY);
    expect(await tap('UBEN', office.options()[2])).toBe(ALREADY);
    expect(await stored()).toBe(before);
  });

  test('five times at once counts once', async () => {
    const lines = await Promise.all(Array.from({ length: 5 }, () => tap('UBEN')));
    expect(lines.filter((line) => line.startsWith('Added'))).toHaveLength(1);
    expect(lines.filter((line) => line === ALREADY)).toHaveLength(4);
  });

  test.each(['UANN', 'UGUEST', 'UNEW'])('by someone who is not on it (%s) is not counted', async (user) => {
    enter(office, 'UNEW');
    const before = await stored();
    expect(await tap(user)).toContain('You are not on it, so nothing was counted.');
    expect(await stored()).toBe(before);
  });

  test('leaves the message as it is', async () => {
    const before = JSON.stringify(office.posts());
    for (const user of others) await tap(user);
    expect(JSON.stringify(office.posts())).toBe(before);
  });
});

describe('a button that does not belong to the open pulse', () => {
  test('of a pulse that is closed says so', async () => {
    await office.until(firstClosing);
    expect(await tap('UBEN')).toBe(CLOSED);
  });

  test('of a team that is removed says so', async () => {
    await office.press({
      user: 'UANN',
      channel: 'CTEAM',
      messageTs: '1.2',
      actionId: 'confirm-removal',
      value: '',
    });
    expect(await tap('UBEN')).toBe(CLOSED);
  });

  test('of another channel or workspace is refused', async () => {
    const before = await stored();
    expect(await tap('UBEN', { channel: 'CSMALL' })).toBe(MALFORMED);
    expect(await tap('UBEN', { value: button.value.replace('CTEAM', 'CSMALL') })).toBe(MALFORMED);
    expect(await tap('UBEN', { value: button.value.replace('TWORK', 'TELSE') })).toBe(MALFORMED);
    expect(await stored()).toBe(before);
  });

  test('of a pulse that never was is taken for a closed one', async () => {
    expect(
      await tap('UBEN', { value: button.value.replace(String(firstOpening), String(firstOpening - 1)) }),
    ).toBe(CLOSED);
  });

  test.each([
    ['nothing', () => ''],
    ['words', () => 'yes please'],
    ['an option that does not exist', (value: string) => value.replace('.0.', '.9.')],
    ['an option below zero', (value: string) => value.replace('.0.', '.-1.')],
    ['another number of options', (value: string) => value.replace(/\.\d$/, '.9')],
    ['fewer options than there are', (value: string) => value.replace(/\.\d$/, '.1')],
    ['something behind it', (value: string) => `${value}.1`],
    ['a path', () => '../../etc/passwd.0.5'],
    ['a path behind the channel', () => 'TWORK-CTEAM-../x.0.5'],
    ['a line break', (value: string) => `${value}\n`],
    ['very much', (value: string) => value + '0'.repeat(1_900)],
  ])('with %s in it is refused, and nothing changes', async (_, change) => {
    const before = await stored();
    expect(await tap('UBEN', { value: change(button.value) })).toBe(MALFORMED);
    expect(await stored()).toBe(before);
    expect(office.receiver.lateErrors).toEqual([]);
  });
});
