import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content.ts';
import { HOUR } from '../../src/duration.ts';
import { englishPieces, stringsIn } from '../support/every-words.ts';
import {
  buttonsOf,
  firstClosing,
  firstOpening,
  firstPrompt,
  type Office,
  openOffice,
  others,
} from './office.ts';

/** Everything that went out to Slack, channel, forms, Home and private lines, as one text. */
const everythingSaid = ({ standIn }: Office): string =>
  [...standIn.calls.map((call) => call.arguments), ...standIn.responses.map(({ body }) => body)]
    .flatMap(stringsIn)
    .join('\n');

/** Prompts, questions and steps in English. */
function englishContent(): readonly string[] {
  const { prompts, questions, wordingOf } = readContent().en;
  return [
    ...prompts.flatMap((prompt) => [prompt.question, prompt.try]),
    ...questions.flatMap(({ title, text }) => [title, text]),
    ...questions.flatMap(({ id }) => Object.values(wordingOf(id).actions).flat()),
  ].filter((text) => text.includes(' '));
}

const englishIn = (text: string): readonly string[] =>
  [...englishPieces().map((piece) => piece.text), ...englishContent()].filter((english) =>
    text.includes(english),
  );

/** Taps a button of the channel's last message, or of a private line; returns what the person reads. */
async function tap(office: Office, user: string, button: { actionId: string; value: string } | undefined) {
  const messageTs = office.posts().at(-1)?.ts ?? '';
  const answers = await office.press({
    ...{ user, channel: 'CTEAM', messageTs, actionId: '', value: '' },
    ...button,
  });
  return {
    text: answers.map(({ body }) => String(body.text)).join('\n'),
    blocks: answers.at(-1)?.body.blocks,
  };
}

describe('a week of a German team', () => {
  test('is German from the first word to the last, in the channel and in private', async () => {
    const office = await openOffice({ config: { locale: 'de' } });
    await office.send(await office.form());
    expect(office.last()).toContain(
      'Deine Antwort wird in eine verschlossene Summe eingerechnet und vergessen.',
    );
    expect(await office.say('status')).toContain('*Nächster Impuls:*');
    expect(await office.say('preview')).toContain('Der nächste Impuls');
    await office.until(firstPrompt);
    expect(office.last()).toMatch(
      /^(Aufgaben abgeben|Um Hilfe bitten): .+\nFür diese Woche: .+\nAntworte gern im Thread/s,
    );

    await office.until(firstOpening);
    expect(office.last()).toMatch(/^Anonymer Puls: .+mindestens 5 Personen/s);
    expect(await office.say('privacy', 'UBEN')).toContain('die verschlossene Summe, ');
    const options = office.options();
    expect((await tap(office, 'UANN', options[0])).text).toContain('Dieser Puls fragt alle');
    const lines = [];
    for (const user of others) lines.push(await tap(office, user, options[4]));
    expect(lines[0]?.text).toContain('In die verschlossene Summe eingerechnet.');
    expect((await tap(office, 'UBEN', options[1])).text).toContain('schon geantwortet');
    const change = buttonsOf(Array.isArray(lines[0]?.blocks) ? lines[0].blocks : [])[0];
    const again = await tap(office, 'UBEN', change);
    expect(again.text).toContain('zieh deine Antwort zurück');
    const changed = await tap(office, 'UBEN', buttonsOf(Array.isArray(again.blocks) ? again.blocks : [])[3]);
    expect(changed.text).toContain('In der verschlossenen Summe geändert.');

    await office.until(firstClosing);
    expect(office.last()).toMatch(
      /^Was der Puls sagt: .+ von denen, die geantwortet haben, .+Ein nächster Schritt: /s,
    );
    const receipts = await tap(office, 'UBEN', office.options().at(-1));
    expect(receipts.text).toContain('Wenn deine Quittung in dieser Liste steht');
    expect(await office.say('summary')).toContain('Was das Team sagt');
    expect(JSON.stringify(await office.openHome('UBEN'))).toContain('Nächster Impuls: ');
    expect(englishIn(everythingSaid(office))).toEqual([]);
  });

  test('is German in everything a command can say, and in what the channel hears of it', async () => {
    const office = await openOffice({ config: { locale: 'de' } });
    for (const text of ['status', 'setup', 'summary']) await office.say(text, 'UANN', 'CNOBOT');
    expect(await office.say('setup', 'UANN', 'CSHARED')).toContain('keine Leute anderer Firmen');
    await office.enrolled();
    for (const text of [
      ...[
        'help',
        'stats',
        'quatsch',
        'setup übermorgen',
        'setup Dienstag 10:00',
        'status',
        'privacy',
        'preview',
      ],
      ...['skip', 'skip prompt', 'skip pulse', 'pause until', 'pause until 2025-01-01', 'pause until bald'],
      ...['pause until 2026-02-01', 'status', 'resume', 'resume', 'pause', 'resume', 'summary', 'prompts'],
      ...['prompts add', 'prompts x', 'remove'],
    ])
      await office.say(text);
    expect(await office.say('skip prompt', 'UBEN')).toContain('Das kann hier nur die Leitung: <@UANN>.');
    const form = await office.form();
    const refused = await office.send(form, { timezone: 'Atlantis', 'skip-dates': 'Weihnachten' });
    expect(stringsIn(refused.response).join('\n')).toContain('„Weihnachten“ ist kein Datum.');
    await office.send(form, { audience: 'managers', cadence: 'two-weekly', 'skip-dates': '2026-12-25' });
    expect(office.last()).toContain('Ergebnisse sehen: alle im Channel → nur die Leitung');
    expect(await office.say('summary', 'UBEN')).toContain('ist die Zusammenfassung für die Leitung');
    await office.until(firstOpening + 3 * 24 * HOUR);
    expect(englishIn(everythingSaid(office) + stringsIn(refused.response).join('\n'))).toEqual([]);
  });

  test('would be found out if it were English', async () => {
    const office = await openOffice();
    await office.enrolled();
    await office.until(firstOpening);
    expect(englishIn(everythingSaid(office)).length).toBeGreaterThan(10);
  });
});
