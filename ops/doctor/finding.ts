/**
 * One thing that was looked at. `bad`: the app does not work so, or its promise does not hold. `warn`: it does, but
 * something is unwise or could not be seen.
 */
export type Finding = {
  readonly state: 'ok' | 'warn' | 'bad';
  readonly what: string;
  readonly finding: string;
  /** What to do about it. */
  readonly remedy?: string;
};

type Cure = Omit<Finding, 'state'> & { readonly remedy: string };

export const ok = (what: string, finding: string): Finding => ({ state: 'ok', what, finding });
export const warn = (found: Cure): Finding => ({ state: 'warn', ...found });
export const bad = (found: Cure): Finding => ({ state: 'bad', ...found });

const STATE_WIDTH = 4;

/** `bad   scopes: users:read missing. Reinstall the app.`: always one line. */
export function lineOf({ state, what, finding, remedy }: Finding): string {
  const said = remedy === undefined ? finding : `${sentence(finding)} ${sentence(remedy)}`;
  return `${state.padEnd(STATE_WIDTH)}  ${what}: ${said.replace(/\s*\n\s*/g, ' ')}`;
}

const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`);

/** How the examination ended, for whoever reads only the last line. */
export function summaryOf(findings: readonly Finding[]): string {
  const count = (state: Finding['state']) => findings.filter((one) => one.state === state).length;
  const [bads, warnings] = [count('bad'), count('warn')];
  if (bads + warnings === 0) return 'All is well.';
  return `${bads} to mend, ${warnings} to think about.`;
}
