// Generated from plugins/glue-pipelines-backend/src/schema/openapi.yaml. Do not edit.

export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'glue-pipelines',
    version: '1',
    description:
      'Workflows and runs of AWS Glue, as the portal last read them, and what can be done with them',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [{ url: '/' }],
  paths: {
    '/v1/workflows': {
      get: {
        operationId: 'ListWorkflows',
        description: 'All workflows that an entity names',
        parameters: [{ $ref: '#/components/parameters/entityRef' }],
        responses: {
          '200': {
            description: 'The workflows in the order of the annotation',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WorkflowsResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '404': { $ref: '#/components/responses/NotFound' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/runs': {
      get: {
        operationId: 'ListRuns',
        description: 'Runs of a workflow, newest first',
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
          {
            name: 'limit',
            in: 'query',
            description: 'How many runs at most; 25 when absent',
            schema: { type: 'integer', minimum: 1, maximum: 100 },
          },
          {
            name: 'cursor',
            in: 'query',
            description:
              'The nextCursor of the answer before: the runs that follow it',
            schema: { type: 'string', minLength: 1, maxLength: 1000 },
          },
          {
            name: 'health',
            in: 'query',
            description: 'Only runs of one of these; may be repeated',
            schema: {
              type: 'array',
              minItems: 1,
              items: { $ref: '#/components/schemas/RunHealth' },
            },
          },
          {
            name: 'startedFrom',
            in: 'query',
            description: 'Only runs that started then or later',
            schema: { type: 'string', format: 'date-time' },
          },
          {
            name: 'startedBefore',
            in: 'query',
            description: 'Only runs that started earlier',
            schema: { type: 'string', format: 'date-time' },
          },
        ],
        responses: {
          '200': {
            description: 'The runs',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunsResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '404': { $ref: '#/components/responses/NotFound' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
      post: {
        operationId: 'StartRun',
        description: 'Starts a run of a workflow',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/StartRunRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The run has begun',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StartRunResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '404': { $ref: '#/components/responses/NotFound' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/WrongType' },
          '429': { $ref: '#/components/responses/TooMany' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/runs/{runId}': {
      get: {
        operationId: 'GetRun',
        description: 'One run with the graph of what its nodes did',
        parameters: [
          { $ref: '#/components/parameters/runId' },
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
        ],
        responses: {
          '200': {
            description: 'The run',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunDetail' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '404': { $ref: '#/components/responses/NotFound' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/runs/{runId}/resume': {
      post: {
        operationId: 'ResumeRun',
        description:
          'Begins a run that goes on from nodes of one that has ended without success',
        parameters: [{ $ref: '#/components/parameters/runId' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ResumeRunRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The new run has begun',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StartRunResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '404': { $ref: '#/components/responses/NotFound' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/WrongType' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/runs/{runId}/stop': {
      post: {
        operationId: 'StopRun',
        description:
          'Ends a run before it has ended by itself; nothing of it is taken back',
        parameters: [{ $ref: '#/components/parameters/runId' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/StopRunRequest' },
            },
          },
        },
        responses: {
          '202': {
            description: 'AWS ends its jobs, which takes a while',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StartRunResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '404': { $ref: '#/components/responses/NotFound' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/WrongType' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
  },
  components: {
    parameters: {
      entityRef: {
        name: 'entityRef',
        in: 'query',
        required: true,
        allowReserved: true,
        description: 'The entity that names the workflow in its annotation',
        schema: { type: 'string', minLength: 1 },
        example: 'component:default/covid-hiring',
      },
      workflowArn: {
        name: 'workflowArn',
        in: 'query',
        required: true,
        allowReserved: true,
        schema: { type: 'string', minLength: 1 },
        example: 'arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring',
      },
      runId: {
        name: 'runId',
        in: 'path',
        required: true,
        description: "Glue's WorkflowRunId",
        schema: { type: 'string', minLength: 1 },
      },
    },
    responses: {
      Invalid: {
        description: 'A value is missing or malformed; the message names it',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Anonymous: {
        description: 'Nobody is signed in',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Denied: {
        description:
          'The message names the permission that is missing, or the tag of the workflow',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      NotFound: {
        description:
          'No such entity, or it does not name the workflow, or no such run',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      WrongMethod: {
        description: 'The header Allow has the methods that are possible',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      TooLarge: {
        description: 'The body is too large',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      WrongType: {
        description: 'The body is not application/json',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Conflict: {
        description:
          'Glue does not accept the run now, or the idempotency key belongs to another start',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      TooMany: {
        description:
          'More starts within a minute than the portal allows for the user or the workflow',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Failed: {
        description: 'The portal failed; its log says why',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Unavailable: {
        description:
          'Glue or another part of the portal cannot be reached, or asks to slow down; for a start also: it is not known yet whether the run has begun',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    },
    schemas: {
      Error: {
        type: 'object',
        additionalProperties: false,
        required: ['error', 'request', 'response'],
        properties: {
          error: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
          },
          request: {
            type: 'object',
            additionalProperties: false,
            required: ['method', 'url'],
            properties: { method: { type: 'string' }, url: { type: 'string' } },
          },
          response: {
            type: 'object',
            additionalProperties: false,
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
      NodeState: {
        type: 'string',
        description:
          "What a node of a run's graph did, derived from what AWS says of it. `not-reached`: a failure or a stop before it kept it from running. `never-run`: no run is selected, the workflow never ran, or the run ended without needing it, e.g. an on-failure branch.",
        enum: [
          'succeeded',
          'failed',
          'timed-out',
          'stopped',
          'running',
          'waiting',
          'not-reached',
          'never-run',
        ],
      },
      RunHealth: {
        type: 'string',
        description:
          'What became of a run. AWS reports COMPLETED for runs with failed nodes; this never does. `unknown`: what AWS said of it does not tell, because its graph was not read.',
        enum: [
          'succeeded',
          'failed',
          'partially-failed',
          'running',
          'stopping',
          'stopped',
          'unknown',
        ],
      },
      WorkflowHealth: {
        type: 'string',
        description:
          "What became of a workflow: its last run's health, or that there was none",
        enum: [
          'succeeded',
          'failed',
          'partially-failed',
          'running',
          'stopping',
          'stopped',
          'unknown',
          'never-run',
        ],
      },
      NodeType: { type: 'string', enum: ['TRIGGER', 'JOB', 'CRAWLER'] },
      RunStatistics: {
        type: 'object',
        additionalProperties: false,
        description: 'Counts of jobs and crawlers',
        required: [
          'total',
          'succeeded',
          'failed',
          'timedOut',
          'stopped',
          'running',
          'waiting',
          'errored',
        ],
        properties: {
          total: { type: 'integer', minimum: 0 },
          succeeded: { type: 'integer', minimum: 0 },
          failed: { type: 'integer', minimum: 0 },
          timedOut: { type: 'integer', minimum: 0 },
          stopped: { type: 'integer', minimum: 0 },
          running: { type: 'integer', minimum: 0 },
          waiting: { type: 'integer', minimum: 0 },
          errored: { type: 'integer', minimum: 0 },
        },
      },
      NodeAttempt: {
        type: 'object',
        additionalProperties: false,
        description: 'One try of a job or one crawl',
        required: ['attempt', 'rawState'],
        properties: {
          id: {
            type: 'string',
            description: "Glue's job run id; absent for crawls",
          },
          attempt: {
            type: 'integer',
            minimum: 0,
            description: '0 for the first',
          },
          rawState: {
            type: 'string',
            description:
              "Glue's own state name, e.g. `SUCCEEDED`, `TIMEOUT`, `CANCELLED`",
          },
          startedAt: { type: 'string', description: 'ISO 8601 in UTC' },
          completedAt: { type: 'string', description: 'ISO 8601 in UTC' },
          durationSeconds: { type: 'number', description: 'Seconds' },
          errorMessage: { type: 'string' },
          stateDetail: {
            type: 'string',
            description: 'Why it waits, where Glue says so',
          },
          triggerName: {
            type: 'string',
            description: 'The trigger that started it; absent for crawls',
          },
          dpuHours: {
            type: 'number',
            description: "DPU hours, where Glue's fields allow to compute them",
          },
          logGroupName: { type: 'string' },
          workerType: { type: 'string' },
          numberOfWorkers: { type: 'integer', minimum: 0 },
        },
      },
      TriggerPredicate: {
        type: 'object',
        additionalProperties: false,
        description:
          'What has to be true of the nodes before a CONDITIONAL trigger for it to fire',
        required: ['logical', 'conditions'],
        properties: {
          logical: { type: 'string', enum: ['AND', 'ANY'] },
          conditions: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['nodeType', 'nodeName', 'state'],
              properties: {
                nodeType: { type: 'string', enum: ['JOB', 'CRAWLER'] },
                nodeName: { type: 'string' },
                state: {
                  type: 'string',
                  description: "Glue's own state name, e.g. `SUCCEEDED`",
                },
              },
            },
          },
        },
      },
      WorkflowNode: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'type', 'name', 'state', 'attempts'],
        properties: {
          id: {
            type: 'string',
            description:
              "Glue's UniqueId: the same in the workflow's graph and in every run's",
          },
          type: { $ref: '#/components/schemas/NodeType' },
          name: { type: 'string' },
          state: { $ref: '#/components/schemas/NodeState' },
          attempts: {
            type: 'array',
            description:
              'In the order of their starts, newest last; empty for triggers and for nodes that have not run',
            items: { $ref: '#/components/schemas/NodeAttempt' },
          },
          trigger: {
            type: 'object',
            additionalProperties: false,
            description: 'Only for triggers',
            required: ['type', 'state'],
            properties: {
              type: {
                type: 'string',
                enum: ['SCHEDULED', 'CONDITIONAL', 'ON_DEMAND', 'EVENT'],
              },
              state: { type: 'string' },
              schedule: { type: 'string', description: '`cron(...)` in UTC' },
              condition: {
                type: 'string',
                description:
                  'The predicate in words, e.g. `all of: transform SUCCEEDED`',
              },
              predicate: { $ref: '#/components/schemas/TriggerPredicate' },
            },
          },
        },
      },
      WorkflowEdge: {
        type: 'object',
        additionalProperties: false,
        required: ['sourceId', 'destinationId'],
        properties: {
          sourceId: { type: 'string' },
          destinationId: { type: 'string' },
        },
      },
      WorkflowGraph: {
        type: 'object',
        additionalProperties: false,
        required: ['nodes', 'edges'],
        properties: {
          nodes: {
            type: 'array',
            items: { $ref: '#/components/schemas/WorkflowNode' },
          },
          edges: {
            type: 'array',
            items: { $ref: '#/components/schemas/WorkflowEdge' },
          },
        },
      },
      Properties: { type: 'object', additionalProperties: { type: 'string' } },
      RunFields: {
        type: 'object',
        description: 'One run of a workflow, as a list shows it',
        required: [
          'id',
          'workflowArn',
          'health',
          'rawStatus',
          'statistics',
          'properties',
          'consoleUrl',
        ],
        properties: {
          id: { type: 'string', description: "Glue's WorkflowRunId, `wr_...`" },
          workflowArn: { type: 'string' },
          health: { $ref: '#/components/schemas/RunHealth' },
          rawStatus: { type: 'string', description: "Glue's own status" },
          startedAt: { type: 'string', description: 'ISO 8601 in UTC' },
          completedAt: { type: 'string', description: 'ISO 8601 in UTC' },
          durationSeconds: { type: 'number', description: 'Seconds' },
          dpuHours: {
            type: 'number',
            description:
              "DPU hours of all attempts, where Glue's fields allow to compute them and the graph was read",
          },
          previousRunId: {
            type: 'string',
            description: 'The run that this one resumed',
          },
          failure: {
            type: 'object',
            additionalProperties: false,
            description: "The first failed node's name and error, for lists",
            required: ['nodeName'],
            properties: {
              nodeName: { type: 'string' },
              message: { type: 'string' },
            },
          },
          errorMessage: { type: 'string' },
          statistics: { $ref: '#/components/schemas/RunStatistics' },
          properties: { $ref: '#/components/schemas/Properties' },
          propertiesWithheld: {
            type: 'boolean',
            enum: [true],
            description:
              "There may be properties, which are not shown here; see the workflow's",
          },
          consoleUrl: { type: 'string' },
          startedBy: {
            type: 'string',
            description:
              'Backstage user entity ref, when the run was started from the portal',
          },
        },
      },
      RunSummary: {
        unevaluatedProperties: false,
        allOf: [{ $ref: '#/components/schemas/RunFields' }],
      },
      RunDetail: {
        unevaluatedProperties: false,
        allOf: [
          { $ref: '#/components/schemas/RunFields' },
          {
            type: 'object',
            required: ['graph'],
            properties: {
              graph: { $ref: '#/components/schemas/WorkflowGraph' },
            },
          },
        ],
      },
      WorkflowDetail: {
        type: 'object',
        additionalProperties: false,
        description: "A workflow as its entity's page shows it",
        required: [
          'arn',
          'signalKey',
          'name',
          'accountId',
          'region',
          'health',
          'graph',
          'defaultRunProperties',
          'consoleUrl',
        ],
        properties: {
          arn: { type: 'string' },
          signalKey: {
            type: 'string',
            description:
              'What signals call the workflow; without meaning to anybody else',
          },
          name: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          description: { type: 'string' },
          health: { $ref: '#/components/schemas/WorkflowHealth' },
          lastRun: { $ref: '#/components/schemas/RunSummary' },
          graph: {
            description: 'Structure; node states are those of the last run',
            $ref: '#/components/schemas/WorkflowGraph',
          },
          startTrigger: {
            type: 'object',
            additionalProperties: false,
            required: ['name', 'type', 'state'],
            properties: {
              name: { type: 'string' },
              type: {
                type: 'string',
                enum: ['SCHEDULED', 'ON_DEMAND', 'EVENT'],
              },
              state: { type: 'string' },
              schedule: { type: 'string', description: '`cron(...)` in UTC' },
              nextRunAt: {
                type: 'string',
                description: 'ISO 8601 in UTC; only for activated schedules',
              },
            },
          },
          defaultRunProperties: { $ref: '#/components/schemas/Properties' },
          propertiesWithheld: {
            type: 'string',
            description:
              'Why run properties are not shown through this entity, and what to do. Absent: they are',
          },
          maxConcurrentRuns: { type: 'integer', minimum: 0 },
          consoleUrl: { type: 'string' },
          collectedAt: {
            type: 'string',
            description:
              'When AWS was last read with success, ISO 8601 in UTC. Absent: never yet',
          },
          collectionError: {
            type: 'string',
            description:
              'Why the newest attempt to read AWS failed. The rest is the last known state',
          },
        },
      },
      WorkflowsResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/WorkflowDetail' },
          },
          problems: {
            type: 'array',
            description:
              "One sentence for each part of the entity's annotation that is no workflow ARN",
            items: { type: 'string' },
          },
        },
      },
      RunsResponse: {
        type: 'object',
        additionalProperties: false,
        description: 'Newest first',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/RunSummary' },
          },
          nextCursor: {
            type: 'string',
            description:
              'Where older runs go on: the `cursor` of the next question. Absent: there are none',
          },
        },
      },
      StartRunRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
          properties: {
            description:
              "Overrides of the workflow's default run properties. Never secrets: they are stored and shown",
            $ref: '#/components/schemas/Properties',
          },
          idempotencyKey: {
            type: 'string',
            description:
              'Requests with the same key start one run; a new key for each start. Without a key each request starts one',
            pattern: '^[A-Za-z0-9_-]{8,100}$',
          },
        },
      },
      ResumeRunRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn', 'nodeIds'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
          nodeIds: {
            type: 'array',
            description:
              'Jobs and crawlers that ran: they run again, and what comes after them',
            minItems: 1,
            maxItems: 100,
            items: { type: 'string', minLength: 1, maxLength: 255 },
          },
        },
      },
      StopRunRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
        },
      },
      StartRunResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['runId'],
        properties: { runId: { type: 'string' } },
      },
    },
  },
} as const;
