import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Message } from './block-kit.ts';
import { type ChannelInfo, channelInfo, channelsOf, type NamedChannel, problemAt } from './channel-info.ts';
import { answeredCode, outcomeOfError, type PostOutcome } from './outcome.ts';
import { type Person, readName, readPeople, readPeopleIfFew, readPerson } from './people.ts';
import {
  type ScheduledPlace,
  type ScheduleOutcome,
  schedule,
  type UnscheduleOutcome,
  unschedule,
} from './scheduling.ts';

export type Gateway = ReturnType<typeof createGateway>;

/** One 429 pauses a whole WebClient, so what must not wait for each other has a client of its own. */
export type SlackClients = {
  /** Messages by the calendar: never retries; failures are sorted by `outcome.ts` and retried by the queue. */
  readonly posting: WebClient;
  /** What a person waits for: forms, Home tabs, one channel, one person. Fails rather than waits. */
  readonly asking: WebClient;
  /** Long rosters: waits as long as Slack's rate limits say. */
  readonly reading: WebClient;
};

/** The way out to Slack, in our words. */
export function createGateway(clients: SlackClients) {
  const { posting, asking, reading } = clients;
  return {
    /** Posts to a channel, or to a person when given a user id. Never throws: see `PostOutcome`. */
    post: (channel: string, message: Message): Promise<PostOutcome> =>
      attempt(channel, () =>
        posting.chat.postMessage({ channel, ...message, unfurl_links: false, unfurl_media: false }),
      ),

    /** Replaces a message of ours. */
    update: (channel: string, ts: string, message: Message): Promise<PostOutcome> =>
      attempt(channel, () => posting.chat.update({ channel, ts, ...message })),

    /** Where a message stands, as an address to open; `undefined` where Slack does not tell. */
    async linkTo(channel: string, ts: string): Promise<string | undefined> {
      const asked = asking.chat.getPermalink({ channel, message_ts: ts });
      const { permalink = '' } = await asked.catch(() => ({ permalink: '' }));
      return /^https?:\/\/[^\s<>|]+$/.test(permalink) ? permalink : undefined;
    },

    /** Lets Slack post at an instant (ms), at most 120 days ahead. Never throws: see `ScheduleOutcome`. */
    schedule: (place: ScheduledPlace, at: number, message: Message): Promise<ScheduleOutcome> =>
      schedule(posting, place, at, message),

    /** Takes back what was scheduled. Never throws: see `UnscheduleOutcome`. */
    unschedule: (channel: string, id: string): Promise<UnscheduleOutcome> => unschedule(posting, channel, id),

    /** What Slack tells about a channel; `undefined` for one the app cannot see. */
    channel: (channel: string): Promise<ChannelInfo | undefined> => channelInfo(asking, channel),

    /**
     * Why nothing can be posted to a channel, as the code that posting would give; `undefined` where reading the
     * channel shows no reason. Takes its time where Slack is busy: nobody waits for it.
     */
    problemAt: (channel: string): Promise<string | undefined> => problemAt(reading, channel),

    /** Everyone in the channel, with what decides whether they are polled. Long for large channels. */
    people: (channel: string): Promise<readonly Person[]> => readPeople(reading, channel),

    /** The same for a channel of at most `most` members; `undefined` for a larger one, or if Slack does not say. */
    peopleIfFew: (channel: string, most: number): Promise<readonly Person[] | undefined> =>
      readPeopleIfFew(asking, channel, most).catch(() => undefined),

    /** One person, with their timezone. */
    person: (user: string): Promise<Person> => readPerson(asking, user),

    /** What a person is called; '' where Slack does not tell. */
    nameOf: (user: string): Promise<string> => readName(asking, user),

    /** The channels that the person is in and the app can see, archived ones too. */
    channelsOf: (user: string): Promise<readonly NamedChannel[]> => channelsOf(asking, user),

    /** Opens a form; the trigger lives for 3 seconds. */
    async openForm(triggerId: string, view: ModalView): Promise<void> {
      await asking.views.open({ trigger_id: triggerId, view });
    },

    /** Opens a modal that is to be updated, and gives its id; the trigger lives for 3 seconds. */
    async openModal(triggerId: string, view: ModalView): Promise<string> {
      const { view: opened } = await asking.views.open({ trigger_id: triggerId, view });
      return opened?.id ?? '';
    },

    /** Opens a form on top of the modal whose button was pressed; the trigger lives for 3 seconds. */
    async pushForm(triggerId: string, view: ModalView): Promise<void> {
      await asking.views.push({ trigger_id: triggerId, view });
    },

    /** Shows a modal afresh. Returns false where it has been closed. */
    async updateModal(viewId: string, view: ModalView): Promise<boolean> {
      try {
        await asking.views.update({ view_id: viewId, view });
        return true;
      } catch (error) {
        if (answeredCode(error) === 'not_found') return false;
        throw error;
      }
    },

    async publishHome(user: string, view: HomeView): Promise<void> {
      await asking.views.publish({ user_id: user, view });
    },
  };
}

async function attempt(
  to: string,
  call: () => Promise<{ ts?: string; channel?: string }>,
): Promise<PostOutcome> {
  try {
    const { ts, channel = to } = await call();
    return ts === undefined ? { kind: 'unknown', code: 'no_ts' } : { kind: 'sent', ts, channel };
  } catch (error) {
    return outcomeOfError(error);
  }
}
