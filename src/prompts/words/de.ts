import type { PromptsWords } from './en.ts';

/** What the room of prompts says in German around the prompts themselves. */
export const de: PromptsWords = {
  message: {
    try: 'Für diese Woche:',
    invitation: 'Antworte gern im Thread. Niemand muss.',
  },

  preview: {
    title: 'Der nächste Impuls',
    why: (reason) => `Warum gerade dieser: ${reason}.`,
    turn: 'Er ist in der gemischten Reihenfolge dieses Teams dran, in der leichtere Fragen zuerst kommen',
    answers: {
      workload:
        'Laut dem letzten Ergebnis war es viel Arbeit, deshalb kommen Impulse zum Abgeben, zu Grenzen und zum Erholen früher',
      asking:
        'Laut dem letzten Ergebnis fällt das Fragen schwer, deshalb kommen Impulse zum frühen Fragen und zum guten Umgang mit Fragen früher',
      delegation:
        'Laut dem letzten Ergebnis wird wenig geteilt, deshalb kommen Impulse zum Vertrauen und zum Teilen der Arbeit früher',
    },
  },

  own: {
    mark: 'In den eigenen Worten dieses Teams.',
    previewed: 'Das ist einer der eigenen Impulse dieses Teams.',

    list: {
      title: 'Unsere eigenen Impulse',
      close: 'Schließen',
      add: 'Impuls hinzufügen',
      edit: 'Bearbeiten',
      remove: 'Entfernen',
      editNumber: (number) => `Impuls ${number} bearbeiten`,
      removeNumber: (number) => `Impuls ${number} entfernen`,
      more: 'Weiter',
      back: 'Zurück',
      about:
        'Impulse in euren eigenen Worten werden unter die anderen gemischt, und keiner kommt zweimal, bevor alle dran waren. Jede Änderung wird im Channel gemeldet, aber ohne den Wortlaut.',
      none: 'Es gibt noch keine.',
      count: (count, most) => `${count} von höchstens ${most}, die neuesten zuerst.`,
      full: (count) =>
        `${count}, mehr passen nicht: Entferne einen, um einen anderen hinzuzufügen. Die neuesten zuerst.`,
      page: (page, pages) => `Seite ${page} von ${pages}.`,
      notInUse: 'kommt nicht, solange das Team nur Impulse zum anderen Thema hat',
    },

    removal: {
      title: 'Diesen Impuls entfernen?',
      text: (question) => `„${question}“ Er kommt dann nicht mehr. Das lässt sich nicht rückgängig machen.`,
      yes: 'Entfernen',
      no: 'Behalten',
    },

    form: {
      titleOfNew: 'Impuls hinzufügen',
      title: 'Impuls bearbeiten',
      submitNew: 'Hinzufügen',
      submit: 'Speichern',
      cancel: 'Abbrechen',
      about:
        'Alle im Channel lesen den Impuls, wenn er dran ist. Er wird als einfacher Text gezeigt: Erwähnungen und Links haben keine Wirkung.',
      track: 'Thema',
      question: 'Frage',
      questionHint: (most) => `Am besten eignet sich eine offene Frage. Höchstens ${most} Zeichen.`,
      try: 'Für diese Woche',
      tryHint: (most) => `Eine Kleinigkeit, die man tun kann. Höchstens ${most} Zeichen.`,
    },

    problems: {
      tooLong: (length, most) => `Das sind ${length} Zeichen, und höchstens ${most} passen hinein.`,
      unknownTrack: 'Wähle, worum es in diesem Impuls geht.',
      empty: 'Schreib hier etwas, das andere lesen können.',
    },

    refused: {
      full: (most) => `Euer Team hat ${most} eigene Impulse, mehr passen nicht. Entferne zuerst einen.`,
      gone: 'Dieser Impuls wurde inzwischen entfernt. Es wurde nichts geändert.',
      'changed-meanwhile':
        'Inzwischen hat jemand anderes diesen Impuls geändert, und es wurde nichts gespeichert. Kopiere deinen Text, schließ dieses Formular und öffne es noch einmal, um den anderen zu sehen.',
      team: 'Diese Frage hat euer Team schon unter den eigenen Impulsen.',
      library: 'Diese Frage bringt Many Hands schon mit, euer Team bekommt sie also ohnehin.',
      'not-enrolled': 'Many Hands wurde inzwischen aus diesem Channel entfernt. Es wurde nichts geändert.',
      'not-manager': 'Das kann nur die Leitung, und du gehörst nicht mehr dazu. Es wurde nichts geändert.',
      busy: 'Slack hat gerade viel zu tun, deshalb konnte ich dem Channel nicht Bescheid sagen. Es wurde nichts geändert, bitte versuch es in einer Minute noch einmal.',
      'not-announced': (code) =>
        `Ich konnte dem Channel nicht Bescheid sagen (Slack meldet „${code}“), deshalb wurde nichts geändert. Sieh nach, ob ich im Channel bin und ob er archiviert ist.`,
      unreadable: 'Dieses Formular war nicht lesbar. Bitte schließ es und öffne es noch einmal.',
    },

    done: {
      added: 'Hinzugefügt: Der Impuls ist unter die gemischt, die noch kommen.',
      edited: 'Gespeichert: Der Impuls kommt mit dem neuen Wortlaut.',
      removed: 'Entfernt: Der Impuls kommt nicht mehr.',
    },
    notHeard: 'Slack hat nicht gesagt, ob der Channel davon erfahren hat.',

    elsewhere: (channel, trouble) => `Zu den eigenen Impulsen eures Teams in ${channel}: ${trouble}`,

    announced: {
      added: (by) =>
        `${by} hat einen Impuls in den eigenen Worten dieses Teams hinzugefügt. Er wartet unter den anderen, bis er dran ist.`,
      edited: (by) => `${by} hat einen der eigenen Impulse dieses Teams geändert.`,
      removed: (by) => `${by} hat einen der eigenen Impulse dieses Teams entfernt.`,
    },
  },
};
