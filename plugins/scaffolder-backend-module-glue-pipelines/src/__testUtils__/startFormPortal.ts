import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { actionsModule } from '../module';

export interface FormPortalOptions {
  /** Where AWS is. */
  endpoint: string;
  /** The permissions that the user does not have. */
  denied?: string[];
  /** The buckets that may be browsed. */
  buckets?: string[];
}

/** A back end with the routes of the form, and one entity, `taken-component`. */
export const startFormPortal = ({
  endpoint,
  denied = [],
  buckets,
}: FormPortalOptions) =>
  startTestBackend({
    extensionPoints: [
      [scaffolderActionsExtensionPoint, { addActions: () => {} }],
    ],
    features: [
      actionsModule,
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          aws: {
            mainAccount: { region: 'us-east-1' },
            accounts: [
              {
                accountId: '000000000000',
                accessKeyId: 'local',
                secretAccessKey: 'local',
              },
            ],
          },
          gluePipelines: {
            aws: { endpoint },
            ...(buckets && { sources: { buckets } }),
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'taken-component', namespace: 'default' },
          },
        ],
      }),
    ],
  });
