/** A small invented company that lives in the local Slack. No person here is real. */

/** `id` is a Slack user id: capital letters and digits only, or mentions of the person do not render. */
export type Person = {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly timezone: string;
};

/** Everybody in `people` is a member of the channel, the manager included. */
export type CompanyChannel = {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly manager: Person;
  readonly people: readonly Person[];
  /** Whether the app has been invited. Without it, the channel shows what people see who forgot to. */
  readonly hasApp: boolean;
};

export type Company = {
  readonly workspace: { readonly id: string; readonly name: string; readonly domain: string };
  readonly app: { readonly id: string; readonly userId: string; readonly name: string };
  readonly channels: readonly CompanyChannel[];
  /** In the workspace, in no team: to try what a tap by someone outside the pulse gets. */
  readonly guest: Person;
};

const person = (id: string, handle: string, name: string, timezone: string): Person => ({
  id,
  handle,
  name,
  timezone,
});

const ama = person('U01AMA', 'ama', 'Ama Quartey', 'Africa/Accra');
const tomasz = person('U11TOMASZ', 'tomasz', 'Tomasz Wilga', 'Europe/Warsaw');
const noor = person('U21NOOR', 'noor', 'Noor van Elst', 'Europe/Amsterdam');

const harbour: CompanyChannel = {
  id: 'C01HARBOUR',
  name: 'harbour',
  purpose: 'The people who build and ship the booking system',
  manager: ama,
  hasApp: true,
  people: [
    ama,
    person('U02BENAT', 'benat', 'Beñat Urretxo', 'Europe/Madrid'),
    person('U03CHIYO', 'chiyo', 'Chiyo Tanemura', 'Asia/Tokyo'),
    person('U04DAVU', 'davu', 'Davu Mkhonto', 'Africa/Johannesburg'),
    person('U05EMER', 'emer', 'Emer Kilcasson', 'Europe/Dublin'),
    person('U06FARIDA', 'farida', 'Farida Nazarli', 'Asia/Baku'),
    person('U07GUSTAV', 'gustav', 'Gustav Lindrup', 'Europe/Copenhagen'),
    person('U08HINA', 'hina', 'Hina Paewai', 'Pacific/Auckland'),
    person('U09IGNACIO', 'ignacio', 'Ignacio Solvera', 'America/Santiago'),
    person('U10JOLENE', 'jolene', 'Jolene Marrowby', 'America/Denver'),
  ],
};

const lighthouse: CompanyChannel = {
  id: 'C02LIGHTHOUSE',
  name: 'lighthouse',
  purpose: 'The people who answer customers',
  manager: tomasz,
  hasApp: true,
  people: [
    tomasz,
    person('U12KAVYA', 'kavya', 'Kavya Irumban', 'Asia/Kolkata'),
    person('U13LEILANI', 'leilani', 'Leilani Kahoa', 'Pacific/Honolulu'),
    person('U14MIKKEL', 'mikkel', 'Mikkel Aasvang', 'Europe/Oslo'),
    person('U15NADIA', 'nadia', 'Nadia Berrachid', 'Africa/Casablanca'),
    person('U16OREN', 'oren', 'Oren Castellow', 'America/St_Johns'),
    person('U17PRANEE', 'pranee', 'Pranee Suwanrak', 'Asia/Bangkok'),
  ],
};

const jetty: CompanyChannel = {
  id: 'C03JETTY',
  name: 'jetty',
  purpose: 'Talk with people from outside. Nobody has invited the app here',
  manager: tomasz,
  hasApp: false,
  people: [tomasz, noor],
};

/**
 * Two teams, of ten and of seven people with one manager each, and a third channel without the app.
 * The guest sits only there: local-slack cannot mark a person as a guest, so in a team she would be polled.
 */
export const company: Company = {
  workspace: { id: 'T01HANDS', name: 'Tidewater', domain: 'tidewater' },
  app: { id: 'A01HANDS', userId: 'U0HANDS', name: 'many-hands' },
  channels: [harbour, lighthouse, jetty],
  guest: noor,
};

/** Everyone who works in the workspace, once each, in the order in which the channels name them. */
export function everyone(of: Company): readonly Person[] {
  const people = [...of.channels.flatMap((channel) => channel.people), of.guest];
  return [...new Map(people.map((each) => [each.id, each])).values()];
}

/** The people of a channel who would be polled: all but the manager. */
export function teammates(of: CompanyChannel): readonly Person[] {
  return of.people.filter((each) => each.id !== of.manager.id);
}
