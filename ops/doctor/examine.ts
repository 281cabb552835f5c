import { type Config, parseConfig } from '../../src/config.ts';
import { readContent } from '../../src/content.ts';
import { slackLogger } from '../../src/log.ts';
import type { Clock } from '../../src/ports.ts';
import { probeAppToken, probeBot } from '../../src/slack/probe.ts';
import { StartProblem } from '../../src/start-problem.ts';
import { bad, type Finding, ok } from './finding.ts';
import { nodeFinding } from './machine-findings.ts';
import { manifestScopes } from './manifest-scopes.ts';
import { appTokenFinding, botFindings } from './slack-findings.ts';
import { storeFindings } from './store-findings.ts';

/** What the doctor may use. */
export type DoctorPorts = {
  readonly environment: { readonly [name: string]: string | undefined };
  readonly nodeVersion: string;
  readonly clock: Clock;
  readonly fetch: typeof globalThis.fetch;
};

const silent = slackLogger({ info: () => undefined, warn: () => undefined, error: () => undefined });

/**
 * Looks at the whole set-up without starting the app, and tells each finding as it comes. Without a whole
 * configuration there is nothing more to look at.
 */
export async function* examine(ports: DoctorPorts): AsyncGenerator<Finding> {
  const { environment, nodeVersion, clock, fetch } = ports;
  yield nodeFinding(nodeVersion);
  yield* contentFindings();
  const parsed = parseConfig(environment);
  yield* configurationFindings('problems' in parsed ? parsed.problems : []);
  if ('problems' in parsed) return;
  yield* await slackFindings(parsed.config, { clock, fetch });
  yield* await storeFindings({ config: parsed.config, now: clock.now(), searchPath: environment.PATH });
}

function contentFindings(): readonly Finding[] {
  try {
    const counts = Object.entries(readContent()).map(
      ([locale, { prompts, questions }]) =>
        `${locale} ${prompts.length} prompts and ${questions.length} questions`,
    );
    return [ok('content', counts.join(', '))];
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    const remedy = 'npm run content shows every problem with its file and line';
    return error.problems.map((finding) => bad({ what: 'content', finding, remedy }));
  }
}

function configurationFindings(problems: readonly string[]): readonly Finding[] {
  const remedy = 'See .env.example; the rest is looked at once all variables are right';
  if (problems.length === 0) return [ok('configuration', 'every variable can be read')];
  return problems.map((finding) => bad({ what: 'configuration', finding, remedy }));
}

async function slackFindings(
  { botToken, slackApiUrl, door }: Config,
  { clock, fetch }: Pick<DoctorPorts, 'clock' | 'fetch'>,
): Promise<readonly Finding[]> {
  const ways = { ...(slackApiUrl === undefined ? {} : { slackApiUrl }), fetch, logger: silent };
  const found = botFindings(await probeBot(botToken, ways), manifestScopes(), clock.now());
  if (door.kind === 'http') return found;
  return [...found, appTokenFinding(await probeAppToken(door.appToken, ways))];
}
