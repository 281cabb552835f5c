import type { Message } from '../../../src/slack/block-kit.ts';
import type { Gateway } from '../../../src/slack/gateway.ts';
import type { Person } from '../../../src/slack/people.ts';

/** A Slack that takes everything and remembers what stands in the channel, and what people were written alone. */
export function recordingGateway(given: { readonly channel: string; readonly members: readonly string[] }): {
  readonly port: Gateway;
  readonly posted: readonly Message[];
  readonly direct: readonly Message[];
} {
  const posted: Message[] = [];
  const direct: Message[] = [];
  const everyone = given.members.map(personOf);
  const port: Gateway = {
    async post(channel, message) {
      const said = channel === given.channel ? posted : direct;
      said.push(message);
      return { kind: 'sent', ts: `${said.length}.1`, channel };
    },
    update: async (channel, ts) => ({ kind: 'sent', ts, channel }),
    linkTo: async () => undefined,
    schedule: async () => ({ kind: 'scheduled', id: 'Q1' }),
    unschedule: async () => ({ kind: 'unscheduled' }),
    channel: async () => undefined,
    problemAt: async () => undefined,
    people: async () => everyone,
    peopleIfFew: async () => everyone,
    person: async (user) => personOf(user),
    nameOf: async (user) => user,
    channelsOf: async () => [],
    openForm: async () => undefined,
    openModal: async () => 'V1',
    pushForm: async () => undefined,
    updateModal: async () => true,
    publishHome: async () => undefined,
  };
  return { port, posted, direct };
}

const personOf = (id: string): Person => ({
  id,
  isBot: false,
  isGuest: false,
  isDeactivated: false,
  timezone: 'Europe/Berlin',
});
