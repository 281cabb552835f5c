import { describe, expect, test } from 'vitest';
import { parseFormMetadata } from '../../src/team/settings-metadata.ts';
import { withMarkedGerman } from '../support/marked-german.ts';
import { firstPrompt, openOffice, team } from './office.ts';

/** An office where German is spoken unless a team says otherwise. */
const german = () => openOffice({ config: { locale: 'de' }, ports: { content: withMarkedGerman() } });

describe('the language of the installation', () => {
  test('is that of a new team, by the form and in short', async () => {
    const office = await german();
    const form = await office.form();
    expect(parseFormMetadata(String(form.private_metadata))?.offered.locale).toBe('de');
    expect(JSON.stringify(form)).toContain('DE workload');
    await office.send(form);
    expect((await office.app.rooms.teams.find(team))?.settings.locale).toBe('de');
    await office.enrolled('CSMALL');
    const small = await office.app.rooms.teams.find({ ...team, channel: 'CSMALL' });
    expect(small?.settings.locale).toBe('de');
  });

  test('is English where nobody says anything', async () => {
    const office = await openOffice({ ports: { content: withMarkedGerman() } });
    await office.enrolled();
    expect((await office.app.rooms.teams.find(team))?.settings.locale).toBe('en');
    await office.until(firstPrompt);
    expect(office.last()).not.toContain('DE ');
  });
});

describe('the language of a team', () => {
  test('is chosen in the form, announced, and the one of everything from then on', async () => {
    const office = await openOffice({ ports: { content: withMarkedGerman() } });
    await office.enrolled();
    await office.send(await office.form(), { language: 'de' });
    expect(office.last()).toContain('English → Deutsch');
    expect(JSON.stringify(await office.form())).toContain('DE workload');
    await office.until(firstPrompt);
    expect(office.last()).toMatch(/: DE [a-z0-9-]+\n/);
    expect(await office.say('preview')).toMatch(/DE [a-z0-9-]+/);
  });

  test('is its own: another team of the workspace keeps its own', async () => {
    const office = await german();
    await office.enrolled();
    await office.enrolled('CSMALL');
    const form = await office.form('UANN', 'CSMALL');
    await office.send(form, { language: 'en' });
    expect(await office.say('preview', 'UANN', 'CSMALL')).not.toContain('DE ');
    expect(await office.say('preview')).toContain('DE ');
  });

  test('is the one in which its own prompts must not repeat the library', async () => {
    const office = await german();
    await office.enrolled();
    const { ownPrompts } = office.app.rooms;
    const [known] = withMarkedGerman().de.prompts;
    const entered = { track: 'delegation', question: known?.question ?? '', try: 'Frag.' };
    const who = { id: team, by: 'UANN' };
    expect(await ownPrompts.add(who, entered)).toEqual({ kind: 'known', to: 'library' });
    const form = await office.form();
    await office.send(form, { language: 'en' });
    expect(await ownPrompts.add(who, entered)).toMatchObject({ kind: 'done' });
  });
});
