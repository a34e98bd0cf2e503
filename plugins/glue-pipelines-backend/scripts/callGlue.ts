import { ConfigReader } from '@backstage/config';
import { isError } from '@backstage/errors';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { parseWorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { AwsCalls } from '../src/aws/AwsCalls';
import { AwsClients } from '../src/aws/AwsClients';
import { SdkGlueApi } from '../src/aws/SdkGlueApi';

/**
 * Calls everything that the portal calls of Glue, once, as the portal does, and
 * prints what came of each as JSON: `{"<operation>": {"answer": ...}}` or
 * `{"<operation>": {"error": "<name>: <message>"}}`.
 *
 * callGlue.ts <endpoint> <ARN of a workflow without runs> <name of a trigger>
 */
async function main([endpoint, arn, trigger]: string[]) {
  const workflow = parseWorkflowArn(arn);
  const clients = new AwsClients({
    endpoint,
    credentials: DefaultAwsCredentialsManager.fromConfig(
      new ConfigReader({
        aws: {
          accounts: [
            {
              accountId: workflow.accountId,
              accessKeyId: 'any',
              secretAccessKey: 'any',
            },
          ],
        },
      }),
    ),
  });
  const glue = new SdkGlueApi(new AwsCalls(clients));
  const outcomes: Record<string, { answer: unknown } | { error: string }> = {};
  const call = async <T>(name: string, ask: () => Promise<T>) => {
    try {
      const answer = await ask();
      outcomes[name] = { answer: answer ?? null };
      return answer;
    } catch (error) {
      outcomes[name] = {
        error: isError(error) ? `${error.name}: ${error.message}` : 'unknown',
      };
      return undefined;
    }
  };

  const names = [workflow.name, 'missing'];
  await call('BatchGetWorkflows', () =>
    glue.readWorkflows(workflow, names, { graphs: false }),
  );
  await call('BatchGetWorkflows of none that exists', () =>
    glue.readWorkflows(workflow, ['missing'], { graphs: false }),
  );
  await call('BatchGetWorkflows with graphs', () =>
    glue.readWorkflows(workflow, names, { graphs: true }),
  );
  await call('GetTrigger', () => glue.readTrigger(workflow, trigger));
  await call('GetTrigger missing', () => glue.readTrigger(workflow, 'missing'));
  await call('GetTags', () => glue.readTags(workflow));
  const runId =
    (await call('StartWorkflowRun', () =>
      glue.startRun(workflow, { day: '2026-11-28' }),
    )) ?? '';
  await call('StartWorkflowRun missing', () =>
    glue.startRun({ ...workflow, name: 'missing' }, {}),
  );
  await call('GetWorkflowRuns', () => glue.listRuns(workflow));
  await call('GetWorkflowRun', () => glue.readRun(workflow, runId));
  await call('GetWorkflowRun missing', () =>
    glue.readRun(workflow, 'wr_missing'),
  );
  await call('StopWorkflowRun', () => glue.stopRun(workflow, runId));
  await call('ResumeWorkflowRun', () =>
    glue.resumeRun(workflow, runId, ['wnode_none']),
  );
  process.stdout.write(`${JSON.stringify(outcomes)}\n`);
  await clients.close();
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
