import { bad, type Finding, ok, warn } from './finding.ts';

/** What package.json asks for, the oldest line that still gets security fixes, and the one we ship. */
const NODE = { oldest: [20, 19], kept: 22, shipped: 24 } as const;

/** The version of Node, as `process.versions.node` has it. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const what = 'Node';
  const remedy = `Use Node ${NODE.shipped}`;
  const [oldest, oldestMinor] = NODE.oldest;
  if (major < oldest || (major === oldest && minor < oldestMinor))
    return bad({ what, finding: `version ${version} is too old`, remedy });
  if (major < NODE.kept)
    return warn({ what, finding: `version ${version} gets no more security fixes`, remedy });
  return ok(what, `version ${version}`);
}
