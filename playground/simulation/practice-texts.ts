import type { Locale } from '../../src/locale.ts';
import type { Help } from '../../src/practice/ask.ts';

/** What the made-up people write, by language. */
export type PracticeTexts = {
  readonly asks: readonly (readonly [what: string, help: Help])[];
  readonly outcomes: readonly string[];
  readonly contexts: readonly string[];
  /** The manager's: what was changed after a readout. */
  readonly changed: string;
};

const en: PracticeTexts = {
  asks: [
    ['The nightly export stops half way. Where would you look first?', 'hint'],
    ['Could somebody read my two pages about the move before I send them?', 'review'],
    ['I am stuck in the new contract: half an hour with somebody who knows it?', 'pairing'],
    ['Three customers wait for an answer, and I have to leave at two today.', 'take-over'],
    ['Is there a simpler way to count the open bookings than I found?', 'hint'],
    ['I have been at the same test since yesterday. A second pair of eyes?', 'pairing'],
  ],
  outcomes: [
    'The customer list is one that everybody trusts',
    'We know which of the two plans costs less',
    'New people find their way in on the first day',
    'The monthly report goes out without me',
  ],
  contexts: [
    'Half of it is in the old sheet. The people in accounts know which half.',
    'I have tried it once, and the notes are in the folder of the team.',
    '',
  ],
  changed: 'On Fridays nobody is on call alone any more: two share it.',
};

const de: PracticeTexts = {
  asks: [
    ['Der nächtliche Export bricht in der Mitte ab. Wo würdest du zuerst nachsehen?', 'hint'],
    ['Mag jemand meine zwei Seiten zum Umzug lesen, bevor ich sie verschicke?', 'review'],
    ['Ich hänge im neuen Vertrag fest: eine halbe Stunde mit jemandem, der ihn kennt?', 'pairing'],
    ['Drei Kunden warten auf Antwort, und ich muss heute um zwei weg.', 'take-over'],
    ['Lassen sich die offenen Buchungen einfacher zählen, als ich es tue?', 'hint'],
    ['Ich sitze seit gestern am selben Test. Ein zweites Paar Augen?', 'pairing'],
  ],
  outcomes: [
    'Eine Kundenliste, der alle trauen',
    'Wir wissen, welcher der beiden Pläne weniger kostet',
    'Neue finden sich am ersten Tag zurecht',
    'Der Monatsbericht geht ohne mich hinaus',
  ],
  contexts: [
    'Die Hälfte steht in der alten Tabelle. Die Buchhaltung weiß, welche.',
    'Ich habe es einmal versucht, die Notizen liegen im Ordner des Teams.',
    '',
  ],
  changed: 'Freitags hat niemand mehr allein Bereitschaft: zwei teilen sie sich.',
};

export const practiceTexts: { readonly [locale in Locale]: PracticeTexts } = { en, de };
