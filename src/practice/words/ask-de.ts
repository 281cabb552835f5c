import type { AskWords } from './ask-en.ts';

/** What is said around asking for a hand, in German. */
export const askDe: AskWords = {
  form: {
    title: 'Um Hilfe bitten',
    submit: 'Fragen',
    cancel: 'Abbrechen',
    close: 'Schließen',
    about: (channel) =>
      `Eine kleine Bitte, früh gestellt, ist leicht zu erfüllen, und andere sagen öfter ja, als man denkt. Erscheint in ${channel} unter deinem Namen.`,
    aboutAnywhere:
      'Eine kleine Bitte, früh gestellt, ist leicht zu erfüllen, und andere sagen öfter ja, als man denkt. Erscheint im Channel deines Teams unter deinem Namen.',
    team: 'Dein Team',
    teamHint: 'Der Channel, in dem deine Bitte erscheint.',
    what: 'Wobei brauchst du Hilfe?',
    whatHint: (most) =>
      `Eine Sache, und wie weit du damit bist. Höchstens ${most} Zeichen, als einfacher Text.`,
    help: 'Was würde helfen?',
    helpHint: 'Je kleiner es ist, desto eher hat es jemand übrig.',
    by: 'Bis wann?',
    byHint: 'Damit andere ehrlich sagen können, ob sie die Zeit haben.',
    loading: 'Einen Moment: Deine Teams werden gesucht.',
    noTeams: 'Noch keiner deiner Channels nutzt Many Hands. Gib in einem */hands setup* ein, um anzufangen.',
    teamsUnknown:
      'Ich konnte deine Teams gerade nicht finden. Bitte schließ das hier und versuch es in einer Minute noch einmal.',
  },

  helps: {
    hint: 'Ein Tipp',
    review: 'Ein prüfender Blick',
    pairing: 'Eine halbe Stunde zu zweit',
    'take-over': 'Dass es jemand übernimmt',
  },
  urgencies: { today: 'Heute', week: 'Diese Woche', 'no-hurry': 'Eilt nicht' },

  problems: {
    empty: 'Schreib hier etwas, das andere lesen können.',
    tooLong: (length, most) => `Das sind ${length} Zeichen, und höchstens ${most} passen hinein.`,
    unknownHelp: 'Wähle, was helfen würde.',
    unknownUrgency: 'Wähle, bis wann.',
    unknownTeam: 'Wähle eines deiner Teams.',
    unreadable: 'Dieses Formular war nicht lesbar. Bitte schließ es und öffne es noch einmal.',
  },

  refused: {
    'not-member': 'Du bist nicht in diesem Channel, deshalb wurde nichts gepostet.',
    'member-unknown':
      'Slack hat nicht gesagt, ob du in diesem Channel bist, deshalb wurde nichts gepostet. Bitte versuch es in einer Minute noch einmal.',
    'store-away':
      'Die App konnte ihren Speicher gerade nicht erreichen, deshalb wurde nichts gepostet. Bitte versuch es in einer Minute noch einmal.',
    suspended: (trouble) => `Im Channel kann gerade nichts gepostet werden. ${trouble}`,
    busy: 'Slack hat gerade viel zu tun, deshalb wurde nichts gepostet. Bitte versuch es in einer Minute noch einmal.',
    unsure:
      'Slack hat nicht gesagt, ob deine Bitte gepostet wurde. Sieh im Channel nach, bevor du noch einmal fragst.',
    notPosted: (code) =>
      `Slack hat es nicht angenommen (es meldet „${code}“), deshalb wurde nichts gepostet. Bitte versuch es noch einmal, oder sieh nach, ob ich im Channel bin.`,
    words: (channel, why) => `Zu deiner Bitte in ${channel}: ${why} Das hast du geschrieben:`,
  },

  card: {
    title: (asker) => `${asker} bittet um Hilfe`,
    helping: (names) => `Hilfe von: ${names}`,
    thanked: (asker, names) => `${asker} sagt danke an ${names}.`,
    thankedAll: (asker) => `${asker} sagt danke.`,
    dropped: 'Hat sich erledigt.',
    help: 'Ich kann helfen',
    thank: 'Danke',
    drop: 'Hat sich erledigt',
  },

  reminder:
    'Noch offen. Falls du ein wenig Zeit dafür hast: *Ich kann helfen* steht auf der Karte, und niemand muss. Sollte es sich von selbst gegeben haben, schließt *Hat sich erledigt* sie.',

  replies: {
    own: 'Das ist deine eigene Bitte. *Danke* oder *Hat sich erledigt* schließt sie.',
    already: 'Du stehst schon auf dieser Karte.',
    full: (most) => `Schon ${most} Personen können helfen, mehr passen nicht auf eine Karte.`,
    closed: 'Diese Bitte wurde inzwischen geschlossen. Es wurde nichts geändert.',
    'not-yours': (asker) => `Diese Bitte kann nur ${asker} schließen. Es wurde nichts geändert.`,
    unreadable:
      'Diese Karte ist nicht mehr lesbar, deshalb wurde nichts geändert. Wer gefragt hat, kann mit */hands ask* noch einmal fragen.',
    deleted: 'Diese Karte wurde inzwischen gelöscht. Es wurde nichts geändert.',
    gone: 'Ich kann diese Karte nicht ändern: Der Channel ist archiviert, oder ich bin nicht mehr darin. Es wurde nichts geändert.',
    busy: 'Slack hat gerade viel zu tun, deshalb wurde nichts geändert. Bitte drück in einer Minute noch einmal.',
    maybeShown: 'Slack hat nicht gesagt, ob die Karte es zeigt; noch einmal drücken musst du nicht.',
    notShown: (code) =>
      `Slack hat die Karte nicht geändert (es meldet „${code}“). Es wurde nichts geändert; bitte drück noch einmal.`,
    helping: 'Du stehst auf der Karte. Ich habe euch beiden geschrieben, wie ihr anfangen könnt.',
    helpingHere: (steps) =>
      `Du stehst auf der Karte. Ich konnte dir nicht schreiben, also hier, wie du anfangen kannst: ${steps}`,
    helpingAlone: (others) =>
      `Du stehst auf der Karte. ${others} konnte ich nicht erreichen: Schreib bitte selbst.`,
    thanked: 'Geschlossen, mit deinem Dank.',
    dropped: 'Geschlossen: hat sich erledigt.',
    told: 'Alle, die Hilfe angeboten haben, wissen Bescheid.',
    notTold: (others) => `${others} konnte ich nicht erreichen: Sag bitte selbst Bescheid.`,
    notReminded:
      'Deine Bitte steht im Channel. Slack hat die Erinnerung nicht angenommen, deshalb wird nach einem Tag niemand daran erinnert.',
    maybeReminded:
      'Deine Bitte steht im Channel. Slack hat nicht gesagt, ob es die Erinnerung angenommen hat: Vielleicht kommt nach einem Tag keine, oder eine, obwohl schon jemand hilft.',
  },

  start: {
    helper: (asker, channel) => `Du hast ${asker} in ${channel} Hilfe angeboten.`,
    asker: (helper, channel) => `${helper} kann dir bei dem helfen, worum du in ${channel} gebeten hast.`,
    toCard: 'Zur Karte und ihrem Thread',
    helperSteps: {
      hint: 'Ein Tipp genügt: Schreib in den Thread der Karte, was du als Erstes versuchen würdest. Dabeibleiben ist nicht nötig.',
      review:
        'Bevor du hinsiehst: Frag im Thread der Karte, worauf es am meisten ankommt. Sag auch, was gut ist.',
      pairing: 'Schlag im Thread der Karte zwei Zeiten vor. Eine halbe Stunde, und dann darf Schluss sein.',
      'take-over':
        'Bevor du anfängst, klärt im Thread der Karte, was herauskommen soll und bis wann. Der Weg dahin ist deine Sache.',
    },
    askerSteps: {
      hint: 'Schreib in den Thread der Karte, was du versucht hast und wo du festhängst. Wenn es geschafft ist, schließt *Danke* die Karte.',
      review:
        'Setz einen Link in den Thread der Karte, und sag, wo du unsicher bist. Wenn es geschafft ist, schließt *Danke* die Karte.',
      pairing:
        'Macht im Thread der Karte eine Zeit aus; Unfertiges ist willkommen. Wenn es geschafft ist, schließt *Danke* die Karte.',
      'take-over':
        'Schreib in den Thread der Karte, was herauskommen soll und bis wann, und überlass den Weg dahin. Wenn es geschafft ist, schließt *Danke* die Karte.',
    },
  },

  closed: {
    thanked: (asker, channel) => `${asker} sagt danke für deine Hilfe in ${channel}.`,
    dropped: (asker, channel) =>
      `Worum ${asker} in ${channel} gebeten hat, hat sich erledigt. Danke für dein Angebot.`,
  },
};
