import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  gluePipelines?: {
    aws?: {
      /**
       * Where to send the requests to Glue instead of AWS's own endpoints, e.g.
       * `http://127.0.0.1:4566` or a VPC endpoint. It serves every account and
       * region.
       */
      endpoint?: string;
    };
  };
  catalog?: {
    providers?: {
      /**
       * Discovers Glue workflows by account and region. Absent: nothing is
       * discovered. Credentials come from the `aws` section that
       * `@backstage/integration-aws-node` defines.
       */
      gluePipelines?: {
        /** Owns what names no owner in a tag, e.g. `group:default/data-platform`. */
        defaultOwner: string;
        /** The tag of a workflow that names its owner. Default: `owner`. */
        ownerTag?: string;
        /** The lifecycle of the components. Default: `production`. */
        lifecycle?: string;
        /**
         * Where to look. Default: every account under `aws.accounts`, each in
         * its region or else that of `aws.mainAccount`.
         */
        accounts?: Array<{
          /** 12 digits. */
          accountId: string;
          /** Default: the region of the account under `aws.accounts`, or else that of `aws.mainAccount`. */
          regions?: string[];
        }>;
        /** Which workflows are discovered: those that every filter here lets through. Default: all. */
        filters?: {
          /** Patterns of which a workflow's name has to match one; `*` stands for any characters, `?` for one. */
          names?: string[];
          /** Tags that a workflow must have, all of them. */
          tags?: Array<{
            key: string;
            /** Default: any value. */
            value?: string;
          }>;
        };
        /** How long a workflow that AWS no longer has stays in the catalog. Default: 24 hours. */
        gracePeriod?: HumanDuration | string;
        /** Default: every 30 minutes, each account and region for at most 15 minutes. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
