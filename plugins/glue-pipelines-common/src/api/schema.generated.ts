// Generated from plugins/glue-pipelines-backend/src/schema/openapi.yaml. Do not edit.

export interface paths {
  '/v1/workflows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description All workflows that an entity names */
    get: operations['ListWorkflows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/lineage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Pipelines that write what an entity reads, and those that read what it writes, by the relations of the catalog, as far as the caller sees them */
    get: operations['GetLineage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/fleet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description All workflows that the caller may see, whatever entity names them, with how they are. A workflow that several entities name is there once for each of them: each has an owner and a promise of its own. */
    get: operations['ListFleet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/fleet/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What ran in a window of time, of all workflows whose runs the caller may read: those workflows that ran in it, page by page, those with failures first. A run is in the window if a part of it is; one that began more than a day before the window is there only while it goes on. */
    get: operations['ListFleetRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Runs of a workflow, newest first */
    get: operations['ListRuns'];
    put?: never;
    /** @description Starts a run of a workflow */
    post: operations['StartRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/grid': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What each job and crawler of a workflow did in its runs */
    get: operations['GetGrid'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description How a workflow's runs went day by day, and when their results were ready */
    get: operations['ListDays'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{runId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description One run with the graph of what its nodes did */
    get: operations['GetRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{runId}/logs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What an attempt of a job, or a crawl, of a run wrote, as CloudWatch Logs has it: the newest lines, or those from a time, or those that contain a text. What looks like a secret is hidden, as far as a line has `name=value` or a form like it */
    get: operations['GetLogs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{runId}/insights': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What job run insights tell of a try of a job that failed: where the script was, which of its statements led there, and what else failed beneath it. What looks like a secret is hidden as in a log */
    get: operations['GetInsights'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{runId}/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What is different in a run from another one, the last before it that succeeded when none is named */
    get: operations['GetRunChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{runId}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Begins a run that goes on from nodes of one that has ended without success */
    post: operations['ResumeRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs/{runId}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Ends a run before it has ended by itself; nothing of it is taken back */
    post: operations['StopRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/backfills': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The last backfills of a workflow that were begun through the entity, newest first */
    get: operations['ListBackfills'];
    put?: never;
    /** @description Starts a run for each value of a run property, a few at once. The portal goes on with it until all have run, somebody stops it, or three runs failed one after the other */
    post: operations['BeginBackfill'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/backfills/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description What a backfill would start, without starting it */
    post: operations['PreviewBackfill'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/backfills/{backfillId}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Begins no further runs of a backfill. Those that go on go on */
    post: operations['StopBackfill'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/schedule/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Deactivates the schedule of a workflow, which keeps running what runs already */
    post: operations['PauseSchedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/schedule/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Activates the schedule of a workflow */
    post: operations['ResumeSchedule'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobName}/bookmark': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description How far a job of a workflow has read its sources */
    get: operations['GetBookmark'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/jobs/{jobName}/bookmark/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Lets the job's next run read everything again, or what it had not read when one of its runs ended */
    post: operations['ResetBookmark'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/badges/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The badge of a pipeline as an image, for pages where nobody is signed in. The token is all that is asked for: who knows the link sees the badge, until somebody revokes it */
    get: operations['GetBadgeImage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/badge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Whether the badge of a pipeline is shown to whoever has a link, and the link */
    get: operations['GetBadge'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/badge/share': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Makes the link by which the badge of a pipeline is seen, unless there is one already */
    post: operations['ShareBadge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/badge/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** @description Ends the link of a pipeline's badge. The next one is another */
    post: operations['RevokeBadge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/fleet/hygiene': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What should be put right of the workflows that the caller may see, of what was collected: those with the most findings first. What is known of runs and jobs only where the caller may read runs */
    get: operations['ListHygiene'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/fleet/headroom': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description What runs at once in the accounts and regions of the workflows whose runs the caller may read, and which of these have as many runs as they may. Of what was collected */
    get: operations['GetFleetHeadroom'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/headroom': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description How many more runs of a workflow and of its jobs can go on at once, of what was collected */
    get: operations['GetHeadroom'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/warehouse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The warehouse of Redshift that a workflow loads, and the table there */
    get: operations['GetWarehouse'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/warehouse/rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description First rows of the table that a workflow loads, in no particular order */
    get: operations['ListWarehouseRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/warehouse/load-errors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Values that COPY could not load into the table within the last week, newest first */
    get: operations['ListLoadErrors'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/tables': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description Tables of the Data Catalog that a workflow's crawlers write, and what the last crawl changed of them */
    get: operations['ListTables'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/collector': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description How the collection of each AWS account and region is. For who runs the portal: it tells of the accounts and failures of all teams */
    get: operations['GetCollector'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/unnamed-workflows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** @description The workflows that AWS has in the accounts and regions of which an entity names a workflow, and that no entity names. For who runs the portal: it tells of the workflows of all teams. Lists are up to 30 s old */
    get: operations['GetUnnamedWorkflows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Error: {
      error: {
        name: string;
        message: string;
      };
      request: {
        method: string;
        url: string;
      };
      response: {
        statusCode: number;
      };
    };
    /**
     * @description What a node of a run's graph did, derived from what AWS says of it. `not-reached`: a failure or a stop before it kept it from running. `never-run`: no run is selected, the workflow never ran, or the run ended without needing it, e.g. an on-failure branch.
     * @enum {string}
     */
    NodeState:
      | 'succeeded'
      | 'failed'
      | 'timed-out'
      | 'stopped'
      | 'running'
      | 'waiting'
      | 'not-reached'
      | 'never-run';
    /**
     * @description What became of a run. AWS reports COMPLETED for runs with failed nodes; this never does. `unknown`: what AWS said of it does not tell, because its graph was not read.
     * @enum {string}
     */
    RunHealth:
      | 'succeeded'
      | 'failed'
      | 'partially-failed'
      | 'running'
      | 'stopping'
      | 'stopped'
      | 'unknown';
    /**
     * @description What became of a workflow: its last run's health, or that there was none
     * @enum {string}
     */
    WorkflowHealth:
      | 'succeeded'
      | 'failed'
      | 'partially-failed'
      | 'running'
      | 'stopping'
      | 'stopped'
      | 'unknown'
      | 'never-run';
    /** @enum {string} */
    NodeType: 'TRIGGER' | 'JOB' | 'CRAWLER';
    /** @description Counts of jobs and crawlers */
    RunStatistics: {
      total: number;
      succeeded: number;
      failed: number;
      timedOut: number;
      stopped: number;
      running: number;
      waiting: number;
      errored: number;
    };
    /** @description One try of a job or one crawl */
    NodeAttempt: {
      /** @description Glue's job run id; absent for crawls */
      id?: string;
      /** @description 0 for the first */
      attempt: number;
      /** @description Glue's own state name, e.g. `SUCCEEDED`, `TIMEOUT`, `CANCELLED` */
      rawState: string;
      /** @description ISO 8601 in UTC */
      startedAt?: string;
      /** @description ISO 8601 in UTC */
      completedAt?: string;
      /** @description Seconds */
      durationSeconds?: number;
      errorMessage?: string;
      /** @description Of a failed attempt of a run, where its error is known */
      cause?: components['schemas']['FailureCause'];
      /** @description Why it waits, where Glue says so */
      stateDetail?: string;
      /** @description The trigger that started it; absent for crawls */
      triggerName?: string;
      /** @description DPU hours, where Glue's fields allow to compute them */
      dpuHours?: number;
      /** @description As Glue counts them, which it does only with the execution class FLEX and with auto scaling */
      dpuSeconds?: number;
      /** @description DPUs that it could have */
      maxCapacity?: number;
      logGroupName?: string;
      /** @description Of a crawl; the streams of a job run are more than one */
      logStream?: string;
      workerType?: string;
      numberOfWorkers?: number;
      /** @description E.g. `5.1`; absent for crawls */
      glueVersion?: string;
      /** @description Glue's own name, `STANDARD` or `FLEX` */
      executionClass?: string;
      /** @description After these Glue ends it with the state `TIMEOUT` */
      timeoutMinutes?: number;
      /** @description The job runs whose end made its trigger fire */
      predecessors?: {
        jobName: string;
        runId: string;
      }[];
    };
    /** @description What has to be true of the nodes before a CONDITIONAL trigger for it to fire */
    TriggerPredicate: {
      /** @enum {string} */
      logical: 'AND' | 'ANY';
      conditions: {
        /** @enum {string} */
        nodeType: 'JOB' | 'CRAWLER';
        nodeName: string;
        /** @description Glue's own state name, e.g. `SUCCEEDED` */
        state: string;
      }[];
    };
    /** @description A job failed, and Glue will try it again by itself */
    PendingRetry: {
      /** @description Which one comes next; the first is 1 */
      attempt: number;
      /** @description How many there are at most */
      of: number;
    };
    WorkflowNode: {
      /** @description Glue's UniqueId: the same in the workflow's graph and in every run's */
      id: string;
      type: components['schemas']['NodeType'];
      name: string;
      state: components['schemas']['NodeState'];
      /** @description In the order of their starts, newest last; empty for triggers and for nodes that have not run */
      attempts: components['schemas']['NodeAttempt'][];
      pendingRetry?: components['schemas']['PendingRetry'];
      /** @description Only for triggers */
      trigger?: {
        /** @enum {string} */
        type: 'SCHEDULED' | 'CONDITIONAL' | 'ON_DEMAND' | 'EVENT';
        state: string;
        /** @description `cron(...)` in UTC */
        schedule?: string;
        /** @description The predicate in words, e.g. `all of: transform SUCCEEDED` */
        condition?: string;
        predicate?: components['schemas']['TriggerPredicate'];
      };
    };
    WorkflowEdge: {
      sourceId: string;
      destinationId: string;
    };
    WorkflowGraph: {
      nodes: components['schemas']['WorkflowNode'][];
      edges: components['schemas']['WorkflowEdge'][];
    };
    Properties: {
      [key: string]: string;
    };
    /** @description One run of a workflow, as a list shows it */
    RunFields: {
      /** @description Glue's WorkflowRunId, `wr_...` */
      id: string;
      workflowArn: string;
      health: components['schemas']['RunHealth'];
      /** @description Glue's own status */
      rawStatus: string;
      /** @description ISO 8601 in UTC */
      startedAt?: string;
      /** @description ISO 8601 in UTC */
      completedAt?: string;
      /** @description Seconds */
      durationSeconds?: number;
      /** @description DPU hours of all attempts, where Glue's fields allow to compute them and the graph was read */
      dpuHours?: number;
      /** @description How many rows the run loaded into the warehouse, where its load tells. Withheld as properties are */
      rowsLoaded?: number;
      /** @description Why the run, which ended well, did nothing, in a word such as `nothing-new`. Absent: it did something */
      skipped?: string;
      /** @description Names the definitions with which the run was made: its workflow's graph and its jobs. Runs of one workflow with the same version were made with the same. Absent where they were not read */
      version?: string;
      /** @description The run that this one resumed */
      previousRunId?: string;
      /** @description The first failed node's name and error, for lists */
      failure?: {
        nodeName: string;
        message?: string;
      };
      errorMessage?: string;
      statistics: components['schemas']['RunStatistics'];
      properties: components['schemas']['Properties'];
      /**
       * @description There may be properties, which are not shown here; see the workflow's
       * @enum {boolean}
       */
      propertiesWithheld?: true;
      /** @description Absent where AWS has no such account */
      consoleUrl?: string;
      /** @description Backstage user entity ref, when the run was started from the portal */
      startedBy?: string;
    };
    RunSummary: components['schemas']['RunFields'];
    /** @description What a run found of one rule of its result. Never the value of a row */
    QualityFinding: {
      /** @description What the rule measures, as `quality` of pipeline.yaml names it */
      kind: string;
      /** @description What people call the rule, where it has a name */
      name?: string;
      /** @description The columns of the result that the rule is about, separated by commas, cut where they are many */
      columns?: string;
      /**
       * @description failed: nothing was loaded; warned: it was loaded all the same; quarantined: the rows that do not meet it were set aside; unknown: there was nothing to compare with
       * @enum {string}
       */
      outcome: 'passed' | 'failed' | 'warned' | 'quarantined' | 'unknown';
      /** @description How many rows the rule judged */
      rows: number;
      /** @description In the unit of the kind: rows (rowCount), percent (rowCountChange), share of rows from 0 to 1 (completeness), hours (freshness), and of all others the rows that do not meet the rule */
      measured?: number;
      /** @description The least that was wanted, in the same unit */
      min?: number;
      /** @description The most that was wanted, in the same unit */
      max?: number;
    };
    /** @description What a run found of the rules of its result. Withheld as properties are */
    RunQuality: {
      /** @description How many rows the result has, those set aside not counted */
      rows: number;
      rules: components['schemas']['QualityFinding'][];
      /** @description How many rows were set aside */
      quarantined?: number;
      /** @description The folder of S3 where they lie */
      quarantine?: string;
    };
    RunDetail: components['schemas']['RunFields'] & {
      graph: components['schemas']['WorkflowGraph'];
      quality?: components['schemas']['RunQuality'];
    };
    /** @description When AWS was last read with success, ISO 8601 in UTC. Absent: never yet */
    CollectedAt: string;
    /** @description When this answer was made, by the clock of the portal, ISO 8601 in UTC. An answer that a 304 confirms keeps it; the header Date is that of the 304 */
    ServedAt: string;
    RunResponse: components['schemas']['RunFields'] & {
      graph: components['schemas']['WorkflowGraph'];
      quality?: components['schemas']['RunQuality'];
      collectedAt?: components['schemas']['CollectedAt'];
      servedAt?: components['schemas']['ServedAt'];
    };
    /** @description Something that is different in a run. Without `before` it is new, without `after` it is gone; without both the values are withheld */
    RunDifference: {
      /**
       * @description `code`: script and versions of a job. `access`: its role and connections. `structure`: nodes, triggers and what leads to what. `capacity`: workers, timeout and retries of a job. `rows`: how many were loaded, where that differs by a tenth
       * @enum {string}
       */
      kind:
        | 'code'
        | 'argument'
        | 'property'
        | 'access'
        | 'structure'
        | 'capacity'
        | 'duration'
        | 'rows';
      /** @description Name of the job, crawler or trigger; absent for what concerns the whole run */
      node?: string;
      /** @description What is different, e.g. `scriptLocation`, or the name of the argument or property */
      field: string;
      /** @description In the run that succeeded; what looks secret is `***` */
      before?: string;
      /** @description In this run */
      after?: string;
    };
    /** @description Something of which nobody knows whether it is different */
    UnknownChange: {
      /**
       * @description `nodes`: what jobs and crawlers of a run did. `definitions`: how the jobs of a run were defined. `jobs`: how some jobs were. `under-way`: a run goes on
       * @enum {string}
       */
      kind: 'nodes' | 'definitions' | 'jobs' | 'under-way';
      /**
       * @description Of which of both runs; absent where it is of either
       * @enum {string}
       */
      run?: 'this' | 'other';
      /** @description Why it could not be read, where AWS said so */
      reason?: string;
      jobs?: string[];
      /** @description One sentence for a person */
      text: string;
    };
    RunChangesResponse: {
      /** @description The run that was named, or the last one before it that succeeded. Absent: there is none */
      comparedWith?: {
        runId: string;
        /** @description ISO 8601 in UTC */
        startedAt?: string;
      };
      /** @description One sentence for a person */
      summary: string;
      /** @description The likeliest explanation of a failure first */
      differences: components['schemas']['RunDifference'][];
      /** @description What could not be compared, and why */
      unknown: components['schemas']['UnknownChange'][];
      /** @description The workflow does not say that it belongs to the entity: properties and arguments are left out, and what definitions say */
      valuesWithheld?: boolean;
      servedAt: components['schemas']['ServedAt'];
    };
    /** @description Who paused a schedule from the portal, and why */
    SchedulePause: {
      /** @description User entity ref */
      pausedBy: string;
      /** @description ISO 8601 in UTC */
      pausedAt: string;
      reason: string;
    };
    /** @description What starts a workflow */
    StartTrigger: {
      name: string;
      /** @enum {string} */
      type: 'SCHEDULED' | 'ON_DEMAND' | 'EVENT';
      /** @description As AWS has it, e.g. `ACTIVATED` */
      state: string;
      /** @description `cron(...)` in UTC */
      schedule?: string;
      /** @description ISO 8601 in UTC; only for activated schedules */
      nextRunAt?: string;
      /** @description ISO 8601 in UTC; when an activated schedule was due last, ten minutes ago at least */
      lastDueAt?: string;
      pause?: components['schemas']['SchedulePause'];
      /** @description ISO 8601 in UTC: when the last pause from the portal is known to have ended */
      resumedAt?: string;
      /** @description Only for events: how many start a run */
      batch?: {
        /** @description A run starts when so many events have come */
        size: number;
        /** @description Or so many seconds after the first of them */
        windowSeconds: number;
      };
    };
    /** @description A workflow as its entity's page shows it */
    WorkflowDetail: {
      arn: string;
      /** @description What signals call the workflow; without meaning to anybody else */
      signalKey: string;
      name: string;
      accountId: string;
      region: string;
      description?: string;
      /** @description ISO 8601 in UTC */
      createdAt?: string;
      health: components['schemas']['WorkflowHealth'];
      lastRun?: components['schemas']['RunSummary'];
      /** @description Structure; node states are those of the last run */
      graph: components['schemas']['WorkflowGraph'];
      startTrigger?: components['schemas']['StartTrigger'];
      defaultRunProperties: components['schemas']['Properties'];
      /** @description Why run properties are not shown through this entity, and what to do. Absent: they are */
      propertiesWithheld?: string;
      /** @description Median duration of the successful runs among the newest 50, in seconds */
      medianSeconds?: number;
      /** @description From when on a run that goes on takes too long, in seconds after its start: longer than promised, or else unusually long. Absent: nothing is promised, and too few runs succeeded to tell */
      tooLongAfterSeconds?: number;
      /** @description The longest that a run takes by the promise `glue-pipelines.io/longest-run`, in seconds. Absent: there is none */
      promisedSeconds?: number;
      freshness?: components['schemas']['PromiseState'];
      maxConcurrentRuns?: number;
      /** @description Absent where AWS has no such account */
      consoleUrl?: string;
      collectedAt?: components['schemas']['CollectedAt'];
      /** @description Why the newest attempt to read AWS failed. The rest is the last known state */
      collectionError?: string;
      /**
       * @description AWS Glue has no such workflow any more, or never had: it cannot be started
       * @enum {boolean}
       */
      missing?: true;
    };
    WorkflowsResponse: {
      items: components['schemas']['WorkflowDetail'][];
      price?: components['schemas']['Price'];
      servedAt?: components['schemas']['ServedAt'];
      /** @description One sentence for each part of the entity's annotation that is no workflow ARN */
      problems?: string[];
    };
    /** @description Newest first */
    RunsResponse: {
      items: components['schemas']['RunSummary'][];
      collectedAt?: components['schemas']['CollectedAt'];
      servedAt?: components['schemas']['ServedAt'];
      /** @description Where older runs go on: the `cursor` of the next question. Absent: there are none */
      nextCursor?: string;
    };
    /** @description What a node did in one run */
    GridCell: {
      runId: string;
      state: components['schemas']['NodeState'];
      /** @description How often it was tried */
      attempts: number;
      /** @description Seconds of the newest attempt; absent while it goes on, and where it did not run */
      durationSeconds?: number;
    };
    /** @description A job or crawler, by type and name, which outlast changes of the workflow */
    GridNode: {
      type: components['schemas']['NodeType'];
      name: string;
      /** @description One for each run that has the node and whose graph was read, newest first */
      cells: components['schemas']['GridCell'][];
    };
    GridResponse: {
      /** @description Newest first */
      runs: components['schemas']['RunSummary'][];
      /** @description Those of the newest run in the order of their flow, then those that only older runs have */
      nodes: components['schemas']['GridNode'][];
      /** @description Where older runs go on: the `cursor` of the next question. Absent: there are none */
      nextCursor?: string;
      collectedAt?: components['schemas']['CollectedAt'];
      servedAt: components['schemas']['ServedAt'];
    };
    /** @description A day on which runs started or ended with success */
    RunDay: {
      /** @description `YYYY-MM-DD` */
      date: string;
      /** @description How many started */
      runs: number;
      /** @description How many of those that started succeeded */
      succeeded: number;
      /** @description How many of those that started failed, wholly or partially */
      failed: number;
      /** @description When the first run that succeeded ended on this day, ISO 8601 in UTC */
      readyAt?: string;
      /** @description The run to look at: the last that failed, else the last */
      runId?: string;
    };
    DaysResponse: {
      /** @description The first day, `YYYY-MM-DD` */
      from: string;
      /** @description The last day, which is today, `YYYY-MM-DD` */
      until: string;
      timeZone: string;
      /** @description Oldest first; those without a run are left out */
      days: components['schemas']['RunDay'][];
      collectedAt?: components['schemas']['CollectedAt'];
      servedAt: components['schemas']['ServedAt'];
    };
    /** @description A workflow of an entity that is before or after another one */
    NeighbourPipeline: {
      entityRef: string;
      entityTitle?: string;
      /** @description Of the workflow */
      name: string;
      health: components['schemas']['WorkflowHealth'];
      /** @description It does not keep its promise of freshness */
      late: boolean;
      /** @description Steps from the entity that was asked for */
      distance: number;
      /** @description The entity, a step nearer, that leads to it */
      from: string;
      /** @description Name of what both share. Absent: one names the other */
      via?: string;
    };
    /** @description Of the promises about when runs end the one that matters most: a broken one, else the one that is due first. They are in annotations of the entity, or tags of the workflow by the same names */
    PromiseState: {
      /**
       * @description `expected`: a run ends well in time (`glue-pipelines.io/expected`); `freshness`: and it loads something (`glue-pipelines.io/freshness`); `longestRun`: no run takes longer (`glue-pipelines.io/longest-run`)
       * @enum {string}
       */
      kind: 'expected' | 'freshness' | 'longestRun';
      /** @description As it is written, an ISO 8601 duration or a time of day such as `by 06:00 Europe/Berlin` */
      promise: string;
      /** @description Why it cannot be read; then there is no state */
      problem?: string;
      /**
       * @description Whether such a run has ended in time. `unknown`: AWS was not read since it was due
       * @enum {string}
       */
      state?: 'fresh' | 'late' | 'unknown';
      /** @description When the newest such run ended, ISO 8601 in UTC */
      lastSuccessAt?: string;
      /** @description Until when the next one has to end, ISO 8601 in UTC */
      dueAt?: string;
    };
    LineageResponse: {
      /** @description Nearest first */
      upstream: components['schemas']['NeighbourPipeline'][];
      /** @description Nearest first */
      downstream: components['schemas']['NeighbourPipeline'][];
      /**
       * @description There are more, farther away
       * @enum {boolean}
       */
      incomplete?: true;
      servedAt: components['schemas']['ServedAt'];
    };
    FilterText: string;
    /**
     * @description `failing`: the last run ended without success. `running`: it goes on. `late`: the promise of freshness is broken, whatever became of the last run. `healthy`: it succeeded, and no promise is broken. `unknown`: it never ran, nobody knows what became of it, or AWS could not be read for more than 15 minutes.
     * @enum {string}
     */
    FleetTile: 'failing' | 'running' | 'late' | 'healthy' | 'unknown';
    /** @enum {string} */
    FleetSort:
      | 'worst'
      | 'name'
      | 'last-run'
      | 'duration'
      | 'success-rate'
      | 'freshness'
      | 'cost';
    /** @enum {string} */
    FleetGrouping: 'owner' | 'system';
    /** @enum {string} */
    FleetLack: 'owner' | 'promise';
    /** @description How many there are of each tile. A late workflow is counted as failing or running, too */
    FleetCounts: {
      failing: number;
      running: number;
      late: number;
      healthy: number;
      unknown: number;
    };
    /** @description The workflows of one owner or system that all filters let pass, on whatever page */
    FleetGroup: {
      /** @description Entity ref of the owner or the system; absent for the workflows without one */
      ref?: string;
      total: number;
      worst: components['schemas']['FleetTile'];
      tiles: components['schemas']['FleetCounts'];
    };
    FleetRun: {
      /** @description Glue's WorkflowRunId */
      id: string;
      health: components['schemas']['RunHealth'];
      /** @description ISO 8601 in UTC */
      startedAt?: string;
      /** @description Seconds; absent while it runs */
      durationSeconds?: number;
      /** @description Why the run, which ended well, did nothing, in a word such as `nothing-new`. Absent: it did something */
      skipped?: string;
    };
    /** @description A workflow through one of the entities that name it */
    FleetItem: {
      arn: string;
      /** @description What signals call the workflow; empty where it was never collected */
      signalKey: string;
      name: string;
      accountId: string;
      region: string;
      entityRef: string;
      entityTitle?: string;
      /** @description Entity ref of who owns the entity */
      owner?: string;
      /** @description Entity ref of the system that the entity is part of */
      system?: string;
      /** @description Of the entity */
      tags: string[];
      health: components['schemas']['WorkflowHealth'];
      /** @description Where it is counted */
      tiles: components['schemas']['FleetTile'][];
      /** @description The newest ten, newest first. Absent, like what follows of runs: the caller may not read runs of the entity */
      runs?: components['schemas']['FleetRun'][];
      /** @description Median duration of the successful runs among the newest 50, in seconds */
      medianSeconds?: number;
      /** @description From when on a run that goes on takes too long, in seconds after its start: longer than promised, or else unusually long. Absent: nothing is promised, and too few runs succeeded to tell */
      tooLongAfterSeconds?: number;
      /** @description The longest that a run takes by the promise `glue-pipelines.io/longest-run`, in seconds. Absent: there is none */
      promisedSeconds?: number;
      /** @description Of the newest 50 runs, how many have ended and how many of these with success */
      successRate?: {
        succeeded: number;
        ended: number;
      };
      /** @description ISO 8601 in UTC; only for activated schedules */
      nextRunAt?: string;
      freshness?: components['schemas']['PromiseState'];
      /** @description Of the runs that started in the last seven days in UTC, today included. An estimate: see the answer's `price` */
      cost?: {
        dpuHours: number;
        amount: number;
      };
      /** @description Absent where AWS has no such account */
      consoleUrl?: string;
      collectedAt?: components['schemas']['CollectedAt'];
      /** @description Why the newest attempt to read AWS failed. The rest is the last known state */
      collectionError?: string;
    };
    /** @description What there is to filter by, of all workflows that the caller may see */
    FleetFilters: {
      owners: string[];
      systems: string[];
      tags: string[];
      accounts: string[];
      regions: string[];
    };
    /** @description A workflow that ran in the window, through one of the entities that name it */
    FleetRunsItem: {
      arn: string;
      name: string;
      accountId: string;
      region: string;
      entityRef: string;
      entityTitle?: string;
      /** @description Entity ref of who owns the entity */
      owner?: string;
      /** @description Newest first */
      runs: components['schemas']['FleetRun'][];
      /** @description How many older runs of the window are not in `runs` */
      leftOut: number;
    };
    FleetRunsResponse: {
      /** @description ISO 8601 in UTC */
      from: string;
      /** @description ISO 8601 in UTC */
      to: string;
      items: components['schemas']['FleetRunsItem'][];
      /** @description How many workflows ran in the window, on all pages */
      total: number;
      /** @description How many did not, of those whose runs the caller may read */
      idle: number;
      /** @description Runs of the window, on all pages */
      counts: {
        runs: number;
        /** @description In whole or in part */
        failed: number;
        running: number;
        succeeded: number;
      };
      filters: components['schemas']['FleetFilters'];
      /** @description Workflows that entities name which the caller sees, without the permission to read their runs */
      withheld: number;
      servedAt: components['schemas']['ServedAt'];
    };
    FleetResponse: {
      items: components['schemas']['FleetItem'][];
      /** @description How many there are on all pages */
      total: number;
      /** @description Of what all filters but the tile let pass */
      tiles: components['schemas']['FleetCounts'];
      /** @description Those of which the page has workflows, in its order; absent when nothing is grouped */
      groups?: components['schemas']['FleetGroup'][];
      /** @description Workflows that entities name which the caller sees, and that are not shown: the permission glue-pipelines.workflow.read is missing, or the workflow does not say that it belongs to the entity */
      withheld: number;
      filters: components['schemas']['FleetFilters'];
      price: components['schemas']['Price'];
      servedAt: components['schemas']['ServedAt'];
    };
    /** @description What amounts are computed with */
    Price: {
      perDpuHour: number;
      /** @description ISO 4217 */
      currency: string;
      /** @description That amounts are estimates, and what is not in them */
      note: string;
    };
    LogLine: {
      /** @description ISO 8601 in UTC */
      time: string;
      /** @description The id of its stream */
      stream: string;
      text: string;
      /**
       * @description The line is longer than what is shown of it
       * @enum {boolean}
       */
      cut?: true;
    };
    LogStream: {
      /** @description Its log group and its name */
      id: string;
      name: string;
      /**
       * @description `continuous`: the log of continuous logging, up to Glue 4
       * @enum {string}
       */
      kind: 'output' | 'error' | 'continuous' | 'crawler';
      /**
       * @description Who wrote it; a crawler counts as a driver. `insights` are what Glue found out about a failure
       * @enum {string}
       */
      part: 'driver' | 'executor' | 'progress' | 'insights';
      logGroup: string;
      consoleUrl?: string;
      /** @description ISO 8601 in UTC; CloudWatch tells it late, or not at all */
      lastEventAt?: string;
    };
    /** @description Why an attempt failed, and what to do */
    FailureCause: {
      /** @description Stable, e.g. `out-of-memory` */
      id: string;
      title: string;
      remedy: string;
      documentation?: string;
      /** @description The line of the log that tells it. Absent: the error of the attempt does */
      line?: string;
      /** @description By which texts title and remedy are said in another language. Absent: a module of the portal added the cause */
      text?: components['schemas']['CauseText'];
    };
    CauseText: {
      /** @description The key of a title, e.g. `unreachable-server` */
      title: string;
      /** @description The key of a remedy */
      remedy: string;
      /** @description What belongs into both */
      values: {
        [key: string]: string;
      };
    };
    EmptyLog: {
      /**
       * @description `just-ended`: CloudWatch has nothing of it yet. `no-log`: in none of the groups. `executors-only`: the driver has no stream. `no-stream`: not the one that was asked for
       * @enum {string}
       */
      reason:
        | 'never-began'
        | 'waiting'
        | 'nothing-yet'
        | 'just-ended'
        | 'no-log'
        | 'executors-only'
        | 'no-stream'
        | 'none-found'
        | 'none-found-yet'
        | 'no-more'
        | 'no-more-yet'
        | 'none-in-time'
        | 'empty-streams';
      /** @description Log groups in which it was looked for */
      groups?: string[];
      /** @description A sentence or two for a person */
      text: string;
    };
    LogsResponse: {
      /** @description Oldest first */
      lines: components['schemas']['LogLine'][];
      /** @description All that the attempt wrote to, read here or not */
      streams: components['schemas']['LogStream'][];
      /** @description Older lines. Absent: there are none, or only found lines were asked for */
      previousCursor?: string;
      /** @description Newer lines, also those that are still to come. Absent: there are none, and none will come */
      nextCursor?: string;
      /** @description The attempt has ended, and so long ago that CloudWatch has all of it */
      complete: boolean;
      /** @description Why there is no line, where there is none */
      emptyBecause?: components['schemas']['EmptyLog'];
      /** @description One sentence for each log that could not be read */
      problems?: string[];
      /** @description Of an attempt that failed, with its newest lines, where it is known */
      cause?: components['schemas']['FailureCause'];
      /** @description The log in the AWS console */
      consoleUrl?: string;
      /** @description When CloudWatch was asked, ISO 8601 in UTC: an answer serves for some seconds */
      readAt: string;
    };
    ScriptLine: {
      /** @description From 1 */
      line: number;
      /** @description What stands there */
      code?: string;
    };
    /** @description What failed beneath the script */
    InsightEvent: {
      /** @description As Glue names it, e.g. `GlueExceptionAnalysisTaskFailed` */
      name: string;
      /** @description ISO 8601 in UTC */
      at?: string;
      /** @description The id of the executor, which has a log of its own */
      executor?: string;
      /** @description The line of the error that says most */
      reason?: string;
    };
    InsightsResponse: {
      /** @description The file name of the script */
      script?: string;
      /** @description The line of the script that raised the error */
      failedAt?: components['schemas']['ScriptLine'];
      /** @description The statement of the script, mostly a Spark action, that led there */
      lastExecuted?: components['schemas']['ScriptLine'];
      /** @description The line of the error that says most */
      reason?: string;
      /** @description Oldest first */
      events: components['schemas']['InsightEvent'][];
      /** @description Causes and remedies in the words of Glue, up to Glue 4 */
      recommendations: string[];
      /**
       * @description Why there is nothing: the job did not fail, or Glue has written nothing, because the job does not ask for it by `--enable-job-insights`, because it found nothing, or so far
       * @enum {string}
       */
      absent?: 'not-failed' | 'not-written';
      /** @description One sentence for each log that could not be looked at */
      problems?: string[];
      /** @description ISO 8601 in UTC */
      readAt: string;
    };
    StartRunRequest: {
      entityRef: string;
      workflowArn: string;
      /** @description Overrides of the workflow's default run properties. Never secrets: they are stored and shown */
      properties?: components['schemas']['Properties'];
      /** @description Requests with the same key start one run; a new key for each start. Without a key each request starts one */
      idempotencyKey?: string;
    };
    ResumeRunRequest: {
      entityRef: string;
      workflowArn: string;
      /** @description Jobs and crawlers that ran: they run again, and what comes after them */
      nodeIds: string[];
    };
    PauseScheduleRequest: {
      entityRef: string;
      workflowArn: string;
      /** @description Why, for everybody who sees the workflow */
      reason: string;
    };
    ResumeScheduleRequest: {
      entityRef: string;
      workflowArn: string;
    };
    StopRunRequest: {
      entityRef: string;
      workflowArn: string;
    };
    StartRunResponse: {
      runId: string;
    };
    BadgeLink: {
      /** @description Of the image, as browsers reach it */
      url: string;
      /** @description User entity ref */
      sharedBy: string;
      /** @description ISO 8601 in UTC */
      sharedAt: string;
    };
    BadgeResponse: {
      /** @description Whether the portal serves badges at all, which its configuration decides */
      enabled: boolean;
      link?: components['schemas']['BadgeLink'];
    };
    /** @description Hours, days or months of UTC, both ends included */
    BackfillRange: {
      from: string;
      to: string;
      /** @enum {string} */
      every: 'hour' | 'day' | 'month';
    };
    BackfillRequest: {
      entityRef: string;
      workflowArn: string;
      /** @description The run property whose value tells the runs apart */
      property: string;
      range?: components['schemas']['BackfillRange'];
      /** @description The values one by one, in the order of their runs, instead of a range */
      values?: string[];
      /**
       * @description `missing`: values of which there is no run. `unsuccessful`: also those whose last run has not succeeded. `all`: also those that have. What goes on is never started beside itself
       * @enum {string}
       */
      which: 'missing' | 'unsuccessful' | 'all';
      /** @description Runs that go on at the same time, at most */
      atOnce: number;
      /** @description Other run properties of each run. Never secrets, which are stored and shown */
      properties?: components['schemas']['Properties'];
    };
    BackfillItem: {
      value: string;
      /** @description The newest run that had the value */
      run?: {
        id: string;
        health: components['schemas']['RunHealth'];
        /** @description ISO 8601 in UTC */
        startedAt: string;
      };
      /** @description Whether a run is started */
      starts: boolean;
    };
    BackfillPreview: {
      items: components['schemas']['BackfillItem'][];
    };
    BackfillBegun: {
      id: string;
    };
    Backfill: {
      id: string;
      property: string;
      atOnce: number;
      /** @description User entity ref */
      startedBy: string;
      /** @description ISO 8601 in UTC */
      createdAt: string;
      /** @description ISO 8601 in UTC. Absent while it goes on */
      endedAt?: string;
      /** @description User entity ref of who stopped it */
      stoppedBy?: string;
      /** @description Why the next run waits, or why the backfill ended before its end */
      problem?: string;
      items: {
        value: string;
        /** @description Its run. Absent while it waits */
        run?: {
          id: string;
          health: components['schemas']['RunHealth'];
        };
      }[];
    };
    BackfillsResponse: {
      backfills: components['schemas']['Backfill'][];
    };
    StopBackfillRequest: {
      entityRef: string;
      workflowArn: string;
    };
    BadgeRequest: {
      entityRef: string;
      workflowArn: string;
    };
    /**
     * @description `ending-version`: a job is on a version of Glue that AWS ends or has ended. `no-owner`: the entity has none. `nobody-told`: the workflow's tag does not name the entity, so that its owner is told of no failure. `no-promise`: the entity makes no promise of freshness. `never-run`. `not-run-lately`: the last run began more than 30 days ago. `no-tags`: the entity has none
     * @enum {string}
     */
    HygieneFinding:
      | 'ending-version'
      | 'no-owner'
      | 'nobody-told'
      | 'no-promise'
      | 'never-run'
      | 'not-run-lately'
      | 'no-tags';
    HygieneItem: {
      arn: string;
      name: string;
      entityRef: string;
      entityTitle?: string;
      /** @description Entity ref of who owns the entity */
      owner?: string;
      /** @description ISO 8601 in UTC */
      lastStartedAt?: string;
      /** @description The most urgent first */
      findings: components['schemas']['HygieneFinding'][];
      /** @description Versions of Glue that AWS ends, with the jobs that are on them */
      endingVersions?: {
        version: string;
        /** @description When AWS ends security updates and support, as a date */
        support: string;
        /** @description When no job of it starts any more, as a date */
        life: string;
        jobs: string[];
      }[];
    };
    HygieneResponse: {
      items: components['schemas']['HygieneItem'][];
      /** @description Workflows on all pages */
      total: number;
      /** @description Workflows that the filters let pass and that have no finding */
      wellKept: number;
      /** @description How many workflows have each finding, whatever finding is asked for */
      counts: {
        finding: components['schemas']['HygieneFinding'];
        workflows: number;
      }[];
      filters: components['schemas']['FleetFilters'];
      /** @description Workflows that the caller may not see, of entities that they see */
      withheld: number;
      servedAt: components['schemas']['ServedAt'];
    };
    RunsAtOnce: {
      running: number;
      /** @description How many may go on at once. Absent: no maximum is set */
      most?: number;
    };
    HeadroomJob: {
      name: string;
      /** @description Runs of it, of all workflows that the portal collects in the account and region */
      running: number;
      /** @description The job's MaxConcurrentRuns. Absent: its definition was not read */
      most?: number;
    };
    /** @description What goes on in an account and region, of all workflows that the portal collects */
    LocationLoad: {
      accountId: string;
      region: string;
      /** @description Of workflows */
      runs: number;
      jobRuns: number;
    };
    HeadroomResponse: {
      runs: components['schemas']['RunsAtOnce'];
      jobs: components['schemas']['HeadroomJob'][];
      location: components['schemas']['LocationLoad'];
      servedAt: components['schemas']['ServedAt'];
    };
    FleetHeadroomResponse: {
      locations: components['schemas']['LocationLoad'][];
      /** @description Workflows that have as many runs as they may */
      full: {
        arn: string;
        name: string;
        entityRef: string;
        running: number;
        most: number;
      }[];
      servedAt: components['schemas']['ServedAt'];
    };
    /** @description The table that a workflow loads, as far as it could be read */
    WarehouseTable: {
      database: string;
      schema: string;
      name: string;
      rowCount?: number;
      /** @description In blocks of 1 MB. Absent: unknown, or the table is empty */
      sizeMb?: number;
      /** @description The last COPY into a table of this name in the database, of the last week; Redshift does not tell of which schema */
      lastLoad?: {
        /** @description ISO 8601 in UTC */
        endedAt: string;
        rows: number;
      };
      columns?: components['schemas']['WarehouseColumn'][];
      /** @description What could not be read, and what to do */
      problems?: string[];
      /** @description ISO 8601 in UTC */
      readAt: string;
    };
    WarehouseColumn: {
      name: string;
      /** @description Redshift's internal name, e.g. `int4` or `varchar` */
      type: string;
      length?: number;
      scale?: number;
      nullable: boolean;
    };
    WarehouseResponse: {
      /** @enum {string} */
      kind: 'cluster' | 'workgroup';
      name: string;
      /**
       * @description `changing` may answer queries, `starting` will soon, `paused` when somebody resumes it, `failed` needs somebody
       * @enum {string}
       */
      state: 'available' | 'changing' | 'starting' | 'paused' | 'failed';
      /** @description As AWS says it */
      rawStatus: string;
      endpoint?: {
        address: string;
        port: number;
      };
      /** @description Of a workgroup, in Redshift processing units */
      baseCapacity?: number;
      maxCapacity?: number;
      /** @description Of a cluster */
      nodeType?: string;
      nodes?: number;
      /** @description ISO 8601 in UTC */
      readAt: string;
      table: components['schemas']['WarehouseTable'];
    };
    WarehouseRowsResponse: {
      columns: components['schemas']['WarehouseColumn'][];
      /** @description Values as text in the order of the columns, null where there is none */
      rows: (string | null)[][];
      /** @description Whether the table has more */
      moreRows: boolean;
      /** @description How many columns follow those that are shown */
      columnsLeftOut: number;
      /** @description Whether some values are only their beginning */
      shortened: boolean;
      /** @description ISO 8601 in UTC */
      readAt: string;
    };
    LoadError: {
      /** @description When the COPY began, ISO 8601 in UTC */
      at: string;
      file: string;
      line: number;
      column: string;
      type: string;
      code: number;
      reason: string;
    };
    LoadErrorsResponse: {
      items: components['schemas']['LoadError'][];
      /** @description ISO 8601 in UTC */
      readAt: string;
    };
    CatalogColumn: {
      name: string;
      /** @description Hive's name, e.g. `bigint` or `struct<a:int>`; only its beginning where it is long */
      type: string;
      comment?: string;
    };
    ColumnChange: {
      /** @enum {string} */
      kind: 'added' | 'removed' | 'retyped';
      name: string;
      partitionKey: boolean;
      /** @description The type before. Absent: the column was not there */
      from?: string;
      /** @description The type since. Absent: the column is not there any more */
      to?: string;
    };
    CrawlerSummary: {
      name: string;
      /** @description READY, RUNNING or STOPPING, as Glue says it */
      state: string;
      database?: string;
      tablePrefix?: string;
      targets: string[];
      lastCrawl?: {
        /** @description SUCCEEDED, CANCELLED or FAILED, as Glue says it */
        status: string;
        /** @description ISO 8601 in UTC */
        startedAt?: string;
        error?: string;
      };
    };
    CatalogTable: {
      database: string;
      name: string;
      /** @description The crawler that writes it */
      crawler: string;
      columns: components['schemas']['CatalogColumn'][];
      /** @description How many columns follow those that are shown */
      columnsLeftOut: number;
      partitionKeys: components['schemas']['CatalogColumn'][];
      location?: string;
      /** @description e.g. `csv` or `parquet` */
      format?: string;
      /** @description What the crawler counted or estimated */
      recordCount?: number;
      /** @description ISO 8601 in UTC */
      createdAt?: string;
      /** @description ISO 8601 in UTC */
      updatedAt?: string;
      /** @description What the newest version of the table changed. Absent: it has only one, or the versions could not be read */
      lastChange?: {
        /** @description ISO 8601 in UTC */
        at?: string;
        /** @description Whether the crawler's last crawl made that version */
        byLastCrawl: boolean;
        columns: components['schemas']['ColumnChange'][];
      };
    };
    TablesResponse: {
      crawlers: components['schemas']['CrawlerSummary'][];
      /** @description By database and name */
      items: components['schemas']['CatalogTable'][];
      /** @description What could not be read, or is not there */
      problems?: string[];
      /** @description ISO 8601 in UTC */
      readAt: string;
    };
    /**
     * @description `denied` also where AWS does not accept the credentials; `error` is everything that has no name here
     * @enum {string}
     */
    CallOutcome:
      'ok' | 'throttled' | 'denied' | 'unreachable' | 'not-found' | 'error';
    CallCount: {
      /** @description As IAM writes it, e.g. `redshift-data` */
      service: string;
      /** @description E.g. `BatchGetWorkflows` */
      operation: string;
      outcome: components['schemas']['CallOutcome'];
      /** @description Each with the retries of the SDK */
      calls: number;
    };
    CollectorLocation: {
      accountId: string;
      region: string;
      /** @description How many an entity names */
      workflows: number;
      /** @description Of these: it is time to look at them, and nobody has finished doing so */
      due: number;
      /** @description Of these: a run is under way or announced */
      active: number;
      /** @description Of these: the last look failed */
      failing: number;
      /** @description Of the failing workflows, the one that failed last */
      newestFailure?: {
        /** @description What to do about it, without AWS's own words */
        message: string;
        /** @description ISO 8601 in UTC */
        at: string;
      };
      /** @description When a look at one of them last succeeded, ISO 8601 in UTC. Absent: never yet */
      lastSuccessAt?: string;
      /** @description How late the most overdue look is. A failing workflow is put off, and then not late */
      lagSeconds: number;
      /** @description Calls to AWS since `startedAt`, of the replica that answers only: others have counts of their own */
      calls: components['schemas']['CallCount'][];
    };
    UnnamedLocation: {
      accountId: string;
      region: string;
      /** @description That no entity names, as AWS orders them */
      workflows: {
        arn: string;
        name: string;
      }[];
      /** @description Why the list is not known, and what to do about it */
      problem?: string;
    };
    UnnamedWorkflowsResponse: {
      /** @description By account and region */
      locations: components['schemas']['UnnamedLocation'][];
      servedAt: components['schemas']['ServedAt'];
    };
    CollectorResponse: {
      /** @description By account and region */
      locations: components['schemas']['CollectorLocation'][];
      /** @description When the replica that answers started, ISO 8601 in UTC */
      startedAt: string;
      servedAt: components['schemas']['ServedAt'];
    };
    /**
     * @description Whether the job uses its bookmark, as the newest run that the portal knows had it; a paused one is read and does not move
     * @enum {string}
     */
    BookmarkOption: 'enabled' | 'paused' | 'disabled' | 'unknown';
    BookmarkResponse: {
      jobName: string;
      option: components['schemas']['BookmarkOption'];
      /** @description Absent: there is none yet, so that the next run reads everything */
      bookmark?: {
        /** @description It grows with every change, resets included */
        version: number;
        /** @description The number of the job's run that left it; 0 after a reset */
        run: number;
        attempt: number;
        /** @description The run of the job that left it */
        jobRunId?: string;
        /** @description The run of the job that left the one before */
        previousJobRunId?: string;
      };
      /** @description ISO 8601 in UTC */
      readAt: string;
    };
    ResetBookmarkRequest: {
      entityRef: string;
      workflowArn: string;
      /** @description The run of the job after which to go on; everything is read again when absent */
      jobRunId?: string;
    };
  };
  responses: {
    /** @description What the header If-None-Match names is still so, for this caller: the answer that came with that ETag can be used again. When it was served makes no difference */
    NotModified: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description A value is missing or malformed; the message names it */
    Invalid: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description Nobody is signed in */
    Anonymous: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The message names the permission that is missing, or the tag of the workflow */
    Denied: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description No such entity, or it does not name the workflow, or no such run, job or bookmark */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The header Allow has the methods that are possible */
    WrongMethod: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The body is too large */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The body is not application/json */
    WrongType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description Glue does not accept the run now, or a run is under way, or the idempotency key belongs to another start */
    Conflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description More starts within a minute than the portal allows for the user or the workflow */
    TooMany: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The portal failed; its log says why */
    Failed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description Glue or another part of the portal cannot be reached, or asks to slow down; for a start also: it is not known yet whether the run has begun */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /**
     * @description The entity that names the workflow in its annotation
     * @example component:default/covid-hiring
     */
    entityRef: string;
    /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
    workflowArn: string;
    /** @description Glue's WorkflowRunId */
    runId: string;
    /** @description A job of the workflow's graph */
    jobName: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  ListWorkflows: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The workflows in the order of the annotation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WorkflowsResponse'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetLineage: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The pipelines before and after the entity */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LineageResponse'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListFleet: {
    parameters: {
      query?: {
        /** @description Only workflows of this tile */
        tile?: components['schemas']['FleetTile'];
        /** @description Only workflows of entities that this one owns, e.g. `group:default/data-engineering` */
        owner?: components['schemas']['FilterText'];
        /** @description Only workflows of entities that the caller owns, themselves or through a group. Only users own */
        mine?: boolean;
        /** @description Only workflows whose entity has no owner, or makes no promise of freshness */
        lacks?: components['schemas']['FleetLack'];
        /** @description Only workflows of entities that are part of this system, e.g. `system:default/orders` */
        system?: components['schemas']['FilterText'];
        /** @description Only workflows of entities with this tag */
        tag?: components['schemas']['FilterText'];
        /** @description Only workflows of this AWS account */
        account?: components['schemas']['FilterText'];
        /** @description Only workflows of this AWS region */
        region?: components['schemas']['FilterText'];
        /** @description Only workflows that have this in their name, or in the reference or the title of their entity */
        text?: components['schemas']['FilterText'];
        /** @description What decides the order; `worst` when absent. What is not known comes last */
        sort?: components['schemas']['FleetSort'];
        /** @description `asc` or `desc`. When absent, what needs attention comes first: names from A, newest last run, longest last run, lowest rate of success, most overdue, most expensive */
        order?: 'asc' | 'desc';
        /** @description Keeps the workflows of one owner or system together, those with the worst workflow first and the order within them. The answer's `groups` tells of those on the page */
        group?: components['schemas']['FleetGrouping'];
        /** @description How many workflows to leave out at the beginning */
        offset?: number;
        /** @description How many workflows at most; 50 when absent */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the workflows, with counts of all */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetResponse'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListFleetRuns: {
    parameters: {
      query: {
        /** @description When the window begins */
        from: string;
        /** @description When it ends, at most seven days later */
        to: string;
        /** @description Only workflows of entities that this one owns, e.g. `group:default/data-engineering` */
        owner?: components['schemas']['FilterText'];
        /** @description Only workflows of entities that the caller owns, themselves or through a group. Only users own */
        mine?: boolean;
        /** @description Only workflows whose entity has no owner, or makes no promise of freshness */
        lacks?: components['schemas']['FleetLack'];
        /** @description Only workflows of entities that are part of this system, e.g. `system:default/orders` */
        system?: components['schemas']['FilterText'];
        /** @description Only workflows of entities with this tag */
        tag?: components['schemas']['FilterText'];
        /** @description Only workflows of this AWS account */
        account?: components['schemas']['FilterText'];
        /** @description Only workflows of this AWS region */
        region?: components['schemas']['FilterText'];
        /** @description Only workflows that have this in their name, or in the reference or the title of their entity */
        text?: components['schemas']['FilterText'];
        /** @description How many workflows to leave out at the beginning */
        offset?: number;
        /** @description How many workflows at most; 25 when absent */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The workflows that ran, with their runs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetRunsResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListRuns: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
        /** @description How many runs at most; 25 when absent */
        limit?: number;
        /** @description The nextCursor of the answer before: the runs that follow it */
        cursor?: string;
        /** @description Only runs of one of these; may be repeated */
        health?: components['schemas']['RunHealth'][];
        /** @description Only runs that started then or later */
        startedFrom?: string;
        /** @description Only runs that started earlier */
        startedBefore?: string;
        /** @description Only runs that this user started from the portal, e.g. `user:default/jo`; `portal` for those that anybody did, `elsewhere` for the others: schedules, events, and whoever asks AWS */
        startedBy?: string;
        /** @description Only runs with this property, `name=value`; may be repeated, then all of them */
        property?: string[];
        /** @description Only runs that were made with the definitions of this version */
        version?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The runs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunsResponse'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  StartRun: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StartRunRequest'];
      };
    };
    responses: {
      /** @description The run has begun */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartRunResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      429: components['responses']['TooMany'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetGrid: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
        /** @description How many runs at most; 25 when absent */
        limit?: number;
        /** @description The nextCursor of the answer before: the runs that follow it */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The newest runs, and what the nodes did in them */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GridResponse'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListDays: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
        /** @description How many days, of which today is the last; 91 when absent */
        days?: number;
        /** @description In which days begin and end, e.g. `Europe/Berlin`; UTC when absent */
        timeZone?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The days on which there was a run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DaysResponse'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetRun: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
      };
      header?: never;
      path: {
        /** @description Glue's WorkflowRunId */
        runId: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunResponse'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetLogs: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
        /** @description The id of a job run of the run, or the name of one of its crawlers */
        attempt: string;
        /** @description `driver` for all that the driver wrote, which is also what is read when absent; `output` or `error` for one of both; or the id or the name of a stream of the answer, e.g. of an executor */
        stream?: string;
        /** @description Only lines that contain this text, in this case, oldest first */
        search?: string;
        /** @description Begin at this time, instead of with the newest lines */
        from?: string;
        /** @description Only lines before this time */
        until?: string;
        /** @description The previousCursor or nextCursor of an answer, with the same other parameters */
        cursor?: string;
        /** @description How many lines at most; 200 when absent */
        limit?: number;
      };
      header?: never;
      path: {
        /** @description Glue's WorkflowRunId */
        runId: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The lines; none, and why, where there is no log */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LogsResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetInsights: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
        /** @description The id of a job run of the run */
        attempt: string;
      };
      header?: never;
      path: {
        /** @description Glue's WorkflowRunId */
        runId: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The insights, or why there are none */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InsightsResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetRunChanges: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
        /** @description A run of the same workflow to compare with. Absent: the last one before it that succeeded */
        since?: string;
      };
      header?: never;
      path: {
        /** @description Glue's WorkflowRunId */
        runId: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The differences */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunChangesResponse'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ResumeRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Glue's WorkflowRunId */
        runId: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResumeRunRequest'];
      };
    };
    responses: {
      /** @description The new run has begun */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartRunResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  StopRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Glue's WorkflowRunId */
        runId: components['parameters']['runId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StopRunRequest'];
      };
    };
    responses: {
      /** @description AWS ends its jobs, which takes a while */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StartRunResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListBackfills: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most five */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BackfillsResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  BeginBackfill: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BackfillRequest'];
      };
    };
    responses: {
      /** @description The first runs begin */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BackfillBegun'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  PreviewBackfill: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BackfillRequest'];
      };
    };
    responses: {
      /** @description Each value in order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BackfillPreview'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  StopBackfill: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        backfillId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StopBackfillRequest'];
      };
    };
    responses: {
      /** @description No further run begins */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  PauseSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PauseScheduleRequest'];
      };
    };
    responses: {
      /** @description AWS starts the workflow by its schedule no more */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ResumeSchedule: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResumeScheduleRequest'];
      };
    };
    responses: {
      /** @description AWS starts the workflow by its schedule from now on */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetBookmark: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
      };
      header?: never;
      path: {
        /** @description A job of the workflow's graph */
        jobName: components['parameters']['jobName'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bookmark, or that there is none yet */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BookmarkResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ResetBookmark: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description A job of the workflow's graph */
        jobName: components['parameters']['jobName'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResetBookmarkRequest'];
      };
    };
    responses: {
      /** @description The bookmark from which the next run reads */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BookmarkResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetBadgeImage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The secret part of the link */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The name of the pipeline and how it is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/svg+xml': string;
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetBadge: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The link, where there is one */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BadgeResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ShareBadge: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BadgeRequest'];
      };
    };
    responses: {
      /** @description The link */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BadgeResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  RevokeBadge: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BadgeRequest'];
      };
    };
    responses: {
      /** @description The link shows nothing any more */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      409: components['responses']['Conflict'];
      413: components['responses']['TooLarge'];
      415: components['responses']['WrongType'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListHygiene: {
    parameters: {
      query?: {
        /** @description Only workflows with it */
        finding?: components['schemas']['HygieneFinding'];
        /** @description Only workflows of entities that this one owns, e.g. `group:default/data-engineering` */
        owner?: components['schemas']['FilterText'];
        /** @description Only workflows of entities that the caller owns, themselves or through a group. Only users own */
        mine?: boolean;
        /** @description Only workflows whose entity has no owner, or makes no promise of freshness */
        lacks?: components['schemas']['FleetLack'];
        /** @description Only workflows of entities that are part of this system, e.g. `system:default/orders` */
        system?: components['schemas']['FilterText'];
        /** @description Only workflows of entities with this tag */
        tag?: components['schemas']['FilterText'];
        /** @description Only workflows of this AWS account */
        account?: components['schemas']['FilterText'];
        /** @description Only workflows of this AWS region */
        region?: components['schemas']['FilterText'];
        /** @description Only workflows that have this in their name, or in the reference or the title of their entity */
        text?: components['schemas']['FilterText'];
        /** @description How many workflows to leave out at the beginning */
        offset?: number;
        /** @description How many workflows at most; 50 when absent */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of the workflows, with counts of all */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HygieneResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetFleetHeadroom: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every account and region, and the workflows that start no further run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetHeadroomResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetHeadroom: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What goes on, and how much may */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HeadroomResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetWarehouse: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What could be read; a table without problems is whole */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WarehouseResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListWarehouseRows: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
        /** @description How many rows at most; 20 when absent */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['WarehouseRowsResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListLoadErrors: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The errors */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LoadErrorsResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  ListTables: {
    parameters: {
      query: {
        /**
         * @description The entity that names the workflow in its annotation
         * @example component:default/covid-hiring
         */
        entityRef: components['parameters']['entityRef'];
        /** @example arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring */
        workflowArn: components['parameters']['workflowArn'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What could be read; an answer without problems is whole */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TablesResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      404: components['responses']['NotFound'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetCollector: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Every account and region that has workflows, or that was called */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CollectorResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
  GetUnnamedWorkflows: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By account and region */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnnamedWorkflowsResponse'];
        };
      };
      400: components['responses']['Invalid'];
      401: components['responses']['Anonymous'];
      403: components['responses']['Denied'];
      405: components['responses']['WrongMethod'];
      500: components['responses']['Failed'];
      503: components['responses']['Unavailable'];
    };
  };
}
