// npm run review: what a change means, as Markdown for those who look at it: for the readers of the
// table, and for what is deployed.
//
//   npm run -s review -- --base origin/main --env prod
//   npm run -s review -- --post    writes it as a comment of the pull request that CI runs for
//
// Without --env nothing is compared with AWS.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { runScript } from './command';
import { contractReport } from './contractDiff';
import { pullRequestOf, writeComment } from './pullRequest';

/** The most of a CDK diff that is shown: a comment of GitHub has 65,536 characters. */
const MOST_CHARACTERS = 50_000;

/** What `cdk diff` prints, folded away. */
export function diffMarkdown(
  env: string | undefined,
  diff: string,
  status: number | null,
): string {
  const title = '### What is deployed';
  if (env === undefined) {
    return `${title}\n\nNot compared with AWS: no environment was named.\n`;
  }
  const text = diff.trim();
  const shown =
    text.length > MOST_CHARACTERS
      ? `${text.slice(0, MOST_CHARACTERS)}\n… (${text.length - MOST_CHARACTERS} characters more)`
      : text;
  const [, stacks] = /with differences: (\d+)/.exec(text) ?? [];
  const summary =
    status === 0
      ? `${stacks ?? 'unknown how many'} stacks of ${env} differ`
      : `The CDK could not compare with ${env}`;
  // A longer fence than any that the text may have.
  return `${title}\n\n<details><summary>${summary}</summary>\n\n~~~~~~\n${shown}\n~~~~~~\n\n</details>\n`;
}

function cdkDiff(env: string) {
  const { stdout, stderr, status, error } = spawnSync(
    'cdk',
    ['diff', '--all', '--ci', '--context', `env=${env}`],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: { ...process.env, NO_COLOR: '1' },
    },
  );
  if (error) {
    throw error;
  }
  return { diff: status === 0 ? stdout : `${stdout}${stderr}`, status };
}

await runScript(import.meta.url, async args => {
  const { values } = parseArgs({
    args,
    options: {
      base: { type: 'string', default: 'origin/main' },
      env: { type: 'string' },
      post: { type: 'boolean', default: false },
    },
  });
  const { base, env, post } = values;
  const pullRequest = post ? pullRequestOf(process.env) : undefined;
  const { diff, status } = env ? cdkDiff(env) : { diff: '', status: 0 };
  const text = `${contractReport(base).markdown}\n${diffMarkdown(env, diff, status)}`;
  if (pullRequest) {
    await writeComment(pullRequest, text);
  } else {
    process.stdout.write(text);
  }
});
