import type { HandOverWords } from './hand-over-en.ts';

/** What is said around handing something over, in German. */
export const handOverDe: HandOverWords = {
  form: {
    title: 'Etwas abgeben',
    submit: 'Anfragen',
    cancel: 'Abbrechen',
    about:
      'Gib ein ganzes Ergebnis ab, mit allem, was man dafür wissen muss. Die Person wird erst gefragt, in einer Direktnachricht, und *gerade nicht* ist eine normale Antwort.',
    outcome: 'Was dabei herauskommen soll',
    outcomeHint: (most) => `Eher das Ergebnis als die Schritte. Höchstens ${most} Zeichen.`,
    context: 'Was man wissen muss',
    contextHint: (most) =>
      `Wo alles liegt, wer mehr weiß, was schon versucht wurde. Darf leer bleiben. Höchstens ${most} Zeichen.`,
    latitude: 'Wie viel Spielraum',
    latitudeHint:
      'Die Person liest das auch. Je mehr sie entscheiden darf, desto weniger landet wieder bei dir.',
    latitudes: {
      'as-described': 'Mach es wie beschrieben',
      'propose-first': 'Mach erst einen Vorschlag',
      'decide-and-tell': 'Entscheide selbst, und sag mir Bescheid',
      yours: 'Es gehört ganz dir',
    },
    checkIn: 'Erstes Nachfragen',
    checkInHint:
      'Ein Tag nach heute. An dem Morgen erinnert dich eine Nachricht daran, zu fragen, wie es läuft, statt es zurückzuholen.',
    to: 'An wen',
    toHint: 'Eine Person. Sie wird erst gefragt, und sonst erfährt es niemand.',
    toPlaceholder: 'Person auswählen',
  },

  unnamed: { person: '@jemand', channel: '#ein-channel' },

  errors: {
    empty: 'Schreib hier, was dabei herauskommen soll.',
    tooLong: (length, most) => `Das sind ${length} Zeichen, und höchstens ${most} passen hinein.`,
    latitude: 'Wähle, wie viel Spielraum es gibt.',
    'not-a-date': 'Wähle einen Tag für das erste Nachfragen.',
    'not-after-today': 'Wähle einen Tag nach heute: Erst braucht die Person ein wenig Zeit damit.',
    tooFar: (latest) => `Das ist zu weit weg: Der letzte mögliche Tag ist ${latest}.`,
    nobody: 'Wähle, an wen du es abgeben möchtest.',
    self: 'Das bist du selbst. Wähle jemand anderen.',
    bot: 'Das ist eine App. Wähle einen Menschen.',
    deactivated: 'Dieses Konto ist deaktiviert. Wähle jemand anderen.',
    'not-known': 'Slack zeigt mir diese Person nicht. Wähle jemand anderen.',
    'not-told': 'Slack hat nicht gesagt, wer das ist. Bitte versuch es in einer Minute noch einmal.',
    'not-delivered': (code) =>
      `Ich konnte dieser Person nicht schreiben (Slack meldet „${code}“). Wähle jemand anderen, oder frag sie selbst.`,
    busy: 'Slack hat gerade viel zu tun. Bitte versuch es in einer Minute noch einmal.',
    unreadable:
      'Dieses Formular war nicht lesbar. Kopiere deinen Text, schließ das Formular und öffne es noch einmal.',
  },

  labels: {
    outcome: 'Was dabei herauskommen soll',
    context: 'Was man wissen muss',
    latitude: 'Dein Spielraum',
    checkIn: 'Erstes Nachfragen',
  },

  latitudes: {
    'as-described': 'Mach es wie beschrieben. Wo etwas nicht passt, frag nach.',
    'propose-first': 'Schlag vor, wie du es machen würdest, und dann mach es.',
    'decide-and-tell': 'Entscheide selbst, und sag, wie du entschieden hast.',
    yours: 'Es gehört ganz dir: das Wie und die Entscheidungen.',
  },

  agreed: {
    'as-described': (receiver) =>
      `${receiver} macht es wie beschrieben und fragt nach, wo etwas nicht passt.`,
    'propose-first': (receiver) => `${receiver} macht erst einen Vorschlag und setzt ihn dann um.`,
    'decide-and-tell': (receiver) => `${receiver} entscheidet selbst und sagt dir, wie.`,
    yours: (receiver) => `Es liegt ganz bei ${receiver}: das Wie und die Entscheidungen.`,
  },

  card: {
    title: (giver) => `${giver} möchte etwas an dich abgeben`,
    checkIn: (date, giver) => `Am ${date}, fragt ${giver} nach, wie es läuft.`,
    invitation: (giver) =>
      `Antworte, wie es dir passt, und ${giver} erfährt es. *Gerade nicht* ist eine normale Antwort, und niemand fragt warum.`,
    take: 'Ich übernehme es',
    talk: 'Lass uns erst reden',
    decline: 'Gerade nicht',
    talking: 'Du möchtest erst reden. Danach kannst du es immer noch übernehmen oder „gerade nicht“ sagen.',
    taken: 'Du hast es übernommen. Von jetzt an ist es deins, wie oben vereinbart.',
    declined: 'Du hast „gerade nicht“ gesagt. Mehr ist nicht zu tun.',
  },

  giver: {
    offered: (receiver) => `Ich habe ${receiver} gefragt, ob das geht. Die Antwort kommt hier an.`,
    taken: (receiver) => `${receiver} übernimmt es, so wie du es angeboten hast.`,
    reminder: (date) =>
      `Am ${date}, erinnert dich hier morgens eine Nachricht daran, nachzufragen, wie es läuft. Bis dahin ist es in guten Händen.`,
    talking: (receiver) =>
      `${receiver} möchte erst reden. Nehmt euch ein paar Minuten: worum es geht, und womit es machbar wird. Danach ist beides möglich, übernehmen und „gerade nicht“.`,
    declined: (receiver) =>
      `${receiver} sagt: gerade nicht. Das ist eine normale Antwort: Sie sagt etwas über eine volle Woche, nichts über dich. Frag mit */hands handoff* jemand anderen, oder gib ein kleineres Stück davon ab.`,
    notScheduled: (date) =>
      `Die Erinnerung für ${date} ließ sich nicht anlegen. Bitte trag sie in deinen eigenen Kalender ein: fragen, wie es läuft, statt es zurückzuholen.`,
    maybeScheduled: (date) =>
      `Slack hat nicht gesagt, ob die Erinnerung für ${date} angelegt ist. Bitte trag sie auch in deinen eigenen Kalender ein.`,
    notOffered: (receiver, reason) =>
      `Ich konnte ${receiver} nicht fragen. ${reason} Es wurde nichts abgegeben; das hast du geschrieben:`,
    maybeOffered: (receiver) =>
      `Slack hat nicht gesagt, ob meine Nachricht bei ${receiver} angekommen ist, und ich schicke sie nicht zweimal. Frag nach, ob sie da ist. Das hast du geschrieben:`,
  },

  reminder: {
    title: (receiver) => `Ein guter Tag, um ${receiver} zu fragen, wie es läuft`,
    agreed: 'Was ihr vereinbart habt',
    advice:
      'Frag, statt es zurückzuholen: was gut läuft, was im Weg ist, was von dir gebraucht wird. Wenn es anders aussieht, als du es machen würdest, kann es trotzdem gut sein.',
  },

  pressed: {
    'not-yours': 'Das ging an jemand anderen, und nur diese Person kann antworten. Es wurde nichts geändert.',
    unreadable:
      'Diese Nachricht ist nicht mehr lesbar: Sie wurde verändert, oder die App hat einen neuen Schlüssel. Bitte lass es dir noch einmal anbieten. Es wurde nichts geändert.',
    taken: 'Du hast es schon übernommen. Es wurde nichts geändert.',
    declined: 'Du hast schon „gerade nicht“ gesagt. Es wurde nichts geändert.',
    talking: 'Du hast schon gesagt, dass du erst reden möchtest. Es wurde nichts geändert.',
    'not-shown':
      'Slack hat das nicht angenommen. Es wurde nichts geändert, bitte drück in einer Minute noch einmal.',
    gone: 'Diese Nachricht gibt es nicht mehr, deshalb wurde nichts geändert. Bitte sag selbst kurz Bescheid.',
    maybeShown: (giver) =>
      `Es zählt, und ${giver} erfährt es. Slack hat nicht gesagt, ob die Nachricht oben es zeigt; noch einmal drücken ist nicht nötig.`,
    notToldNorReminded: (giver) =>
      `Es zählt, aber ich bin nicht sicher, ob ${giver} davon erfahren hat, und an das erste Nachfragen erinnert keine Nachricht. Bitte sag kurz Bescheid, und macht es zusammen aus.`,
    notTold: (giver) =>
      `Es zählt, aber ich bin nicht sicher, ob ${giver} davon erfahren hat. Bitte sag kurz Bescheid.`,
  },
};
