// A collector as a process of its own, so that its memory is known. It is told
// where Glue and the database are, and answers each line with one:
//
//   collect  one round of everything that is due    -> {seconds, mebibytes}
//   again    one round of all workflows              -> {seconds, mebibytes}
//   poll     the same workflows asked directly       -> {seconds, mebibytes}
//
// collectorProcess.ts '{"endpoint", "knex", "workflows", "idleMs"}'
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import {
  GetWorkflowCommand,
  GetWorkflowRunCommand,
  GetWorkflowRunsCommand,
  GlueClient,
} from '@aws-sdk/client-glue';
import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import knexFactory from 'knex';
import { AwsCalls } from '../../plugins/glue-pipelines-backend/src/aws/AwsCalls';
import { AwsClients } from '../../plugins/glue-pipelines-backend/src/aws/AwsClients';
import { SdkGlueApi } from '../../plugins/glue-pipelines-backend/src/aws/SdkGlueApi';
import { Collector } from '../../plugins/glue-pipelines-backend/src/collector/Collector';
import { forEachLimited } from '../../plugins/glue-pipelines-backend/src/collector/forEachLimited';
import { KnexCollectionQueue } from '../../plugins/glue-pipelines-backend/src/database/KnexCollectionQueue';
import { KnexRunConfigurations } from '../../plugins/glue-pipelines-backend/src/database/KnexRunConfigurations';
import { KnexRunStore } from '../../plugins/glue-pipelines-backend/src/database/KnexRunStore';
import { KnexWorkflowTags } from '../../plugins/glue-pipelines-backend/src/database/KnexWorkflowTags';
import { migrate } from '../../plugins/glue-pipelines-backend/src/database/migrate';
import { ACCOUNT, entityRef, flowArn, flowName, REGION } from './fleet';

const {
  endpoint,
  knex: knexConfig,
  workflows,
  idleMs,
} = JSON.parse(process.argv[2]);
/** As many as the collector reads at once. */
const AT_ONCE = 4;

const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
const indexes = Array.from({ length: workflows }, (_, index) => index);

/** What a poller does that keeps nothing: the workflow, its newest runs, the last of them. */
async function poll() {
  const glue = new GlueClient({ endpoint, region: REGION, credentials });
  await forEachLimited(indexes, AT_ONCE, async index => {
    const Name = flowName(index);
    await glue.send(new GetWorkflowCommand({ Name, IncludeGraph: true }));
    const { Runs = [] } = await glue.send(
      new GetWorkflowRunsCommand({ Name, MaxResults: 25 }),
    );
    await glue.send(
      new GetWorkflowRunCommand({
        Name,
        RunId: Runs[0].WorkflowRunId,
        IncludeGraph: true,
      }),
    );
  });
  glue.destroy();
}

async function main() {
  const knex = knexFactory(knexConfig);
  await migrate(knex);
  const clients = new AwsClients({
    endpoint,
    credentials: DefaultAwsCredentialsManager.fromConfig(
      new ConfigReader({
        aws: { accounts: [{ accountId: ACCOUNT, ...credentials }] },
      }),
    ),
  });
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const nothing = () => {};
  const logger = {
    error: say,
    warn: say,
    info: nothing,
    debug: nothing,
    child: () => logger,
  };
  const queue = new KnexCollectionQueue(knex);
  const collector = new Collector({
    glue: new SdkGlueApi(new AwsCalls(clients)),
    store: new KnexRunStore(knex),
    queue,
    configurations: new KnexRunConfigurations(knex),
    logger,
    config: {
      activeMs: idleMs,
      idleMs,
      runsToKeep: 1000,
      keepRunsForMs: 1e12,
      keepUnnamedForMs: 1e12,
    },
    publish: async () => {},
  });
  await queue.setWantedWorkflows(indexes.map(flowArn));
  const tags = new KnexWorkflowTags(knex);
  for (const index of indexes) {
    await tags.save({
      workflowArn: flowArn(index),
      value: entityRef(index),
      readAt: new Date(),
    });
  }
  process.stdout.write('ready\n');
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'again') {
      for (const index of indexes) {
        await queue.requestCollection(flowArn(index));
      }
    }
    const from = performance.now();
    await (line === 'poll' ? poll() : collector.collectDue());
    const seconds = (performance.now() - from) / 1000;
    const mebibytes = process.memoryUsage.rss() / 2 ** 20;
    process.stdout.write(`${JSON.stringify({ seconds, mebibytes })}\n`);
  }
  await collector.close();
  await clients.close();
  await knex.destroy();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
