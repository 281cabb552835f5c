import type { ReadoutWords } from './en.ts';

/** What the room of readouts says in German around questions and suggested steps. */
export const de: ReadoutWords = {
  levels: {
    2: ['höchstens die Hälfte', 'mehr als die Hälfte'],
    3: ['wenige', 'etwa die Hälfte', 'die meisten'],
    4: ['wenige', 'einige', 'viele', 'die meisten'],
    5: ['wenige', 'einige', 'etwa die Hälfte', 'viele', 'die meisten'],
  },

  participation: {
    'fewer than half': 'Weniger als die Hälfte der Gefragten hat geantwortet.',
    'half to three quarters': 'Die Hälfte bis drei Viertel der Gefragten haben geantwortet.',
    'more than three quarters': 'Mehr als drei Viertel der Gefragten haben geantwortet.',
  },

  readout: {
    title: 'Was der Puls sagt',
    firstTime: 'Diese Frage wurde zum ersten Mal gestellt.',
    same: 'Das ist etwa wie beim letzten Mal.',
    step: (step) => `Ein nächster Schritt: ${step}`,
    note: 'Für ein Gespräch im Team, nicht als Diagnose. Die Stufen sind mit Absicht grob: */hands privacy* sagt, warum.',
    tooFew: (threshold) =>
      `Zu wenige Antworten, um etwas zu zeigen und dabei anonym zu bleiben (${threshold} sind nötig). Sie wurden gelöscht, ohne gezählt zu werden.`,
    void: (reason) =>
      `Dieser Puls konnte nicht gezählt werden: ${reason}. Seine Antworten sind gelöscht, und es wird nichts gezeigt.`,
    voidReasons: {
      lost: 'Sein Schlüssel ist verloren',
      exposed: 'Sein Schlüssel war für andere auf dem Server lesbar',
      edited: 'Was gespeichert war, wurde von außen verändert',
    },
    closed: 'Der Puls ist geschlossen. Danke.',
  },

  receipts: {
    check: 'Meine Quittung prüfen',
    title:
      'Wenn deine Quittung in dieser Liste steht, ist deine Antwort in dem Stand angekommen, in dem du sie zuletzt gelassen hast.',
    note: 'Für jede Person, die gefragt wurde, steht hier ein Code, mit oder ohne Antwort. Deshalb zeigt die Liste weder, wer geantwortet hat, noch wie viele.',
    gone: 'Die Liste der Quittungen bleibt, bis der nächste Puls schließt. Diese hier gibt es nicht mehr, oder der Puls konnte nicht gezählt werden.',
  },

  summary: {
    title: 'Was das Team sagt',
    none: 'Noch kein Ergebnis.',
    since: (date) => `Auf dieser Stufe seit: ${date}.`,
    lastTooFew:
      'Beim letzten Puls waren es zu wenige Antworten, um etwas zu zeigen und dabei anonym zu bleiben.',
    lastVoid: 'Der letzte Puls konnte nicht gezählt werden, und seine Antworten wurden gelöscht.',
    note: 'Die Stufen sind mit Absicht grob, damit niemand erkennbar wird. Unsere Fragen sind für ein Gespräch im Team, nicht als Diagnose.',
  },

  export: {
    title: 'Was über dieses Team veröffentlicht wurde',
    columns: ['Frage', 'geschlossen am', 'Stufe', 'wie viele geantwortet haben'],
    note: 'Dieselben Stufen, die */hands summary* und der Channel gezeigt haben, und sonst nichts. Kopier sie in eine Datei, deren Name auf .csv endet.',
    cut: (readouts) => `Die ältesten fehlen (${readouts}), weil Slack nicht mehr annimmt.`,
  },
};
