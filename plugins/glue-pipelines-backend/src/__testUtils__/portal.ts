import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import gluePipelines from '..';
import { recurringScheduler } from './recurringScheduler';
import { COVID_HIRING_ARN, FLIGHT_DELAYS_ARN } from './runs';

export const ENTITY_REF = 'component:default/covid-hiring';

export const component = (
  name: string,
  arns?: string,
  owner?: string,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: arns ? { 'aws.amazon.com/glue-workflow-arn': arns } : {},
  },
  ...(owner && { relations: [{ type: 'ownedBy', targetRef: owner }] }),
});

/**
 * A Backstage back end with the plugin and a catalog: `covid-hiring`,
 * `flight-delays`, `intruder` (names the workflow of `covid-hiring`), `mixed` (a
 * workflow and a typing error), `broken` (only a typing error) and `plain` (no
 * workflow).
 */
export async function startPortal(options: {
  /** Where Glue listens. */
  endpoint: string;
  /** What the permission policy answers for each permission; allowed when absent. */
  deny?: string[];
  /** Whether the collector's scheduled rounds run, once or as configured. Where pages and starts lead, they would only disturb. */
  rounds?: boolean | 'recurring';
  /** More of the catalog. */
  entities?: Entity[];
  /** More of the plugin's configuration. */
  config?: JsonObject;
  /** Other plugins beside it. */
  features?: BackendFeature[];
}) {
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async queries =>
    queries.map(({ permission }) => ({
      result: options.deny?.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    })),
  );
  permissions.authorizeConditional.mockImplementation(async queries =>
    queries.map(({ permission }) => ({
      result: options.deny?.includes(permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    })),
  );
  const logger = mockServices.logger.mock();
  const publish = jest.fn(async () => {});
  const notify = jest.fn<Promise<void>, [NotificationSendOptions]>(
    async () => {},
  );
  const actions = actionsRegistryServiceMock();
  const recurring = recurringScheduler();
  const backend = await startTestBackend({
    features: [
      gluePipelines,
      ...(options.features ?? []),
      auditor.factory,
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actions,
      }),
      permissions.factory,
      logger.factory,
      catalogServiceMock.factory({
        entities: [
          component('covid-hiring', COVID_HIRING_ARN),
          component('flight-delays', FLIGHT_DELAYS_ARN),
          ...(options.entities ?? []),
          component('intruder', COVID_HIRING_ARN),
          component('mixed', `${COVID_HIRING_ARN}, flight-delays`),
          component('broken', 'flight-delays'),
          component('plain'),
        ],
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish }),
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: notify }),
      }),
      options.rounds === 'recurring'
        ? recurring.factory
        : mockServices.scheduler.factory({
            skipTaskRunOnStartup: !options.rounds,
          }),
      mockServices.rootConfig.factory({
        data: {
          aws: {
            accounts: [
              {
                accountId: '000000000000',
                accessKeyId: 'test',
                secretAccessKey: 'test',
              },
            ],
          },
          gluePipelines: {
            aws: { endpoint: options.endpoint },
            collector: { active: { milliseconds: 500 } },
            ...options.config,
          },
        },
      }),
    ],
  });
  const url = (path: string, query?: Record<string, string>) =>
    `/api/glue-pipelines${path}${query ? `?${new URLSearchParams(query)}` : ''}`;
  return {
    actions,
    auditor,
    event,
    permissions,
    publish,
    /** Backstage's notifications. */
    notify,
    stop: async () => {
      recurring.stop();
      await backend.stop();
    },
    /** Where the API is, for clients of other kinds. */
    apiUrl: new URL(
      `http://127.0.0.1:${backend.server.port()}/api/glue-pipelines`,
    ),
    get: (path: string, query?: Record<string, string>) =>
      request(backend.server).get(url(path, query)),
    start: (body: object) =>
      request(backend.server).post(url('/v1/runs')).send(body),
    startAs: (authorization: string, body: object) =>
      request(backend.server)
        .post(url('/v1/runs'))
        .set('authorization', authorization)
        .send(body),
    serviceToken: mockCredentials.service.header(),
    noToken: mockCredentials.none.header(),
    request: (
      method: 'get' | 'head' | 'post' | 'put' | 'delete' | 'patch',
      path: string,
    ) => request(backend.server)[method](url(path)),
    /** What the operator reads. */
    warnings: () => logger.warn.mock.calls.map(([message]) => message),
    errors: () => logger.error.mock.calls.map(([message]) => message),
  };
}
