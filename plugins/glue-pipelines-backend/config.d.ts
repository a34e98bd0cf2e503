import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Glue Pipelines: workflows and runs of AWS Glue on the pages of their entities. */
  gluePipelines?: {
    /**
     * How Glue is reached. Credentials come from the `aws` section that
     * `@backstage/integration-aws-node` defines: by account id, which like the
     * region is taken from each workflow's ARN.
     */
    aws?: {
      /**
       * Where to send the requests instead of AWS's own endpoints, e.g.
       * `http://127.0.0.1:4566` or a VPC endpoint. It serves every account and
       * region.
       */
      endpoint?: string;
    };
    /** How often Glue is read into the database that the pages show. */
    collector?: {
      /** How often entities are looked up and workflows without a running run are read. Default: 60 seconds. */
      idle?: HumanDuration | string;
      /** How often a workflow with a running run is read. Default: 15 seconds, gentle to AWS's unpublished rate limits. */
      active?: HumanDuration | string;
      /** How many ended runs are kept per workflow; older ones are deleted. Default: 1000. */
      runsToKeep?: number;
    };
  };
}
