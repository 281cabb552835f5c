import type { ListenersWords } from './en.ts';

/** What the doors themselves say in German. Commands are the same in every language. */
export const de: ListenersWords = {
  help: {
    about:
      'Jede Woche eine Frage dazu, wie ihr Arbeit teilt, und ein anonymer Puls. Was ein Befehl antwortet, siehst nur du.',
    unknown: (typed) => `*/hands ${typed}* gibt es nicht. Das hier gibt es:`,
    near: (typed, name) => `*/hands ${typed}* gibt es nicht. Meintest du */hands ${name}*?`,
    subcommands: {
      help: 'diese Liste',
      ask: 'das Team um Hilfe bitten: ein Tipp, ein prüfender Blick, eine halbe Stunde',
      handoff: 'etwas abgeben: Die Person wird erst gefragt und darf „gerade nicht“ sagen',
      setup:
        'hier anfangen oder die Einstellungen ändern; Tag und Uhrzeit stellen den Impuls ohne Formular ein',
      status: 'was als Nächstes kommt, wer zur Leitung gehört und was gerade nicht funktioniert',
      summary:
        'was die Pulse über das Team als Ganzes sagen (die Leitung, oder alle, wo das Team es so will)',
      export:
        'die veröffentlichten Ergebnisse als kommagetrennte Werte, für alle, die die Zusammenfassung lesen dürfen',
      changed: 'dem Channel sagen, was ihr nach einem Ergebnis geändert habt (Leitung)',
      privacy: 'das Versprechen in einfachen Worten, und was gespeichert wird',
      preview: 'den nächsten Impuls und die nächste Frage nur für dich ansehen (Leitung)',
      prompts: 'Impulse in den eigenen Worten eures Teams hinzufügen, bearbeiten, entfernen (Leitung)',
      skip: 'das nächste Mal auslassen (Leitung)',
      pause: 'Impulse und Pulse anhalten; ein offener Puls läuft weiter (Leitung)',
      resume: 'Impulse und Pulse wieder starten (Leitung)',
      remove: 'alles über dieses Team löschen, nach einer Rückfrage (Leitung)',
    },
  },

  setup: {
    done: (rhythm) => `Erledigt: Der Impuls kommt ${rhythm}. Für alles andere gib */hands setup* ein.`,
    saved: 'Gespeichert.',
    notARhythm: (typed) =>
      `„${typed}“ ist kein Tag mit Uhrzeit. Schreib einen Tag und eine Uhrzeit, zum Beispiel */hands setup mon 9:30*, oder nur */hands setup* für das Formular. Es wurde nichts geändert.`,
  },

  prompts: {
    usage:
      'Schreib */hands prompts*, um die eigenen Impulse eures Teams zu sehen, oder */hands prompts add* für einen neuen. Es wurde nichts geändert.',
  },

  pause: {
    done: 'Angehalten, bis jemand */hands resume* eingibt.',
    doneUntil: (date) => `Angehalten bis ${date}: An dem Tag geht es mit Impulsen und Pulsen weiter.`,
    refused: (problem) => `${problem} Es wurde nichts geändert.`,
    untilWhen: (usage) => `Bis wann? ${usage}`,
    oneDate: (usage) => `Ein Datum genügt: der Tag, an dem es weitergeht. ${usage}`,
    notADate: (typed, usage) => `„${typed}“ ist kein Datum. ${usage}`,
    notInFuture: (date) => `${date} liegt nicht in der Zukunft.`,
    usage: 'Schreib */hands pause until 2026-12-31* oder nur */hands pause*.',
  },

  resumed: 'Wieder gestartet. Was als Nächstes kommt, zeigt */hands status*.',

  skip: {
    usage:
      'Schreib */hands skip prompt* für den Impuls oder */hands skip pulse* für den Puls. Es wurde nichts geändert.',
    prompt: 'Der nächste Impuls fällt aus. Den danach zeigt */hands status*.',
    opening: 'Der nächste Puls fällt aus. Den danach zeigt */hands status*.',
  },

  summary: {
    managersOnly: (managers) => `In diesem Team ist die Zusammenfassung für die Leitung: ${managers}.`,
    nobody: 'zurzeit niemand',
  },

  typed: 'Das hast du geschrieben:',

  surprise: {
    storeAway:
      'Die App konnte ihren Speicher gerade nicht erreichen. Es wurde nichts geändert, bitte versuch es noch einmal.',
    answer:
      'Bei uns ist etwas schiefgegangen. Bitte tippe noch einmal: „schon geantwortet“ heißt, dass es gezählt hat.',
    other: 'Bei uns ist etwas schiefgegangen. Bitte versuch es noch einmal; */hands status* zeigt, was gilt.',
  },
};
