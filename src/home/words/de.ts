import type { HomeWords } from './en.ts';

/** What the Home tab says in German around what other rooms say of a team. */
export const de: HomeWords = {
  noTeams:
    'Noch keiner deiner Channels nutzt Many Hands. Öffne den Channel deines Teams und gib dort */hands setup* ein.',
  about: 'Jede Woche eine Frage dazu, wie ihr Arbeit teilt, und ein anonymer Puls. Niemand muss antworten.',
  nonePlanned: 'keiner geplant',
  plan: (prompt, pulse) => `Nächster Impuls: ${prompt}\nNächster Puls: ${pulse}`,
  open: (when) => `Ein Puls ist offen und schließt: ${when}.`,

  page: (page, pages) => `Seite ${page} von ${pages} deiner Teams`,
  back: 'Zurück',
  more: 'Weitere Teams',

  buttons: {
    settings: 'Einstellungen',
    preview: 'Vorschau',
    pause: 'Anhalten',
    resume: 'Fortsetzen',
  },

  close: 'Schließen',
  cancel: 'Abbrechen',

  pause: {
    title: 'Anhalten',
    about: (channel) =>
      `Impulse und Pulse halten in ${channel} an, und der Channel erfährt davon. Ein Puls, der jetzt offen ist, läuft weiter.`,
    until: 'Bis wann',
    hint: 'An dem Tag geht es weiter. Ohne Datum bleibt es angehalten, bis jemand es fortsetzt.',
    submit: 'Anhalten',
    unreadable: 'Dieses Formular war nicht lesbar. Bitte schließ es und öffne es noch einmal.',
    notInFuture: 'Bitte wähle einen Tag nach heute.',
    notManager: 'Du gehörst nicht mehr zur Leitung dieses Teams, deshalb wurde nichts geändert.',
    notEnrolled: 'Many Hands wurde inzwischen aus diesem Channel entfernt. Es wurde nichts geändert.',
    done: (channel) => `${channel} ist angehalten.`,
    trouble: (channel, trouble) => `${channel} anhalten: ${trouble}`,
  },

  resumed: (channel) => `In ${channel} geht es weiter.`,

  aChannel: 'diesem Channel',
  gone: (channel) =>
    `In ${channel} ist Many Hands nicht mehr eingerichtet. Gib dort */hands setup* ein, um wieder anzufangen.`,
  notManager: (channel, managers) =>
    `Das kann in ${channel} nur die Leitung: ${managers}. Es wurde nichts geändert.`,
  noManagers: (channel) =>
    `In ${channel} gehört gerade niemand zur Leitung von Many Hands. Mit */hands setup* kann das dort jede Person übernehmen.`,
};
