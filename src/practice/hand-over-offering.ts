import type { Clock, Random } from '../ports.ts';
import type { Message } from '../slack/block-kit.ts';
import type { Gateway } from '../slack/gateway.ts';
import type { FailedPost } from '../slack/outcome.ts';
import type { Person } from '../slack/people.ts';
import { managerProblem, problemOfError } from '../team/manager-check.ts';
import { isTimezone } from '../team/team.ts';
import type { CardsService } from './cards-service.ts';
import type { HandOver } from './hand-over.ts';
import { handOverMessage, handOverPlace, newHandOver } from './hand-over-cards.ts';
import { maybeOfferedMessage, notOfferedMessage, offeredMessage } from './hand-over-giver-view.ts';
import { checkInErrors, type FieldErrors, type HandOverInput, handOverFields } from './hand-over-input.ts';
import type { HandOverMetadata } from './hand-over-metadata.ts';
import { newCardId } from './sealed-card.ts';
import { practiceWords } from './words/index.ts';

export type OfferingDeps = {
  readonly gateway: Pick<Gateway, 'post' | 'person'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly cards: Pick<CardsService, 'seal'>;
};

/** A form that can be taken as far as itself shows. */
export type WantedHandOver = {
  readonly giver: string;
  readonly input: HandOverInput;
  readonly from: HandOverMetadata;
};

/** What became of it. Only `offered` and `unknown` may have reached the receiver. */
export type Offer =
  | { readonly kind: 'offered' | 'unknown' }
  /** Sentences by field of the form. */
  | { readonly kind: 'refused'; readonly errors: FieldErrors };

/** Asks the receiver whether they take something over. */
export function createHandOverOffering({ gateway, clock, random, cards }: OfferingDeps) {
  return {
    /** Looks at who the receiver is and writes to them, once. Never throws for what Slack does. */
    async offer({ giver, input, from }: WantedHandOver): Promise<Offer> {
      const { locale, channel, workspace } = from;
      const { errors: words } = practiceWords(locale).handOver;
      const [whoGives, whoReceives] = await Promise.all([read(giver), read(input.receiver)]);
      const problem = receiverProblem(whoReceives);
      if (problem !== undefined) return refusedAt(handOverFields.to, words[problem]);
      if (typeof whoGives === 'string') return refusedAt(handOverFields.to, words.busy);
      const timezone = isTimezone(whoGives.timezone) ? whoGives.timezone : 'UTC';
      const errors = checkInErrors(input.checkIn, { now: clock.now(), timezone }, locale);
      if (Object.keys(errors).length > 0) return { kind: 'refused', errors };
      const handOver = { ...input, giver, timezone, locale, channel };
      const posted = await gateway.post(input.receiver, messageOf(handOver, workspace));
      if (posted.kind === 'sent') return { kind: 'offered' };
      if (posted.kind === 'unknown') return { kind: 'unknown' };
      return refusedAt(handOverFields.to, failureSentence(posted, handOver));
    },

    /** Tells the giver what became of a form that is closed by now. */
    async tell(offer: Offer, { giver, input, from }: WantedHandOver): Promise<void> {
      await gateway.post(giver, messageAbout(offer, { ...input, locale: from.locale }));
    },
  };

  function messageOf(handOver: HandOver, workspace: string): Message {
    const id = newCardId('hand-over', random);
    const card = newHandOver(handOver);
    return handOverMessage(id, card, cards.seal(handOverPlace(workspace, id), card));
  }

  function read(user: string): Promise<Person | 'not-known' | 'not-told'> {
    return gateway
      .person(user)
      .catch((error) => (problemOfError(error) === 'not-known' ? 'not-known' : 'not-told'));
  }
}

/** Guests may receive something like everybody else. */
function receiverProblem(person: Person | 'not-known' | 'not-told') {
  if (typeof person === 'string') return person;
  const problem = managerProblem(person);
  return problem === 'bot' || problem === 'deactivated' ? problem : undefined;
}

const refusedAt = (field: string, sentence: string): Offer => ({
  kind: 'refused',
  errors: { [field]: sentence },
});

function failureSentence({ code }: FailedPost, { locale }: HandOver): string {
  const { errors: words } = practiceWords(locale).handOver;
  return code === 'ratelimited' ? words.busy : words['not-delivered'](code);
}

function messageAbout(offer: Offer, written: Pick<HandOver, 'receiver' | 'outcome' | 'context' | 'locale'>) {
  if (offer.kind === 'refused') return notOfferedMessage(written, Object.values(offer.errors).join(' '));
  return offer.kind === 'offered' ? offeredMessage(written) : maybeOfferedMessage(written);
}
