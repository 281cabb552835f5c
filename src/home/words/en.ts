/** What the Home tab says around what other rooms say of a team. */
export const en = {
  noTeams:
    'None of your channels uses Many Hands yet. Open the channel of your team and type */hands setup* there.',
  about: 'One question a week about sharing work, and one anonymous pulse. Nobody has to answer.',
  nonePlanned: 'none planned',
  plan: (prompt: string, pulse: string) => `Next prompt: ${prompt} · Next pulse: ${pulse}`,
  more: (teams: number) => `And ${teams} more: type */hands summary* in their channels.`,
};

export type HomeWords = typeof en;
