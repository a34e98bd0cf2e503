// npm run contract-diff: what changes for those who read the table, as Markdown.
//
//   npm run -s contract-diff -- --base origin/main
//
// Ends with 1 where a change may break them, and with 2 for wrong options.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import {
  contractChanges,
  contractMarkdown,
  dataContract,
} from '../lib/language.mjs';
import { loadPipeline } from '../lib/loadPipeline';
import { pipelineFile, runScript, UsageError } from './command';
import { CONTRACT_FILE } from './contract';

const git = (...args: string[]) =>
  spawnSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 26 });

/**
 * The contract as a commit has it; `undefined` where it has none.
 *
 * @throws UsageError for what is no commit
 */
export function contractAt(commit: string): string | undefined {
  const known = git('rev-parse', '--verify', '--quiet', `${commit}^{commit}`);
  if (known.status !== 0) {
    throw new UsageError(
      `--base is ${JSON.stringify(commit)}, which this clone does not know: name a branch or a commit, and fetch it first`,
    );
  }
  const shown = git('show', `${known.stdout.trim()}:./${CONTRACT_FILE}`);
  return shown.status === 0 ? shown.stdout : undefined;
}

/** What changes since a commit for those who read the table, and whether it may break them. */
export function contractReport(base: string): {
  markdown: string;
  breaks: boolean;
} {
  const after = dataContract(loadPipeline(pipelineFile()));
  const before = contractAt(base);
  if (before === undefined) {
    return {
      markdown: `### Data contract\n\n${base} has no ${CONTRACT_FILE}: the table is new.\n`,
      breaks: false,
    };
  }
  const changes = contractChanges(parse(before), after);
  return {
    markdown: contractMarkdown(changes),
    breaks: changes.some(({ breaks }) => breaks),
  };
}

await runScript(import.meta.url, args => {
  const { values } = parseArgs({
    args,
    options: { base: { type: 'string', default: 'origin/main' } },
  });
  const { markdown, breaks } = contractReport(values.base);
  process.stdout.write(markdown);
  process.exitCode = breaks ? 1 : 0;
});
