import { readContent } from '../../src/content.ts';
import { defaultQuestions } from '../../src/pulse/question-catalogue.ts';
import type { Person } from '../../src/slack/people.ts';
import { defaultSettings, newTeam } from '../../src/team/default-settings.ts';
import { settingsForm } from '../../src/team/settings-form.ts';
import type { FormState } from '../../src/team/settings-input.ts';
import type { Settings, Team, TeamState } from '../../src/team/team.ts';

/** Monday 5 January 2026, 8:00 UTC. */
export const enrolled = Date.UTC(2026, 0, 5, 8);

export const { questions } = readContent().en;

export const settings = (fields: Partial<Settings> = {}): Settings => ({
  ...defaultSettings({
    locale: 'en',
    manager: 'UANN',
    timezone: 'UTC',
    questions: defaultQuestions(questions),
  }),
  ...fields,
});

export const team = (fields: Partial<TeamState> = {}, chosen: Partial<Settings> = {}): Team => ({
  id: { workspace: 'TWORK', channel: 'CTEAM' },
  ...newTeam(settings(chosen), enrolled),
  ...fields,
});

export const person = (id: string, fields: Partial<Person> = {}): Person => ({
  id,
  isBot: false,
  isGuest: false,
  isDeactivated: false,
  timezone: 'UTC',
  ...fields,
});

export const formFor = (offered: Settings) =>
  settingsForm({ settings: offered, questions, metadata: '{}', isNew: true });

/** One field of a submitted form, as Slack names it. */
export const entered = (id: string, value: FormState[string][string]): FormState => ({
  [id]: { [id]: value },
});
export const typed = (id: string, value: string | null): FormState => entered(id, { value });
export const chose = (id: string, value: string): FormState => entered(id, { selected_option: { value } });
