// npm run push: the files of the jobs, and what else the workflow's stack has, to an environment of
// one's own: that stack alone, without a change set and without a question.
//
//   npm run push               to dev
//   npm run push -- --env mine
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { environmentNamed, loadEnvironments } from '../lib/environments';
import type { Environments } from '../lib/environments';
import { runScript, UsageError } from './command';

/**
 * The command of the CDK.
 *
 * @throws UsageError for an environment where data stay: there people look at changes first
 */
export function pushCommand(env: string, environments: Environments): string[] {
  const { data } = environmentNamed(env, environments);
  if (data === 'retain') {
    throw new UsageError(
      `${env} keeps its data, so nothing is pushed to it unseen: npm run deploy -- --context env=${env}`,
    );
  }
  return [
    ...['deploy', '*-workflow', '--exclusively', '--method=direct'],
    ...['--require-approval', 'never', '--context', `env=${env}`],
  ];
}

await runScript(import.meta.url, args => {
  const { values } = parseArgs({
    args,
    options: { env: { type: 'string', default: 'dev' } },
  });
  const { status, error } = spawnSync(
    'cdk',
    pushCommand(values.env, loadEnvironments()),
    { stdio: 'inherit' },
  );
  if (error) {
    throw error;
  }
  process.exitCode = status ?? 1;
});
