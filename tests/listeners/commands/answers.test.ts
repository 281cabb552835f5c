import { describe, expect, test } from 'vitest';
import { subcommands } from '../../../listeners/commands/index.ts';
import { firstOpening, openOffice } from '../office.ts';

const managersOnly = [
  'setup',
  'preview',
  'prompts',
  'prompts add',
  'skip prompt',
  'skip pulse',
  'pause',
  'resume',
  'remove',
];
const forAnyone = ['help', 'status', 'privacy'];

describe('every subcommand', () => {
  test('is in one of the two lists that these tests go through', () => {
    const listed = new Set(
      [...managersOnly, ...forAnyone, 'summary', 'export', 'ask', 'handoff', 'changed'].map(
        (text) => text.split(' ')[0],
      ),
    );
    expect([...listed].sort()).toEqual(subcommands.map(({ name }) => name).sort());
  });

  test.each([
    ...managersOnly.filter((text) => text !== 'setup'),
    'status',
    'summary',
    'export',
    'privacy',
    'ask',
    'ask for a hint',
  ])('“%s” says in a channel without a team how to start one', async (text) => {
    const office = await openOffice();
    expect(await office.say(text)).toBe(
      'Many Hands is not set up in this channel. Type */hands setup* to start.',
    );
  });

  test.each(managersOnly)(
    '“%s” is refused to someone who does not manage, and nothing changes',
    async (text) => {
      const office = await openOffice();
      await office.enrolled();
      const before = await office.stored();
      expect(await office.say(text, 'UBEN')).toBe(
        'Only managers can do this here: <@UANN>. Nothing was changed.',
      );
      expect(await office.stored()).toBe(before);
      expect(office.posts()).toHaveLength(1);
    },
  );

  test.each(forAnyone)('“%s” answers anyone', async (text) => {
    const office = await openOffice();
    await office.enrolled();
    expect(await office.say(text, 'UGUEST')).not.toContain('Only managers');
  });

  test('with nonsense behind it either does its work or says what to write', async () => {
    const office = await openOffice();
    await office.enrolled();
    for (const { name } of subcommands) {
      if (['setup', 'ask', 'handoff', 'changed'].includes(name)) continue; // They open a form.
      const answer = await office.say(`${name} <!here> ${'7'.repeat(3_000)}`);
      expect(answer).not.toBe('');
      expect(answer).not.toContain('<!here>');
    }
    expect(office.receiver.lateErrors).toEqual([]);
  });
});

describe('status', () => {
  test('says what comes next in everyone’s own time, and who the managers are', async () => {
    const office = await openOffice();
    await office.enrolled();
    const answer = await office.say('status', 'UBEN');
    expect(answer).toMatch(/\*Next prompt:\* <!date\^1767605400\^[^|]*\|Mon 5 Jan, 09:30> \(Monday 9:30\)/);
    expect(answer).toContain('Wednesday 14:00, every week');
    expect(answer).toContain('*Managers:* <@UANN>');
    expect(answer).not.toContain('Open pulse');
  });

  test('says when an open pulse closes, and nothing about who or how many answered', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.until(firstOpening);
    const before = await office.say('status');
    expect(before).toContain('*Open pulse:* closes <!date');
    const messageTs = office.posts().at(-1)?.ts ?? '';
    for (const user of ['UBEN', 'UCAT']) {
      const [option] = office.options();
      await office.press({ user, channel: 'CTEAM', messageTs, actionId: '', value: '', ...option });
    }
    expect(await office.say('status')).toBe(before);
  });

  test('says that small teams have their pulse every two weeks once it is known', async () => {
    const office = await openOffice();
    for (const user of ['UBEN', 'UCAT']) {
      const channel = office.standIn.workspace.channels.get('CTEAM');
      if (channel) channel.members = channel.members.filter((id) => id !== user);
    }
    await office.enrolled();
    await office.until(firstOpening);
    expect(await office.say('status')).toContain('Wednesday 14:00, every two weeks');
  });

  test.each([
    ['not_in_channel', 'Invite me again there with */invite @Many Hands*'],
    ['is_archived', 'The channel is archived. Unarchive it'],
    [
      'restricted_action',
      'Ask a workspace admin to let me post there. Then type */hands resume* in the channel.',
    ],
    ['token_revoked', 'Ask whoever runs it to install it again.'],
    ['something_new', 'Ask whoever runs it to install it again.'],
  ])('says what is broken and how to mend it: %s', async (code, cure) => {
    const office = await openOffice();
    await office.enrolled();
    await office.app.rooms.teams.setSuspended({ workspace: 'TWORK', channel: 'CTEAM' }, code);
    const answer = await office.say('status');
    expect(answer).toContain('*Stopped:*');
    expect(answer).toContain(cure);
    expect(answer).toContain('*Next prompt:* none planned');
  });

  test('answers although Slack does not show the channel any more', async () => {
    const office = await openOffice();
    await office.enrolled();
    office.standIn.failNext('conversations.members', { kind: 'error', code: 'channel_not_found' });
    expect(await office.say('status')).toContain('*Next prompt:*');
  });
});

describe('summary', () => {
  test('is for everyone where the team shows readouts to everyone', async () => {
    const office = await openOffice();
    await office.enrolled();
    expect(await office.say('summary', 'UBEN')).toContain('No readout yet.');
  });

  test('is for managers where the team chose so, and says who they are', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.send(await office.form(), { audience: 'managers' });
    expect(await office.say('summary', 'UBEN')).toBe(
      'In this team the summary is for its managers: <@UANN>.',
    );
    expect(await office.say('summary', 'UANN')).toContain('No readout yet.');
  });
});

describe('privacy', () => {
  test('says the promise, this team’s threshold, and that nothing is stored while no pulse is open', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.send(await office.form(), { minimum: '7' });
    const answer = await office.say('privacy', 'UBEN');
    expect(answer).toContain('only if at least 7 people answered');
    expect(answer).toContain('*No pulse is open:* nothing about answers is stored.');
  });

  test('shows the same before and after a colleague’s tap', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.until(firstOpening);
    const before = await office.say('privacy', 'UCAT');
    expect(before).toContain('8 tokens');
    const messageTs = office.posts().at(-1)?.ts ?? '';
    const [option] = office.options();
    await office.press({ user: 'UBEN', channel: 'CTEAM', messageTs, actionId: '', value: '', ...option });
    expect(await office.say('privacy', 'UCAT')).toBe(before);
  });
});

describe('preview', () => {
  test('shows the next prompt and the next question privately, and posts nothing', async () => {
    const office = await openOffice();
    await office.enrolled();
    const answer = await office.say('preview');
    expect(answer).toContain('The next prompt');
    expect(answer).toContain('The next question');
    expect(office.posts()).toHaveLength(1);
    expect(await office.say('preview')).toBe(answer);
  });
});
