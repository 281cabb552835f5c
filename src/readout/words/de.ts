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
    changed: (date) => `${date} ◆ wir haben etwas geändert`,
    line: 'Stufe',
    steps: (names) => `Die Stufen im Bild: ${names}.`,
    mixedSteps: (names) =>
      `Die Stufen im Bild: ${names}. Ergebnisse aus der Zeit mit mehr oder weniger Stufen stehen an ihrem Platz dazwischen.`,
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

  notice: {
    inChannel: (channel) => `In ${channel} ist ein Ergebnis da:`,
    elsewhere: (channel) =>
      `Ein Ergebnis ist da. Gib in ${channel} */hands summary* ein, um es zu lesen, oder öffne hier den Home-Tab.`,
  },

  changed: {
    open: 'Posten, was wir geändert haben',
    form: {
      title: 'Was wir geändert haben',
      submit: 'Posten',
      cancel: 'Abbrechen',
      close: 'Schließen',
      about: (channel) =>
        `Das wird in deinem Namen in ${channel} gepostet, als einfacher Text: Erwähnungen und Links haben keine Wirkung. Die App behält nur das Datum und die Frage.`,
      question: 'Worum es geht',
      questionHint: 'In der Zusammenfassung steht das Datum der Änderung bei den Stufen dieser Frage.',
      text: 'Was jetzt anders ist',
      textHint: (most) => `Ein oder zwei Sätze, höchstens ${most} Zeichen.`,
    },
    problems: {
      'not-chosen': 'Wähle die Frage, um die es geht.',
      'not-tracked':
        'Diese Frage verfolgt euer Team nicht mehr. Kopiere deinen Text, schließ dieses Formular und öffne es noch einmal.',
      empty: 'Schreib hier etwas, das andere lesen können.',
      tooLong: (length, most) => `Das sind ${length} Zeichen, und höchstens ${most} passen hinein.`,
    },
    message: {
      title: 'Was wir geändert haben',
      by: (manager, title) => `${manager} zu „${title}“:`,
    },
    refused: {
      'not-enrolled': 'Many Hands ist in diesem Channel nicht (mehr) eingerichtet. Es wurde nichts gepostet.',
      'not-manager': (managers) => `Das kann nur die Leitung: ${managers}. Es wurde nichts gepostet.`,
      nobody: 'zurzeit niemand',
      'not-any-more': 'Das kann nur die Leitung, und du gehörst nicht mehr dazu. Es wurde nichts gepostet.',
      'store-away':
        'Die App konnte ihren Speicher gerade nicht erreichen. Es wurde nichts gepostet, bitte versuch es in einer Minute noch einmal.',
      busy: 'Slack hat gerade viel zu tun. Es wurde nichts gepostet, bitte versuch es in einer Minute noch einmal.',
      'not-posted': (code) =>
        `Slack hat es nicht angenommen (es meldet „${code}“). Es wurde nichts gepostet. Sieh nach, ob ich im Channel bin und ob er archiviert ist.`,
      unreadable: 'Dieses Formular war nicht lesbar. Bitte schließ es und öffne es noch einmal.',
      button: 'Dieser Knopf war nicht lesbar. Gib im Channel eures Teams */hands changed* ein.',
    },
    unknown: (channel) =>
      `Slack hat nicht gesagt, ob das hier in ${channel} gepostet wurde. Sieh dort nach, bevor du es noch einmal postest:`,
    notKept: (channel) =>
      `Das hier ist in ${channel} gepostet, konnte aber nicht für die Zusammenfassung vermerkt werden. Es ist nichts weiter zu tun.`,
    yourText: (refusal) => `${refusal} Das hast du geschrieben:`,
  },
};
