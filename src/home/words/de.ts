import type { HomeWords } from './en.ts';

/** What the Home tab says in German around what other rooms say of a team. */
export const de: HomeWords = {
  noTeams:
    'Noch keiner deiner Channels nutzt Many Hands. Öffne den Channel deines Teams und gib dort */hands setup* ein.',
  about: 'Jede Woche eine Frage dazu, wie ihr Arbeit teilt, und ein anonymer Puls. Niemand muss antworten.',
  nonePlanned: 'keiner geplant',
  plan: (prompt, pulse) => `Nächster Impuls: ${prompt} · Nächster Puls: ${pulse}`,
  more: (teams) => `Und ${teams} weitere: Gib in ihren Channels */hands summary* ein.`,
};
