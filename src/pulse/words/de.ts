import type { PulseWords } from './en.ts';

/** What the room of pulses says in German around the questions themselves. */
export const de: PulseWords = {
  message: {
    title: (question) => `Anonymer Puls: ${question}`,
    promise: (threshold, closesAt) =>
      `Anonym: in eine verschlossene Summe eingerechnet, gezeigt nur, wenn mindestens ${threshold} Personen antworten, nur als Stufe und erst, wenn der Puls geschlossen ist (Ende: ${closesAt}).`,
    closed: 'Dieser Puls ist geschlossen.',
    nextQuestion: 'Die nächste Frage',
  },

  acknowledgement: {
    added: 'In die verschlossene Summe eingerechnet.',
    changed: 'In der verschlossenen Summe geändert.',
    promise: (exception) =>
      `Sobald der Puls geschlossen ist, kann niemand herausfinden, wie du geantwortet hast, auch wir nicht${exception}.`,
    receipt: (code) =>
      `Deine Quittung: ${code}. Wenn der Puls gezählt werden kann, steht sie in der Liste unter seinem Ergebnis.`,
    standing:
      'Solange der Puls offen ist, kannst du deine Antwort von hier aus ändern. Wenn diese Nachricht weg ist, gilt, was du zuletzt gewählt hast.',
    change: 'Meine Antwort ändern',
  },

  change: {
    withdraw: 'Meine Antwort zurückziehen',
    note: 'Wähle neu oder zieh deine Antwort zurück. Bis dahin bleibt sie, wie sie ist.',
  },

  refusals: {
    'already-answered':
      'Du hast auf diesen Puls schon geantwortet, und diesmal hat sich nichts geändert. Um eine Antwort zu ändern, nimm den Knopf in der privaten Nachricht, die danach kam. Wenn sie weg ist, bleibt deine Antwort, wie sie ist.',
    'not-on-pulse':
      'Dieser Puls fragt alle, die bei seinem Beginn im Channel waren, außer der Leitung und Gästen. Du gehörst nicht dazu, deshalb wurde nichts gezählt.',
    closed: 'Dieser Puls ist geschlossen. Es wurde nichts gezählt.',
    void: 'Dieser Puls kann keine Antworten mehr annehmen: Sein Schlüssel ist verloren oder war für andere lesbar. Es wurde nichts gezählt.',
    malformed: 'Dieser Knopf passt nicht zu diesem Puls. Es wurde nichts gezählt.',
    'not-counted':
      'Die App konnte ihren Speicher gerade nicht erreichen. Deine Antwort wurde nicht gezählt, bitte versuch es noch einmal.',
    uncertain:
      'Wir konnten nicht feststellen, ob es gezählt hat. Tippe noch einmal: „schon geantwortet“ oder „seitdem geändert“ heißt, dass es gezählt hat.',
    'not-yours': 'Dieser Knopf gehört zu einer anderen Antwort. Es wurde nichts geändert.',
    'set-back':
      'Der Speicher der App wurde auf einen früheren Stand zurückgesetzt, und diese Antwort ist nicht mehr darin. Tippe noch einmal auf eine Antwort unter dem Puls: „schon geantwortet“ heißt, dass eine frühere Antwort von dir da ist und gilt.',
    outdated:
      'Dieser Knopf ist älter als deine letzte Änderung: Deine Antwort wurde seitdem geändert. Die letzte Änderung gilt.',
  },

  privacy: {
    title: 'Was gespeichert wird und was nicht',
    here: ({ threshold, cadence, hours }) =>
      `*Hier:* mindestens ${threshold} Antworten, bevor etwas gezeigt wird; ${cadence} ein Puls, ${hours} Stunden offen, nie zwei innerhalb von 5 Tagen. Die Leitung wird nicht befragt.`,
    coarse:
      '*Warum die Stufen grob sind:* damit niemand die Antwort einer Person ausrechnen kann. Aus demselben Grund kann eine Stufe um eins danebenliegen oder einen Puls zu spät kommen.',
    custody: {
      A: 'Schlüsselverwahrung A: Der Schlüssel eines Pulses ist eine Datei außerhalb der Datenbank und wird zerstört, wenn der Puls schließt. Ohne ihn sind die verschlossene Summe und die Token zufällige Zahlen, auch in jeder Sicherungskopie.',
      B: 'Schlüsselverwahrung B: Der Schlüssel eines Pulses liegt in der Datenbank, verpackt mit einem Geheimnis des Servers, und wird zerstört, wenn der Puls schließt. Das schützt weniger als eine Datei außerhalb: Eine alte Sicherungskopie kann es zusammen mit diesem Geheimnis aufheben.',
    },
    nothingOpen: '*Kein Puls ist offen:* Über Antworten ist nichts gespeichert.',
    open: (closesAt) => `*Der offene Puls*, gespeichert, bis er schließt (${closesAt}), und dann gelöscht:`,
    tokens: (key, electorate, bytes) =>
      `${key}: ${electorate} Token zu je ${bytes} Byte, eins für jede gefragte Person, mit oder ohne Antwort`,
    tally: (key, bytes) => `${key}: die verschlossene Summe, ${bytes} Byte`,
    record: (said) =>
      `${said.key}: Frage „${said.question}“, ${said.options} Antworten zur Wahl, ${said.electorate} Personen gefragt, ${said.threshold} Antworten nötig, Beginn ${said.opensAt}; mit einem Zeichen, an dem man Eingriffe erkennt`,
    wrappedKey: (key) => `${key}: der Schlüssel dieses Pulses, verpackt`,
    verbatim: 'Der Eintrag, Wort für Wort:',
    unreadable:
      '*Der offene Puls* wurde in der Datenbank von außen verändert und ist nicht lesbar. Er wird ungültig sein, und seine Antworten werden ungezählt gelöscht.',
    places: {
      url: 'Daten in Redis',
      private: 'Daten in einem Redis, das die App selbst betreibt',
      embedded: 'Daten nur im Arbeitsspeicher, weg, wenn die App endet',
    },
  },
};
