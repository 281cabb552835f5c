import type { TeamWords } from './en.ts';

/** What the room of teams says in German. */
export const de: TeamWords = {
  names: {
    days: {
      mon: 'Montag',
      tue: 'Dienstag',
      wed: 'Mittwoch',
      thu: 'Donnerstag',
      fri: 'Freitag',
      sat: 'Samstag',
      sun: 'Sonntag',
    },
    tracks: { delegation: 'Aufgaben abgeben', 'asking-for-help': 'Um Hilfe bitten' },
    subjects: { workload: 'Arbeitsmenge', asking: 'Um Hilfe bitten', delegation: 'Aufgaben abgeben' },
    cadences: { weekly: 'jede Woche', 'two-weekly': 'alle zwei Wochen' },
    audiences: { everyone: 'alle im Channel', managers: 'nur die Leitung' },
    notices: { on: 'ja', off: 'nein' },
    /** `montags um 9:30 Uhr`: in the middle of a sentence, and in brackets. */
    rhythm: (day, time) => `${day.toLowerCase()}s um ${time} Uhr`,
  },

  form: {
    start: 'Starten',
    save: 'Speichern',
    cancel: 'Abbrechen',
    introduction:
      'Ein Impuls und ein anonymer Puls in der Woche für diesen Channel. Alles lässt sich später ändern, und jede Änderung wird im Channel gemeldet.',
    introductionToChanges:
      'Änderungen werden im Channel gemeldet. Sie gelten ab dem nächsten Mal, nie für einen offenen Puls.',
    language: 'Sprache',
    promptDay: 'Tag des Impulses',
    promptTime: 'Uhrzeit des Impulses',
    pulseDay: 'Tag des Pulses',
    pulseTime: 'Uhrzeit des Pulses',
    timezone: 'Zeitzone',
    timezoneHint: 'Eine Stadt, zum Beispiel Europe/Berlin oder America/Chicago.',
    skipDates: 'Tage, an denen nichts kommt',
    skipDatesHint: 'Zum Beispiel 2026-12-25, 2027-01-01.',
    managers: 'Leitung',
    managersHint: 'Wer hier steht, darf das alles ändern und wird in diesem Team nie befragt.',
    managersPlaceholder: 'Personen auswählen',
    audience: 'Wer die Ergebnisse sieht',
    notice: 'Nachricht an die Leitung, wenn ein Ergebnis da ist',
    noticeHint: 'Als Direktnachricht der App: was im Channel steht, und nicht mehr.',
    window: 'Wie lange ein Puls offen bleibt',
    hours: (hours) => `${hours} Stunden`,
    cadence: 'Wie oft ein Puls kommt',
    cadenceHint: 'In Teams mit weniger als 8 Gefragten: alle zwei Wochen.',
    question: (subject) => `Frage zum Thema „${subject}“`,
    tracks: 'Themen der Impulse',
    minimum: 'Mindestzahl an Antworten',
    minimumHint: 'Kann später erhöht werden, aber nie gesenkt.',
    answers: (answers) => `${answers} Antworten`,
  },

  formErrors: {
    nothingCameBack:
      'Von diesem Formular ist über Slack nichts zurückgekommen. Bitte schließ es und öffne es noch einmal.',
    unreadable: 'Etwas in diesem Formular war nicht lesbar. Bitte schließ es und versuch es noch einmal.',
    unreadableForm: 'Dieses Formular war nicht lesbar. Bitte schließ es und öffne es noch einmal.',
    timezone: 'Diese Zeitzone ist nicht bekannt. Nimm einen Namen wie Europe/Berlin.',
    notADate: (text) => `„${text}“ ist kein Datum. Schreib jedes Datum wie 2026-12-25 und Kommas dazwischen.`,
    tooManyDates: (dates, most) => `Das sind ${dates} Tage. Höchstens ${most} passen hier hinein.`,
    noManager: 'Wähle mindestens eine Person für die Leitung.',
    tooManyManagers: (most) => `Wähle höchstens ${most} Personen für die Leitung.`,
  },

  managerProblems: {
    bot: 'Eine App kann kein Team leiten. Bitte wähle nur Menschen.',
    deactivated: 'Eins dieser Konten ist deaktiviert. Bitte wähle jemanden mit einem aktiven Konto.',
    guest: 'Gäste können kein Team leiten. Bitte wähle Mitglieder dieses Workspace.',
    'not-known': 'Slack kennt eins der gewählten Konten nicht. Bitte wähle Mitglieder dieses Workspace.',
    'not-told':
      'Slack hat nicht rechtzeitig gesagt, ob alle Neuen ein Team leiten können. Versuch es noch einmal oder bleib selbst in der Leitung.',
  },

  size: {
    tooFew: (electorate, threshold) =>
      `Hier ${electorate === 1 ? 'ist 1 Person' : `sind ${electorate} Personen`} zu fragen. Damit gibt es Impulse, aber keinen Puls: Weniger als ${threshold} Antworten können nicht anonym sein.`,
    small: (electorate, odds) =>
      `Hier sind ${electorate} Personen zu fragen. Bei ${odds} kommt damit eine Stufe heraus, bei den anderen reichen die Antworten nicht.`,
    odds: {
      5: 'etwa einem Drittel der Pulse',
      6: 'etwa zwei Dritteln der Pulse',
      7: 'etwa sechs von sieben Pulsen',
    },
  },

  welcome: {
    does: (said) =>
      [
        `${said.by} hat Many Hands in diesen Channel geholt. Einmal in der Woche kommt eine Frage dazu, wie ihr Arbeit`,
        `abgebt oder um Hilfe bittet (${said.prompt}), und ${said.cadence} ein anonymer Puls zur Arbeit der letzten`,
        `sieben Tage (${said.pulse}, ${said.timezone}). Beides ist freiwillig.`,
      ].join(' '),
    managers: (managers, audience) =>
      `Leitung hier: ${managers}. Wer leitet, wird nie befragt und liest, ${
        audience === 'everyone' ? 'was alle hier lesen' : 'was der Puls über das Team als Ganzes sagt'
      }.`,
    promise: (promise) => `*Das Versprechen.* ${promise}`,
    more: 'Mit */hands privacy* seht ihr, was gespeichert wird, und mit */hands help*, was es sonst noch gibt.',
  },

  changes: {
    said: (by, changes) => `${by} hat Many Hands hier umgestellt (gilt ab dem nächsten Mal): ${changes}.`,
    change: (name, from, to) => `${name}: ${from} → ${to}`,
    language: 'Sprache',
    prompt: 'Impuls',
    pulse: 'Puls',
    window: 'Puls bleibt offen',
    hours: (hours) => `${hours} Stunden`,
    timezone: 'Zeitzone',
    managers: 'Leitung',
    noManagers: 'niemand',
    cadence: 'Puls kommt',
    question: (subject) => `Frage zum Thema „${subject}“`,
    questionTitle: (title) => `„${title}“`,
    tracks: 'Themen der Impulse',
    skipDates: 'Tage, an denen nichts kommt',
    noDates: 'keine',
    audience: 'Ergebnisse sehen',
    notice: 'Nachricht an die Leitung bei einem Ergebnis',
    minimum: 'Mindestzahl an Antworten',
  },

  announcements: {
    paused: (by) =>
      `${by} hat Impulse und Pulse angehalten, bis jemand sie wieder startet. Ein Puls, der jetzt offen ist, läuft weiter.`,
    pausedUntil: (by, date) =>
      `${by} hat Impulse und Pulse bis ${date} angehalten: An dem Tag geht es weiter. Ein Puls, der jetzt offen ist, läuft weiter.`,
    resumed: (by) => `${by} hat Impulse und Pulse wieder gestartet.`,
    skippedPrompt: (by, when) => `${by} lässt den nächsten Impuls aus (${when}).`,
    skippedPulse: (by, when) => `${by} lässt den nächsten Puls aus (${when}).`,
    removed: (by, stays) =>
      `${by} hat Many Hands aus diesem Channel entfernt. Alles andere, was über das Team gespeichert war, ist gelöscht. ${stays} Mit */hands setup* könnt ihr neu anfangen.`,
    managerLeft: (user, managers) =>
      `${user} hat den Channel verlassen und leitet Many Hands hier nicht mehr. Leitung jetzt: ${managers}.`,
    lastManagerLeft: (user) =>
      `${user} hat den Channel verlassen und leitet Many Hands hier nicht mehr. Jetzt leitet es hier niemand: Mit */hands setup* können alle im Channel das übernehmen.`,
    hello:
      'Hallo. Von mir kommen jede Woche eine Frage dazu, wie ihr Arbeit teilt, und ein anonymer Puls. Mit */hands setup* geht es los.',
  },

  removal: {
    question: (stays) =>
      `Das löscht alles über dieses Team: Einstellungen, Ergebnisse, eigene Impulse und die Reihenfolge der Impulse. Ein offener Puls wird ungelesen gelöscht. Das lässt sich nicht rückgängig machen. ${stays}`,
    stays:
      'Nur die Mindestzahl an Antworten, der Beginn des letzten Pulses und die Zahl der Gefragten bleiben noch 35 Tage: Wer neu anfängt, kommt nicht darum herum.',
    confirm: 'Alles löschen',
    keep: 'Behalten',
    done: (stays) => `Entfernt. Alles andere, was über dieses Team gespeichert war, ist gelöscht. ${stays}`,
    kept: 'Es wurde nichts gelöscht.',
  },

  replies: {
    channelProblems: {
      'direct-message':
        'Many Hands arbeitet in Channels. Öffne den Channel deines Teams und gib dort */hands setup* ein.',
      'not-visible':
        'Ich kann diesen Channel nicht sehen. Wenn er privat ist, lade mich zuerst mit */invite @Many Hands* ein und gib dann noch einmal */hands setup* ein. In Direktnachrichten arbeite ich nicht.',
      archived:
        'Dieser Channel ist archiviert, hier kann nichts gepostet werden. Hol ihn aus dem Archiv zurück oder nimm einen anderen Channel.',
      shared:
        'Dieser Channel wird mit einem anderen Workspace geteilt. Many Hands befragt keine Leute anderer Firmen: Nimm einen eigenen Channel.',
      'bot-missing':
        'Ich bin noch nicht in diesem Channel. Gib hier */invite @Many Hands* ein und dann noch einmal */hands setup*.',
    },
    notEnrolled: 'Many Hands ist in diesem Channel nicht eingerichtet. Mit */hands setup* geht es los.',
    notManager: (managers) => `Das kann hier nur die Leitung: ${managers}. Es wurde nichts geändert.`,
    goneMeanwhile: (channel) =>
      `Many Hands wurde aus ${channel} entfernt, während dieses Formular offen war. Es wurde nichts geändert. Mit */hands setup* könnt ihr dort neu anfangen.`,
    notHeard: (done) => `${done} Slack hat nicht gesagt, ob der Channel davon erfahren hat.`,
    unchanged: 'Es gibt nichts zu ändern: Es ist schon so.',
    alreadyEnrolled:
      'Gerade hat jemand Many Hands in diesem Channel eingerichtet. Wie, zeigt */hands status*.',
    changedMeanwhile:
      'Im selben Moment hat jemand anderes die Einstellungen geändert. Es wurde nichts geändert, bitte versuch es noch einmal.',
    thresholdLowered: (threshold) =>
      `Die Mindestzahl von ${threshold} Antworten kann erhöht werden, aber nie gesenkt. Es wurde nichts geändert.`,
    nothingToSkip: 'Es gibt nichts auszulassen: Es ist nichts geplant.',
    slackIsBusy:
      'Slack hat gerade viel zu tun, deshalb konnte ich dem Channel nicht Bescheid sagen, und es wurde nichts geändert. Bitte versuch es in einer Minute noch einmal.',
    notAnnounced: (code) =>
      `Ich konnte dem Channel nicht Bescheid sagen (Slack meldet „${code}“), deshalb wurde nichts geändert. Sieh nach, ob ich im Channel bin und ob er archiviert ist.`,
  },

  status: {
    title: 'Many Hands hier',
    nonePlanned: 'keiner geplant',
    prompt: (when, rhythm) => `*Nächster Impuls:* ${when} (${rhythm})`,
    pulse: (when, rhythm, cadence) => `*Nächster Puls:* ${when} (${rhythm}, ${cadence})`,
    open: (when) => `*Offener Puls:* offen bis ${when}`,
    timezone: (timezone) => `*Zeitzone:* ${timezone}`,
    managers: (managers) => `*Leitung:* ${managers}`,
    noManagers: 'niemand; mit /hands setup können alle im Channel das übernehmen',
    paused: '*Angehalten*, bis jemand */hands resume* eingibt.',
    pausedUntil: (date) => `*Angehalten* bis ${date}: An dem Tag geht es mit Impulsen und Pulsen weiter.`,
    suspended: (trouble) => `*Unterbrochen:* ${trouble}`,
    probablyPosted: (when) =>
      `*Letzter Impuls:* ${when}, wahrscheinlich gepostet. Slack hat es nicht gesagt, deshalb kommt er nicht noch einmal.`,
  },

  trouble: {
    notInChannel: 'Ich bin nicht mehr im Channel. Lade mich dort mit */invite @Many Hands* noch einmal ein.',
    notSeen:
      'Ich kann den Channel nicht mehr sehen. Wenn es ihn noch gibt, lade mich mit */invite @Many Hands* noch einmal ein.',
    archived:
      'Der Channel ist archiviert. Hol ihn aus dem Archiv zurück und lade mich dann dort mit */invite @Many Hands* noch einmal ein.',
    restricted:
      'In dem Channel dürfen nur manche posten. Bitte die Administration des Workspace, mich dort posten zu lassen.',
    app: 'Slack lässt die App in diesem Workspace nicht mehr arbeiten. Bitte die Leute, die sie betreiben, sie neu zu installieren.',
    goesOn: 'Dann geht es innerhalb einer Stunde von selbst mit Impulsen und Pulsen weiter.',
    resume: 'Gib dann im Channel */hands resume* ein.',
    notice: (channel, trouble) => `Many Hands ist in ${channel} unterbrochen. ${trouble}`,
  },
};
