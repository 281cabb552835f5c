import type { BaseWords } from './en.ts';

/** The promise in German, sentence by sentence as in English: it says neither more nor less. */
export const de: BaseWords = {
  promise: (people, exception) =>
    [
      'Deine Antwort wird in eine verschlossene Summe eingerechnet und vergessen. Es wird nichts gespeichert, was dich',
      `mit ihr verbindet. Ergebnisse erscheinen erst, wenn der Puls geschlossen ist, nur wenn mindestens ${people} Personen`,
      'geantwortet haben, und nur als Stufe, nie als Zahl. Solange der Puls offen ist, könnte die App manipulieren, wer',
      'sowohl den Server als auch den Schlüssel des Pulses in der Hand hat. Nachdem der Puls geschlossen ist, kann',
      `niemand herausfinden, wie du geantwortet hast, auch wir nicht${exception}. Dein Klick läuft über Slack. In einem kleinen Team stellen andere`,
      'vielleicht trotzdem Vermutungen an.',
    ].join(' '),
  thresholdFloor: 'fünf',
  exceptions: { A: '', B: ', es sei denn, eine alte Sicherungskopie kommt mit unserem Geheimnis zusammen' },
};
