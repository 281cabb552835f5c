import { expect } from 'vitest';
import { team } from '../../playground/simulation/cast.ts';
import { kindOfKey } from '../../playground/simulation/key-meanings.ts';
import { buttonNamed } from '../../playground/simulation/pulse-buttons.ts';
import type { Simulation } from '../../playground/simulation/simulation.ts';
import type { Snapshot, StoredKey } from '../../playground/simulation/store-dump.ts';
import type { RecordedCall } from '../../playground/stand-in/stand-in.ts';
import { helpAction } from '../../src/practice/ask-card-view.ts';
import { keys } from '../../src/redis/keys.ts';
import { problemsOfEverythingSent } from '../support/block-kit-calls.ts';
import { WINDOW } from './expected-closing.ts';
import type { Invariant } from './invariant.ts';
import { deedsOf, isCounted, receiptFor } from './standing.ts';

const pulseKeys = [keys.pulse(team), keys.tokens(team), keys.tally(team)];

/** What may be seen and kept: holds for every cast, however large. */
export const secrecyInvariants: readonly Invariant[] = [
  [
    'no respondent’s user id is in the store, neither while a pulse is open nor at the end',
    (simulation) => {
      for (const snapshot of snapshotsOf(simulation)) {
        const everything = JSON.stringify(snapshot);
        expect(simulation.cast.teammates.filter(({ id }) => everything.includes(id))).toEqual([]);
      }
    },
  ],
  [
    'the manager’s user id is in the settings and nowhere else',
    ({ cast, ...simulation }) => {
      for (const { keys: stored } of snapshotsOf(simulation)) {
        const holding = stored.filter((key) => JSON.stringify(key).includes(cast.manager.id));
        expect(holding.map(({ name }) => name)).toEqual([keys.team(team)]);
      }
    },
  ],
  [
    'while a pulse is open its three keys and its key file are there, a token for everyone asked',
    ({ middle, cast }) => {
      if (middle === undefined) return expect(cast.teammates.length).toBeLessThan(5);
      expect(namesIn(middle)).toEqual(expect.arrayContaining(pulseKeys));
      expect(keyNamed(middle, keys.tokens(team))?.values).toHaveLength(cast.teammates.length);
      expect(middle.keyFiles.map(({ bytes }) => bytes)).toEqual([32]);
    },
  ],
  [
    'no receipt of a pulse is in the store while that pulse is open',
    (simulation) => {
      for (const pulse of simulation.pulses) {
        const everything = JSON.stringify(pulse.halfway);
        const given = deedsOf(pulse, simulation).filter(isCounted);
        const receipts = given.map((deed) => receiptFor(pulse, deed));
        expect(receipts.filter((receipt) => everything.includes(receipt))).toEqual([]);
      }
    },
  ],
  [
    'at the end no key of a pulse and no key file is left',
    ({ end }) => {
      expect(namesIn(end).filter((name) => pulseKeys.includes(name))).toEqual([]);
      expect(end.keyFiles).toEqual([]);
    },
  ],
  [
    'every key in the store is one that keys.ts names',
    (simulation) => {
      const names = snapshotsOf(simulation).flatMap(namesIn);
      expect(names.filter((name) => kindOfKey(team, name) === undefined)).toEqual([]);
    },
  ],
  [
    'from the post of a pulse to its closing the app calls Slack for nothing',
    ({ calls, pulses }) => {
      for (const { openedAt, text } of pulses) {
        const posted = calls.findIndex(({ at, arguments: sent }) => at === openedAt && sent.text === text);
        expect(posted).toBeGreaterThan(0);
        const next = calls[posted + 1];
        expect(next).toMatchObject({ method: 'chat.postMessage', at: openedAt + WINDOW });
      }
    },
  ],
  [
    'every message passes Slack’s limits and has a text for screen readers',
    (simulation) => {
      expect(simulation.calls.length).toBeGreaterThan(simulation.options.weeks);
      expect(problemsOfEverythingSent(simulation)).toEqual([]);
    },
  ],
  [
    'no message in the channel or to a person names a respondent, but for the cards of asks and hand-overs',
    ({ calls, responses, cast, practice }) => {
      const cards = new Set(practice.map(({ card }) => card.ts));
      const isCard = ({ ts, blocks }: RecordedCall['arguments']) =>
        cards.has(String(ts)) || buttonNamed(blocks, helpAction) !== undefined;
      const toChannel = calls.filter(
        ({ method, arguments: sent }) =>
          method.startsWith('chat.') && sent.channel === team.channel && !isCard(sent),
      );
      const toManager = calls.filter(({ arguments: sent }) => sent.channel === cast.manager.id);
      const sent = JSON.stringify([toChannel, toManager, responses.map(({ body }) => body)]);
      expect(sent).toContain(cast.manager.id);
      expect(cast.teammates.filter(({ id }) => sent.includes(id))).toEqual([]);
    },
  ],
  [
    'the log has lines, and none of them contains a user id',
    ({ logLines, cast }) => {
      const slots = logLines.filter((line) => line.includes('A slot has run'));
      expect(slots.length).toBeGreaterThan(0);
      const everyone = [cast.manager, ...cast.teammates];
      expect(logLines.filter((line) => everyone.some(({ id }) => line.includes(id)))).toEqual([]);
    },
  ],
  [
    'nothing went wrong: Slack refused nothing, nothing was thrown, no warning or error was logged',
    ({ calls, lateErrors, logLines }) => {
      // A reminder that is taken back once more, to be sure.
      const isGoneAlready = ({ method, outcome }: RecordedCall) =>
        method === 'chat.deleteScheduledMessage' && outcome === 'invalid_scheduled_message_id';
      const refused = calls.filter((call) => call.outcome !== 'ok' && !isGoneAlready(call));
      expect(refused).toEqual([]);
      expect(lateErrors).toEqual([]);
      const loud = logLines.filter((line) => (JSON.parse(line) as { level: number }).level > 30);
      const known = /NO REDIS FOUND|is on the disk of Redis’s files/;
      expect(loud.filter((line) => !known.test(line))).toEqual([]);
    },
  ],
];

function snapshotsOf({ middle, end }: Pick<Simulation, 'middle' | 'end'>): readonly Snapshot[] {
  return middle === undefined ? [end] : [middle, end];
}

function namesIn({ keys: stored }: Snapshot): readonly string[] {
  return stored.map(({ name }) => name);
}

function keyNamed({ keys: stored }: Snapshot, name: string): StoredKey | undefined {
  return stored.find((key) => key.name === name);
}
