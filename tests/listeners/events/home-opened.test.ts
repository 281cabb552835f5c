import { describe, expect, test } from 'vitest';
import { homeOpened } from '../../support/payloads.ts';
import { openOffice } from '../office.ts';

describe('the Home tab', () => {
  test('without a team says how to start one', async () => {
    const office = await openOffice();
    expect(JSON.stringify(await office.openHome('UBEN'))).toContain(
      'None of your channels uses Many Hands yet.',
    );
  });

  test('shows the person’s teams with what comes next, and the promise', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.enrolled('CSMALL');
    const home = JSON.stringify(await office.openHome('UBEN'));
    expect(home).toContain('<#CTEAM>');
    expect(home).toContain('<#CSMALL>');
    expect(home).toContain('Next prompt: <!date');
    expect(home).toContain('Your answer is added to a locked total and forgotten.');
  });

  test('shows no team of channels that the person is not in', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.enrolled('CSMALL');
    const home = JSON.stringify(await office.openHome('UEVE'));
    expect(home).toContain('<#CTEAM>');
    expect(home).not.toContain('CSMALL');
  });

  test('shows the summary to those who may read it', async () => {
    const office = await openOffice();
    await office.enrolled();
    expect(JSON.stringify(await office.openHome('UBEN'))).toContain('No readout yet.');
    await office.send(await office.form(), { audience: 'managers' });
    expect(JSON.stringify(await office.openHome('UBEN'))).not.toContain('No readout yet.');
    expect(JSON.stringify(await office.openHome('UANN'))).toContain('No readout yet.');
  });

  test('is not published when somebody opens the messages instead', async () => {
    const office = await openOffice();
    await office.receiver.send(homeOpened({ user: 'UBEN', tab: 'messages' }));
    await office.receiver.settled();
    expect(office.standIn.calls.map(({ method }) => method)).not.toContain('views.publish');
  });
});
