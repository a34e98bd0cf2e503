import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import knexFactory from 'knex';
import { AwsCalls } from '../aws/AwsCalls';
import { AwsClients } from '../aws/AwsClients';
import { SdkGlueApi } from '../aws/SdkGlueApi';
import { Collector } from '../collector/Collector';
import { KnexCollectionQueue } from '../database/KnexCollectionQueue';
import { KnexRunConfigurations } from '../database/KnexRunConfigurations';
import { KnexRunStore } from '../database/KnexRunStore';

/**
 * One replica as a process of its own: a collector and its rounds. A test
 * starts it with the connection of its database and Glue's endpoint, and kills
 * it. It prints a line for each signal.
 */
const [connection, endpoint] = process.argv.slice(2);
const knex = knexFactory(JSON.parse(connection));
const clients = new AwsClients({
  credentials: DefaultAwsCredentialsManager.fromConfig(
    new ConfigReader({
      aws: {
        accounts: [
          {
            accountId: '000000000000',
            accessKeyId: 'test',
            secretAccessKey: 'test',
          },
        ],
      },
    }),
  ),
  endpoint,
});
const say = (text: string) => {
  process.stdout.write(`${text}\n`);
};
const logger = {
  error: say,
  warn: say,
  info: say,
  debug: say,
  child: () => logger,
};
const collector = new Collector({
  glue: new SdkGlueApi(new AwsCalls(clients)),
  store: new KnexRunStore(knex),
  queue: new KnexCollectionQueue(knex),
  configurations: new KnexRunConfigurations(knex),
  logger,
  config: {
    activeMs: 2_000,
    idleMs: 60_000,
    runsToKeep: 100,
    keepRunsForMs: 1e12,
    keepUnnamedForMs: 1e12,
  },
  publish: async ({ key }) => say(`signal ${key}`),
});

const round = () =>
  collector.startDue().catch(error => say(`round failed: ${error}`));
round();
setInterval(round, 15_000);
