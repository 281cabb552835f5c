import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import type { Company } from './company.ts';
import { type Credentials, credentials, type HttpDelivery, localSlackConfig } from './local-slack-config.ts';
import { findLocalSlack, type Program } from './local-slack-program.ts';
import { until } from './until.ts';

/** Numeric on purpose: `localhost` may mean ::1 to one side and 127.0.0.1 to the other. */
const HOST = '127.0.0.1';

export type LocalSlack = Credentials & {
  /** The workspace in the browser. */
  readonly url: string;
  /** For Bolt's `clientOptions.slackApiUrl`; Socket Mode is found through it too. */
  readonly apiUrl: string;
  /** Settles with a few words once local-slack is gone, whatever the reason. Never rejects. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
};

export type LocalSlackOptions = {
  readonly port: number;
  readonly company: Company;
  /** Receives each line that local-slack prints. */
  readonly log?: (line: string) => void;
  /** Signed HTTP to this address instead of Socket Mode. */
  readonly http?: HttpDelivery;
  readonly program?: Program;
  /** Told how to end it as soon as there is something to end: before it answers. What it throws is thrown. */
  readonly began?: (stop: () => Promise<void>) => Promise<void>;
};

/**
 * Starts a Slack workspace on this machine, and waits until it answers.
 *
 * local-slack **listens on all interfaces** and checks no token: whoever can reach the port can act as anybody in it.
 * It has no option for that; `--base-host` only changes the addresses it hands out. On a shared machine run it in a
 * network namespace of its own.
 *
 * @throws Error with one sentence when the port is taken, or when local-slack can neither be found nor fetched
 */
export async function startLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const { port, company, log = () => {}, http, program = findLocalSlack() } = options;
  if (await isTaken(port)) throw new Error(`Port ${port} is taken: choose another one for local-slack.`);
  const folder = mkdtempSync(join(tmpdir(), 'many-hands-local-slack-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify(localSlackConfig(company, http)));
  const files = join(folder, 'files');
  const args = ['--config', config, '--port', `${port}`, '--base-host', HOST, '--files-dir', files];
  const child = startChild(program, args, log);
  const stop = async () => {
    await child.stop();
    process.off('exit', removeFolder);
    removeFolder();
  };
  const url = `http://${HOST}:${port}`;
  try {
    await options.began?.(stop);
    await answers(child, program, url, company.workspace.id);
  } catch (problem) {
    await stop();
    throw problem;
  }
  return { url, apiUrl: `${url}/api/`, ...credentials, ended: child.ended, stop };
}

async function answers(child: Child, program: Program, url: string, workspace: string): Promise<void> {
  let end: string | undefined;
  void child.ended.then((words) => {
    end = words;
  });
  await until(
    'local-slack to answer',
    async () => {
      if (end !== undefined) throw new Error(cannotStart(program, end));
      const state = await fetch(`${url}/_control/state`, { signal: AbortSignal.timeout(1_000) }).then(
        (response) => response.text(),
        () => '',
      );
      return state.includes(`"${workspace}"`);
    },
    { timeout: program.startTimeout },
  );
}

function cannotStart(program: Program, why: string): string {
  if (program.command !== 'npx') return `local-slack did not start (${why}).`;
  return `local-slack is not installed for this platform, and \`npx local-slack\` did not work either (${why}).`;
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: HOST });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
