import { readEnvFile } from '../src/env-file.ts';
import { examine } from './doctor/examine.ts';
import { type Finding, lineOf, summaryOf } from './doctor/finding.ts';

/**
 * `npm run doctor`: says what is wrong with the set-up, one line each with what to do about it, without starting the
 * app. Ends with 1 if something is bad. Touches the process like src/main.ts, and nothing else.
 */
async function main(): Promise<void> {
  readEnvFile();
  const ports = {
    environment: process.env,
    nodeVersion: process.versions.node,
    clock: { now: () => Date.now() },
    fetch: globalThis.fetch,
  };
  const findings: Finding[] = [];
  for await (const finding of examine(ports)) {
    findings.push(finding);
    process.stdout.write(`${lineOf(finding)}\n`);
  }
  process.stdout.write(`${summaryOf(findings)}\n`);
  process.exitCode = findings.some(({ state }) => state === 'bad') ? 1 : 0;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The doctor could not finish: ${error instanceof Error ? error.message : 'unknown'}\n`,
  );
  process.exitCode = 1;
});
