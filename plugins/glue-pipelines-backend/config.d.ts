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
      /** How long ended runs are kept; AWS forgets them after 90 days. Default: 365 days. */
      keepRunsFor?: HumanDuration | string;
      /** How long a workflow that no entity names any more is kept with its runs. Default: 30 days. */
      keepUnnamedFor?: HumanDuration | string;
    };
    /**
     * For what a workflow must carry the tag `glue-pipelines.io/entity` whose
     * value is the entity that names it, e.g. `component:default/covid-hiring`:
     * otherwise whoever may edit an entity reaches any workflow by writing its
     * ARN into the annotation. Run properties are shown only where the tag
     * matches, whatever is set here.
     */
    requireEntityTag?: {
      /** For seeing the workflow and its runs. Default: false. */
      reads?: boolean;
      /** For starting runs. Default: true. */
      writes?: boolean;
    };
    /** What runs are estimated to cost: DPU hours that Glue tells, times this. */
    cost?: {
      /**
       * Price of a DPU hour. Default: 0.44, which AWS publishes for Spark and
       * Python shell jobs in most regions, in USD. Set your own for another
       * region, FLEX runs or a discount.
       */
      pricePerDpuHour?: number;
      /** Its currency, a code of ISO 4217. Default: USD. */
      currency?: string;
    };
    /**
     * What becomes a Backstage notification to the owner of the entity that
     * names a workflow and that the workflow's tag names.
     */
    notifications?: {
      /** That a run failed, in whole or in part. Default: true. */
      failure?: boolean;
      /** That a workflow succeeds again after a failure or lateness. Default: true. */
      recovery?: boolean;
      /** That no successful run has ended within the time that the pipeline promises. Default: true. */
      lateness?: boolean;
      /** That a run goes on for much longer than runs of the workflow usually take. Default: true. */
      overrun?: boolean;
      /** That a workflow succeeded for the first time. Default: true. */
      firstSuccess?: boolean;
      /** How many an owner gets in an hour one by one; what is more is told in one summary when the hour is over. Default: 10. */
      perOwnerAndHour?: number;
      /** Whether each owner is told, beside the single notifications, what their workflows did in a day or a week. Absent: no. */
      digest?: {
        /** Of which period, weekly on Mondays. */
        every: 'day' | 'week';
        /** At which time, of UTC or of a zone of the IANA database, e.g. `07:00 Europe/Berlin`. Default: `07:00`. */
        at?: string;
      };
    };
    /** Events of Amazon EventBridge, which have workflows read at once instead of at the next interval. */
    events?: {
      /** The topic of Backstage's events service on which they arrive, e.g. from the SQS module. Default: `aws-glue`. */
      topic?: string;
    };
    /**
     * Whether owners may show how a pipeline is where nobody is signed in, such
     * as in a README: as an image that whoever has its link sees, until the link
     * is revoked. Default: false.
     */
    badges?: boolean;
    /** How many runs are started within a minute at most. */
    startsPerMinute?: {
      /** By one user, of all workflows. Default: 10. */
      perUser?: number;
      /** Of one workflow, by all users. Default: 10. */
      perWorkflow?: number;
    };
  };
}
