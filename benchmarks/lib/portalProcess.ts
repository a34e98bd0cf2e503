// A portal with nothing but the plugin, as a process of its own: Backstage's
// own services, a catalog of the workflows in memory, and no sign-in but a token.
//
// portalProcess.ts '{"endpoint", "database", "workflows", "port", "token"}'
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { ConfigReader } from '@backstage/config';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import gluePipelines from '@glue-pipelines/backstage-plugin-backend';
import { ACCOUNT, flowArn, flowName } from './fleet';

const { endpoint, database, workflows, port, token } = JSON.parse(
  process.argv[2],
);
const url = `http://127.0.0.1:${port}`;

const config = new ConfigReader({
  app: { baseUrl: url },
  backend: {
    baseUrl: url,
    listen: { host: '127.0.0.1', port },
    database,
    auth: {
      externalAccess: [
        { type: 'static', options: { token, subject: 'benchmark' } },
      ],
    },
  },
  aws: {
    accounts: [
      { accountId: ACCOUNT, accessKeyId: 'any', secretAccessKey: 'any' },
    ],
  },
  gluePipelines: { aws: { endpoint } },
});

const catalog = new InMemoryCatalogClient({
  entities: Array.from({ length: workflows }, (_, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: flowName(index),
      annotations: { 'aws.amazon.com/glue-workflow-arn': flowArn(index) },
    },
  })),
});

const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => config,
  }),
);
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () => catalog as unknown as CatalogService,
  }),
);
backend.add(
  createServiceFactory({
    service: signalsServiceRef,
    deps: {},
    factory: () => ({ publish: async () => {} }),
  }),
);
backend.add(gluePipelines);
backend.start();
