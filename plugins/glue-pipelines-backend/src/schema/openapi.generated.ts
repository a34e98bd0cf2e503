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
          '304': { $ref: '#/components/responses/NotModified' },
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
    '/v1/lineage': {
      get: {
        operationId: 'GetLineage',
        description:
          'Pipelines that write what an entity reads, and those that read what it writes, by the relations of the catalog, as far as the caller sees them',
        parameters: [{ $ref: '#/components/parameters/entityRef' }],
        responses: {
          '200': {
            description: 'The pipelines before and after the entity',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/LineageResponse' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
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
    '/v1/fleet': {
      get: {
        operationId: 'ListFleet',
        description:
          'All workflows that the caller may see, whatever entity names them, with how they are. A workflow that several entities name is there once for each of them: each has an owner and a promise of its own.',
        parameters: [
          {
            name: 'tile',
            in: 'query',
            description: 'Only workflows of this tile',
            schema: { $ref: '#/components/schemas/FleetTile' },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows of entities that this one owns, e.g. `group:default/data-engineering`',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'mine',
            in: 'query',
            description:
              'Only workflows of entities that the caller owns, themselves or through a group. Only users own',
            schema: { type: 'boolean' },
          },
          {
            name: 'lacks',
            in: 'query',
            description:
              'Only workflows whose entity has no owner, or makes no promise of freshness',
            schema: { $ref: '#/components/schemas/FleetLack' },
          },
          {
            name: 'system',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows of entities that are part of this system, e.g. `system:default/orders`',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'tag',
            in: 'query',
            description: 'Only workflows of entities with this tag',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'account',
            in: 'query',
            description: 'Only workflows of this AWS account',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'region',
            in: 'query',
            description: 'Only workflows of this AWS region',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'text',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows that have this in their name, or in the reference or the title of their entity',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'sort',
            in: 'query',
            description:
              'What decides the order; `worst` when absent. What is not known comes last',
            schema: { $ref: '#/components/schemas/FleetSort' },
          },
          {
            name: 'order',
            in: 'query',
            description:
              '`asc` or `desc`. When absent, what needs attention comes first: names from A, newest last run, longest last run, lowest rate of success, most overdue, most expensive',
            schema: { type: 'string', enum: ['asc', 'desc'] },
          },
          {
            name: 'group',
            in: 'query',
            description:
              "Keeps the workflows of one owner or system together, those with the worst workflow first and the order within them. The answer's `groups` tells of those on the page",
            schema: { $ref: '#/components/schemas/FleetGrouping' },
          },
          {
            name: 'offset',
            in: 'query',
            description: 'How many workflows to leave out at the beginning',
            schema: { type: 'integer', minimum: 0, maximum: 100000 },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'How many workflows at most; 50 when absent',
            schema: { type: 'integer', minimum: 1, maximum: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of the workflows, with counts of all',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FleetResponse' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/fleet/runs': {
      get: {
        operationId: 'ListFleetRuns',
        description:
          'What ran in a window of time, of all workflows whose runs the caller may read: those workflows that ran in it, page by page, those with failures first. A run is in the window if a part of it is; one that began more than a day before the window is there only while it goes on.',
        parameters: [
          {
            name: 'from',
            in: 'query',
            required: true,
            description: 'When the window begins',
            schema: { type: 'string', format: 'date-time' },
          },
          {
            name: 'to',
            in: 'query',
            required: true,
            description: 'When it ends, at most seven days later',
            schema: { type: 'string', format: 'date-time' },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows of entities that this one owns, e.g. `group:default/data-engineering`',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'mine',
            in: 'query',
            description:
              'Only workflows of entities that the caller owns, themselves or through a group. Only users own',
            schema: { type: 'boolean' },
          },
          {
            name: 'lacks',
            in: 'query',
            description:
              'Only workflows whose entity has no owner, or makes no promise of freshness',
            schema: { $ref: '#/components/schemas/FleetLack' },
          },
          {
            name: 'system',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows of entities that are part of this system, e.g. `system:default/orders`',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'tag',
            in: 'query',
            description: 'Only workflows of entities with this tag',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'account',
            in: 'query',
            description: 'Only workflows of this AWS account',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'region',
            in: 'query',
            description: 'Only workflows of this AWS region',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'text',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows that have this in their name, or in the reference or the title of their entity',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'offset',
            in: 'query',
            description: 'How many workflows to leave out at the beginning',
            schema: { type: 'integer', minimum: 0, maximum: 100000 },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'How many workflows at most; 25 when absent',
            schema: { type: 'integer', minimum: 1, maximum: 50 },
          },
        ],
        responses: {
          '200': {
            description: 'The workflows that ran, with their runs',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FleetRunsResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
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
          {
            name: 'startedBy',
            in: 'query',
            allowReserved: true,
            description:
              'Only runs that this user started from the portal, e.g. `user:default/jo`; `portal` for those that anybody did, `elsewhere` for the others: schedules, events, and whoever asks AWS',
            schema: { type: 'string', minLength: 1, maxLength: 400 },
          },
          {
            name: 'property',
            in: 'query',
            allowReserved: true,
            description:
              'Only runs with this property, `name=value`; may be repeated, then all of them',
            schema: {
              type: 'array',
              minItems: 1,
              maxItems: 10,
              items: { type: 'string', minLength: 2, maxLength: 1300 },
            },
          },
          {
            name: 'version',
            in: 'query',
            description:
              'Only runs that were made with the definitions of this version',
            schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16}$' },
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
          '304': { $ref: '#/components/responses/NotModified' },
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
    '/v1/grid': {
      get: {
        operationId: 'GetGrid',
        description: 'What each job and crawler of a workflow did in its runs',
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
          {
            name: 'limit',
            in: 'query',
            description: 'How many runs at most; 25 when absent',
            schema: { type: 'integer', minimum: 1, maximum: 50 },
          },
          {
            name: 'cursor',
            in: 'query',
            description:
              'The nextCursor of the answer before: the runs that follow it',
            schema: { type: 'string', minLength: 1, maxLength: 1000 },
          },
        ],
        responses: {
          '200': {
            description: 'The newest runs, and what the nodes did in them',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GridResponse' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
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
    '/v1/days': {
      get: {
        operationId: 'ListDays',
        description:
          "How a workflow's runs went day by day, and when their results were ready",
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
          {
            name: 'days',
            in: 'query',
            description:
              'How many days, of which today is the last; 91 when absent',
            schema: { type: 'integer', minimum: 1, maximum: 366 },
          },
          {
            name: 'timeZone',
            in: 'query',
            allowReserved: true,
            description:
              'In which days begin and end, e.g. `Europe/Berlin`; UTC when absent',
            schema: { type: 'string', minLength: 1, maxLength: 64 },
          },
        ],
        responses: {
          '200': {
            description: 'The days on which there was a run',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DaysResponse' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
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
                schema: { $ref: '#/components/schemas/RunResponse' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
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
    '/v1/runs/{runId}/logs': {
      get: {
        operationId: 'GetLogs',
        description:
          'What an attempt of a job, or a crawl, of a run wrote, as CloudWatch Logs has it: the newest lines, or those from a time, or those that contain a text. What looks like a secret is hidden, as far as a line has `name=value` or a form like it',
        parameters: [
          { $ref: '#/components/parameters/runId' },
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
          {
            name: 'attempt',
            in: 'query',
            required: true,
            description:
              'The id of a job run of the run, or the name of one of its crawlers',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
          {
            name: 'stream',
            in: 'query',
            allowReserved: true,
            description:
              '`driver` for all that the driver wrote, which is also what is read when absent; `output` or `error` for one of both; or the id or the name of a stream of the answer, e.g. of an executor',
            schema: { type: 'string', minLength: 1, maxLength: 1100 },
          },
          {
            name: 'search',
            in: 'query',
            allowReserved: true,
            description:
              'Only lines that contain this text, in this case, oldest first',
            schema: { type: 'string', minLength: 1, maxLength: 400 },
          },
          {
            name: 'from',
            in: 'query',
            description: 'Begin at this time, instead of with the newest lines',
            schema: { type: 'string', format: 'date-time' },
          },
          {
            name: 'until',
            in: 'query',
            description: 'Only lines before this time',
            schema: { type: 'string', format: 'date-time' },
          },
          {
            name: 'cursor',
            in: 'query',
            description:
              'The previousCursor or nextCursor of an answer, with the same other parameters',
            schema: { type: 'string', minLength: 1, maxLength: 4000 },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'How many lines at most; 200 when absent',
            schema: { type: 'integer', minimum: 1, maximum: 1000 },
          },
        ],
        responses: {
          '200': {
            description: 'The lines; none, and why, where there is no log',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/LogsResponse' },
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
    '/v1/runs/{runId}/insights': {
      get: {
        operationId: 'GetInsights',
        description:
          'What job run insights tell of a try of a job that failed: where the script was, which of its statements led there, and what else failed beneath it. What looks like a secret is hidden as in a log',
        parameters: [
          { $ref: '#/components/parameters/runId' },
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
          {
            name: 'attempt',
            in: 'query',
            required: true,
            description: 'The id of a job run of the run',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description: 'The insights, or why there are none',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InsightsResponse' },
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
    '/v1/runs/{runId}/changes': {
      get: {
        operationId: 'GetRunChanges',
        description:
          'What is different in a run from another one, the last before it that succeeded when none is named',
        parameters: [
          { $ref: '#/components/parameters/runId' },
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
          {
            name: 'since',
            in: 'query',
            description:
              'A run of the same workflow to compare with. Absent: the last one before it that succeeded',
            schema: { type: 'string', minLength: 1, maxLength: 255 },
          },
        ],
        responses: {
          '200': {
            description: 'The differences',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunChangesResponse' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
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
    '/v1/backfills': {
      get: {
        operationId: 'ListBackfills',
        description:
          'The last backfills of a workflow that were begun through the entity, newest first',
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
        ],
        responses: {
          '200': {
            description: 'At most five',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BackfillsResponse' },
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
        operationId: 'BeginBackfill',
        description:
          'Starts a run for each value of a run property, a few at once. The portal goes on with it until all have run, somebody stops it, or three runs failed one after the other',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/BackfillRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The first runs begin',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BackfillBegun' },
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
    '/v1/backfills/preview': {
      post: {
        operationId: 'PreviewBackfill',
        description: 'What a backfill would start, without starting it',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/BackfillRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'Each value in order',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BackfillPreview' },
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
    '/v1/backfills/{backfillId}/stop': {
      post: {
        operationId: 'StopBackfill',
        description:
          'Begins no further runs of a backfill. Those that go on go on',
        parameters: [
          {
            name: 'backfillId',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/StopBackfillRequest' },
            },
          },
        },
        responses: {
          '204': { description: 'No further run begins' },
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
    '/v1/schedule/pause': {
      post: {
        operationId: 'PauseSchedule',
        description:
          'Deactivates the schedule of a workflow, which keeps running what runs already',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/PauseScheduleRequest' },
            },
          },
        },
        responses: {
          '204': {
            description: 'AWS starts the workflow by its schedule no more',
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
    '/v1/schedule/resume': {
      post: {
        operationId: 'ResumeSchedule',
        description: 'Activates the schedule of a workflow',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ResumeScheduleRequest' },
            },
          },
        },
        responses: {
          '204': {
            description: 'AWS starts the workflow by its schedule from now on',
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
    '/v1/jobs/{jobName}/bookmark': {
      get: {
        operationId: 'GetBookmark',
        description: 'How far a job of a workflow has read its sources',
        parameters: [
          { $ref: '#/components/parameters/jobName' },
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
        ],
        responses: {
          '200': {
            description: 'The bookmark, or that there is none yet',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BookmarkResponse' },
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
    '/v1/jobs/{jobName}/bookmark/reset': {
      post: {
        operationId: 'ResetBookmark',
        description:
          "Lets the job's next run read everything again, or what it had not read when one of its runs ended",
        parameters: [{ $ref: '#/components/parameters/jobName' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ResetBookmarkRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The bookmark from which the next run reads',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BookmarkResponse' },
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
    '/v1/badges/{token}': {
      get: {
        operationId: 'GetBadgeImage',
        description:
          'The badge of a pipeline as an image, for pages where nobody is signed in. The token is all that is asked for: who knows the link sees the badge, until somebody revokes it',
        parameters: [
          {
            name: 'token',
            in: 'path',
            required: true,
            description: 'The secret part of the link',
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'The name of the pipeline and how it is',
            content: { 'image/svg+xml': { schema: { type: 'string' } } },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '404': { $ref: '#/components/responses/NotFound' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/badge': {
      get: {
        operationId: 'GetBadge',
        description:
          'Whether the badge of a pipeline is shown to whoever has a link, and the link',
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
        ],
        responses: {
          '200': {
            description: 'The link, where there is one',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BadgeResponse' },
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
    '/v1/badge/share': {
      post: {
        operationId: 'ShareBadge',
        description:
          'Makes the link by which the badge of a pipeline is seen, unless there is one already',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/BadgeRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The link',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BadgeResponse' },
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
    '/v1/badge/revoke': {
      post: {
        operationId: 'RevokeBadge',
        description:
          "Ends the link of a pipeline's badge. The next one is another",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/BadgeRequest' },
            },
          },
        },
        responses: {
          '204': { description: 'The link shows nothing any more' },
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
    '/v1/fleet/hygiene': {
      get: {
        operationId: 'ListHygiene',
        description:
          'What should be put right of the workflows that the caller may see, of what was collected: those with the most findings first. What is known of runs and jobs only where the caller may read runs',
        parameters: [
          {
            name: 'finding',
            in: 'query',
            description: 'Only workflows with it',
            schema: { $ref: '#/components/schemas/HygieneFinding' },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows of entities that this one owns, e.g. `group:default/data-engineering`',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'mine',
            in: 'query',
            description:
              'Only workflows of entities that the caller owns, themselves or through a group. Only users own',
            schema: { type: 'boolean' },
          },
          {
            name: 'lacks',
            in: 'query',
            description:
              'Only workflows whose entity has no owner, or makes no promise of freshness',
            schema: { $ref: '#/components/schemas/FleetLack' },
          },
          {
            name: 'system',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows of entities that are part of this system, e.g. `system:default/orders`',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'tag',
            in: 'query',
            description: 'Only workflows of entities with this tag',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'account',
            in: 'query',
            description: 'Only workflows of this AWS account',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'region',
            in: 'query',
            description: 'Only workflows of this AWS region',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'text',
            in: 'query',
            allowReserved: true,
            description:
              'Only workflows that have this in their name, or in the reference or the title of their entity',
            schema: { $ref: '#/components/schemas/FilterText' },
          },
          {
            name: 'offset',
            in: 'query',
            description: 'How many workflows to leave out at the beginning',
            schema: { type: 'integer', minimum: 0, maximum: 100000 },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'How many workflows at most; 50 when absent',
            schema: { type: 'integer', minimum: 1, maximum: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'A page of the workflows, with counts of all',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/HygieneResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/fleet/headroom': {
      get: {
        operationId: 'GetFleetHeadroom',
        description:
          'What runs at once in the accounts and regions of the workflows whose runs the caller may read, and which of these have as many runs as they may. Of what was collected',
        responses: {
          '200': {
            description:
              'Every account and region, and the workflows that start no further run',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FleetHeadroomResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/headroom': {
      get: {
        operationId: 'GetHeadroom',
        description:
          'How many more runs of a workflow and of its jobs can go on at once, of what was collected',
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
        ],
        responses: {
          '200': {
            description: 'What goes on, and how much may',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/HeadroomResponse' },
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
    '/v1/warehouse': {
      get: {
        operationId: 'GetWarehouse',
        description:
          'The warehouse of Redshift that a workflow loads, and the table there',
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
        ],
        responses: {
          '200': {
            description:
              'What could be read; a table without problems is whole',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WarehouseResponse' },
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
    '/v1/warehouse/rows': {
      get: {
        operationId: 'ListWarehouseRows',
        description:
          'First rows of the table that a workflow loads, in no particular order',
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
          {
            name: 'limit',
            in: 'query',
            description: 'How many rows at most; 20 when absent',
            schema: { type: 'integer', minimum: 1, maximum: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'The rows',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WarehouseRowsResponse' },
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
    '/v1/warehouse/load-errors': {
      get: {
        operationId: 'ListLoadErrors',
        description:
          'Values that COPY could not load into the table within the last week, newest first',
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
        ],
        responses: {
          '200': {
            description: 'The errors',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/LoadErrorsResponse' },
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
    '/v1/tables': {
      get: {
        operationId: 'ListTables',
        description:
          "Tables of the Data Catalog that a workflow's crawlers write, and what the last crawl changed of them",
        parameters: [
          { $ref: '#/components/parameters/entityRef' },
          { $ref: '#/components/parameters/workflowArn' },
        ],
        responses: {
          '200': {
            description:
              'What could be read; an answer without problems is whole',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TablesResponse' },
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
    '/v1/collector': {
      get: {
        operationId: 'GetCollector',
        description:
          'How the collection of each AWS account and region is. For who runs the portal: it tells of the accounts and failures of all teams',
        responses: {
          '200': {
            description:
              'Every account and region that has workflows, or that was called',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CollectorResponse' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '405': { $ref: '#/components/responses/WrongMethod' },
          '500': { $ref: '#/components/responses/Failed' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/v1/unnamed-workflows': {
      get: {
        operationId: 'GetUnnamedWorkflows',
        description:
          'The workflows that AWS has in the accounts and regions of which an entity names a workflow, and that no entity names. For who runs the portal: it tells of the workflows of all teams. Lists are up to 30 s old',
        responses: {
          '200': {
            description: 'By account and region',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UnnamedWorkflowsResponse',
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/Invalid' },
          '401': { $ref: '#/components/responses/Anonymous' },
          '403': { $ref: '#/components/responses/Denied' },
          '405': { $ref: '#/components/responses/WrongMethod' },
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
      jobName: {
        name: 'jobName',
        in: 'path',
        required: true,
        description: "A job of the workflow's graph",
        schema: { type: 'string', minLength: 1, maxLength: 255 },
      },
    },
    responses: {
      NotModified: {
        description:
          'What the header If-None-Match names is still so, for this caller: the answer that came with that ETag can be used again. When it was served makes no difference',
      },
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
          'No such entity, or it does not name the workflow, or no such run, job or bookmark',
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
          'Glue does not accept the run now, or a run is under way, or the idempotency key belongs to another start',
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
          cause: {
            description:
              'Of a failed attempt of a run, where its error is known',
            $ref: '#/components/schemas/FailureCause',
          },
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
          dpuSeconds: {
            type: 'number',
            description:
              'As Glue counts them, which it does only with the execution class FLEX and with auto scaling',
          },
          maxCapacity: {
            type: 'number',
            description: 'DPUs that it could have',
          },
          logGroupName: { type: 'string' },
          logStream: {
            type: 'string',
            description:
              'Of a crawl; the streams of a job run are more than one',
          },
          workerType: { type: 'string' },
          numberOfWorkers: { type: 'integer', minimum: 0 },
          glueVersion: {
            type: 'string',
            description: 'E.g. `5.1`; absent for crawls',
          },
          executionClass: {
            type: 'string',
            description: "Glue's own name, `STANDARD` or `FLEX`",
          },
          timeoutMinutes: {
            type: 'integer',
            minimum: 0,
            description: 'After these Glue ends it with the state `TIMEOUT`',
          },
          predecessors: {
            type: 'array',
            description: 'The job runs whose end made its trigger fire',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['jobName', 'runId'],
              properties: {
                jobName: { type: 'string' },
                runId: { type: 'string' },
              },
            },
          },
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
      PendingRetry: {
        type: 'object',
        additionalProperties: false,
        description: 'A job failed, and Glue will try it again by itself',
        required: ['attempt', 'of'],
        properties: {
          attempt: {
            type: 'integer',
            minimum: 2,
            description: 'Which one comes next; the first is 1',
          },
          of: {
            type: 'integer',
            minimum: 2,
            description: 'How many there are at most',
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
          pendingRetry: { $ref: '#/components/schemas/PendingRetry' },
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
          rowsLoaded: {
            type: 'integer',
            minimum: 0,
            description:
              'How many rows the run loaded into the warehouse, where its load tells. Withheld as properties are',
          },
          skipped: {
            type: 'string',
            description:
              'Why the run, which ended well, did nothing, in a word such as `nothing-new`. Absent: it did something',
          },
          version: {
            type: 'string',
            description:
              "Names the definitions with which the run was made: its workflow's graph and its jobs. Runs of one workflow with the same version were made with the same. Absent where they were not read",
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
          consoleUrl: {
            type: 'string',
            description: 'Absent where AWS has no such account',
          },
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
      QualityFinding: {
        type: 'object',
        additionalProperties: false,
        description:
          'What a run found of one rule of its result. Never the value of a row',
        required: ['kind', 'outcome', 'rows'],
        properties: {
          kind: {
            type: 'string',
            description:
              'What the rule measures, as `quality` of pipeline.yaml names it',
          },
          name: {
            type: 'string',
            description: 'What people call the rule, where it has a name',
          },
          columns: {
            type: 'string',
            description:
              'The columns of the result that the rule is about, separated by commas, cut where they are many',
          },
          outcome: {
            type: 'string',
            enum: ['passed', 'failed', 'warned', 'quarantined', 'unknown'],
            description:
              'failed: nothing was loaded; warned: it was loaded all the same; quarantined: the rows that do not meet it were set aside; unknown: there was nothing to compare with',
          },
          rows: {
            type: 'integer',
            minimum: 0,
            description: 'How many rows the rule judged',
          },
          measured: {
            type: 'number',
            description:
              'In the unit of the kind: rows (rowCount), percent (rowCountChange), share of rows from 0 to 1 (completeness), hours (freshness), and of all others the rows that do not meet the rule',
          },
          min: {
            type: 'number',
            description: 'The least that was wanted, in the same unit',
          },
          max: {
            type: 'number',
            description: 'The most that was wanted, in the same unit',
          },
        },
      },
      RunQuality: {
        type: 'object',
        additionalProperties: false,
        description:
          'What a run found of the rules of its result. Withheld as properties are',
        required: ['rows', 'rules'],
        properties: {
          rows: {
            type: 'integer',
            minimum: 0,
            description:
              'How many rows the result has, those set aside not counted',
          },
          rules: {
            type: 'array',
            items: { $ref: '#/components/schemas/QualityFinding' },
          },
          quarantined: {
            type: 'integer',
            minimum: 0,
            description: 'How many rows were set aside',
          },
          quarantine: {
            type: 'string',
            description: 'The folder of S3 where they lie',
          },
        },
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
              quality: { $ref: '#/components/schemas/RunQuality' },
            },
          },
        ],
      },
      CollectedAt: {
        type: 'string',
        description:
          'When AWS was last read with success, ISO 8601 in UTC. Absent: never yet',
      },
      ServedAt: {
        type: 'string',
        description:
          'When this answer was made, by the clock of the portal, ISO 8601 in UTC. An answer that a 304 confirms keeps it; the header Date is that of the 304',
      },
      RunResponse: {
        unevaluatedProperties: false,
        allOf: [
          { $ref: '#/components/schemas/RunFields' },
          {
            type: 'object',
            required: ['graph'],
            properties: {
              graph: { $ref: '#/components/schemas/WorkflowGraph' },
              quality: { $ref: '#/components/schemas/RunQuality' },
              collectedAt: { $ref: '#/components/schemas/CollectedAt' },
              servedAt: { $ref: '#/components/schemas/ServedAt' },
            },
          },
        ],
      },
      RunDifference: {
        type: 'object',
        additionalProperties: false,
        description:
          'Something that is different in a run. Without `before` it is new, without `after` it is gone; without both the values are withheld',
        required: ['kind', 'field'],
        properties: {
          kind: {
            type: 'string',
            enum: [
              'code',
              'argument',
              'property',
              'access',
              'structure',
              'capacity',
              'duration',
              'rows',
            ],
            description:
              '`code`: script and versions of a job. `access`: its role and connections. `structure`: nodes, triggers and what leads to what. `capacity`: workers, timeout and retries of a job. `rows`: how many were loaded, where that differs by a tenth',
          },
          node: {
            type: 'string',
            description:
              'Name of the job, crawler or trigger; absent for what concerns the whole run',
          },
          field: {
            type: 'string',
            description:
              'What is different, e.g. `scriptLocation`, or the name of the argument or property',
          },
          before: {
            type: 'string',
            description:
              'In the run that succeeded; what looks secret is `***`',
          },
          after: { type: 'string', description: 'In this run' },
        },
      },
      UnknownChange: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'text'],
        description: 'Something of which nobody knows whether it is different',
        properties: {
          kind: {
            type: 'string',
            enum: ['nodes', 'definitions', 'jobs', 'under-way'],
            description:
              '`nodes`: what jobs and crawlers of a run did. `definitions`: how the jobs of a run were defined. `jobs`: how some jobs were. `under-way`: a run goes on',
          },
          run: {
            type: 'string',
            enum: ['this', 'other'],
            description: 'Of which of both runs; absent where it is of either',
          },
          reason: {
            type: 'string',
            description: 'Why it could not be read, where AWS said so',
          },
          jobs: { type: 'array', items: { type: 'string' } },
          text: { type: 'string', description: 'One sentence for a person' },
        },
      },
      RunChangesResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['summary', 'differences', 'unknown', 'servedAt'],
        properties: {
          comparedWith: {
            type: 'object',
            additionalProperties: false,
            description:
              'The run that was named, or the last one before it that succeeded. Absent: there is none',
            required: ['runId'],
            properties: {
              runId: { type: 'string' },
              startedAt: { type: 'string', description: 'ISO 8601 in UTC' },
            },
          },
          summary: { type: 'string', description: 'One sentence for a person' },
          differences: {
            type: 'array',
            description: 'The likeliest explanation of a failure first',
            items: { $ref: '#/components/schemas/RunDifference' },
          },
          unknown: {
            type: 'array',
            description: 'What could not be compared, and why',
            items: { $ref: '#/components/schemas/UnknownChange' },
          },
          valuesWithheld: {
            type: 'boolean',
            description:
              'The workflow does not say that it belongs to the entity: properties and arguments are left out, and what definitions say',
          },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      SchedulePause: {
        type: 'object',
        additionalProperties: false,
        description: 'Who paused a schedule from the portal, and why',
        required: ['pausedBy', 'pausedAt', 'reason'],
        properties: {
          pausedBy: { type: 'string', description: 'User entity ref' },
          pausedAt: { type: 'string', description: 'ISO 8601 in UTC' },
          reason: { type: 'string' },
        },
      },
      StartTrigger: {
        type: 'object',
        additionalProperties: false,
        description: 'What starts a workflow',
        required: ['name', 'type', 'state'],
        properties: {
          name: { type: 'string' },
          type: { type: 'string', enum: ['SCHEDULED', 'ON_DEMAND', 'EVENT'] },
          state: {
            type: 'string',
            description: 'As AWS has it, e.g. `ACTIVATED`',
          },
          schedule: { type: 'string', description: '`cron(...)` in UTC' },
          nextRunAt: {
            type: 'string',
            description: 'ISO 8601 in UTC; only for activated schedules',
          },
          lastDueAt: {
            type: 'string',
            description:
              'ISO 8601 in UTC; when an activated schedule was due last, ten minutes ago at least',
          },
          pause: { $ref: '#/components/schemas/SchedulePause' },
          resumedAt: {
            type: 'string',
            description:
              'ISO 8601 in UTC: when the last pause from the portal is known to have ended',
          },
          batch: {
            type: 'object',
            additionalProperties: false,
            description: 'Only for events: how many start a run',
            required: ['size', 'windowSeconds'],
            properties: {
              size: {
                type: 'integer',
                description: 'A run starts when so many events have come',
              },
              windowSeconds: {
                type: 'integer',
                description: 'Or so many seconds after the first of them',
              },
            },
          },
        },
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
          createdAt: { type: 'string', description: 'ISO 8601 in UTC' },
          health: { $ref: '#/components/schemas/WorkflowHealth' },
          lastRun: { $ref: '#/components/schemas/RunSummary' },
          graph: {
            description: 'Structure; node states are those of the last run',
            $ref: '#/components/schemas/WorkflowGraph',
          },
          startTrigger: { $ref: '#/components/schemas/StartTrigger' },
          defaultRunProperties: { $ref: '#/components/schemas/Properties' },
          propertiesWithheld: {
            type: 'string',
            description:
              'Why run properties are not shown through this entity, and what to do. Absent: they are',
          },
          medianSeconds: {
            type: 'number',
            description:
              'Median duration of the successful runs among the newest 50, in seconds',
          },
          tooLongAfterSeconds: {
            type: 'number',
            description:
              'From when on a run that goes on takes too long, in seconds after its start: longer than promised, or else unusually long. Absent: nothing is promised, and too few runs succeeded to tell',
          },
          promisedSeconds: {
            type: 'number',
            description:
              'The longest that a run takes by the promise `glue-pipelines.io/longest-run`, in seconds. Absent: there is none',
          },
          freshness: { $ref: '#/components/schemas/PromiseState' },
          maxConcurrentRuns: { type: 'integer', minimum: 0 },
          consoleUrl: {
            type: 'string',
            description: 'Absent where AWS has no such account',
          },
          collectedAt: { $ref: '#/components/schemas/CollectedAt' },
          collectionError: {
            type: 'string',
            description:
              'Why the newest attempt to read AWS failed. The rest is the last known state',
          },
          missing: {
            type: 'boolean',
            enum: [true],
            description:
              'AWS Glue has no such workflow any more, or never had: it cannot be started',
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
          price: { $ref: '#/components/schemas/Price' },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
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
          collectedAt: { $ref: '#/components/schemas/CollectedAt' },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
          nextCursor: {
            type: 'string',
            description:
              'Where older runs go on: the `cursor` of the next question. Absent: there are none',
          },
        },
      },
      GridCell: {
        type: 'object',
        additionalProperties: false,
        description: 'What a node did in one run',
        required: ['runId', 'state', 'attempts'],
        properties: {
          runId: { type: 'string' },
          state: { $ref: '#/components/schemas/NodeState' },
          attempts: {
            type: 'integer',
            minimum: 0,
            description: 'How often it was tried',
          },
          durationSeconds: {
            type: 'number',
            description:
              'Seconds of the newest attempt; absent while it goes on, and where it did not run',
          },
        },
      },
      GridNode: {
        type: 'object',
        additionalProperties: false,
        description:
          'A job or crawler, by type and name, which outlast changes of the workflow',
        required: ['type', 'name', 'cells'],
        properties: {
          type: { $ref: '#/components/schemas/NodeType' },
          name: { type: 'string' },
          cells: {
            type: 'array',
            description:
              'One for each run that has the node and whose graph was read, newest first',
            items: { $ref: '#/components/schemas/GridCell' },
          },
        },
      },
      GridResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['runs', 'nodes', 'servedAt'],
        properties: {
          runs: {
            type: 'array',
            description: 'Newest first',
            items: { $ref: '#/components/schemas/RunSummary' },
          },
          nodes: {
            type: 'array',
            description:
              'Those of the newest run in the order of their flow, then those that only older runs have',
            items: { $ref: '#/components/schemas/GridNode' },
          },
          nextCursor: {
            type: 'string',
            description:
              'Where older runs go on: the `cursor` of the next question. Absent: there are none',
          },
          collectedAt: { $ref: '#/components/schemas/CollectedAt' },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      RunDay: {
        type: 'object',
        additionalProperties: false,
        description: 'A day on which runs started or ended with success',
        required: ['date', 'runs', 'succeeded', 'failed'],
        properties: {
          date: { type: 'string', description: '`YYYY-MM-DD`' },
          runs: {
            type: 'integer',
            minimum: 0,
            description: 'How many started',
          },
          succeeded: {
            type: 'integer',
            minimum: 0,
            description: 'How many of those that started succeeded',
          },
          failed: {
            type: 'integer',
            minimum: 0,
            description:
              'How many of those that started failed, wholly or partially',
          },
          readyAt: {
            type: 'string',
            description:
              'When the first run that succeeded ended on this day, ISO 8601 in UTC',
          },
          runId: {
            type: 'string',
            description:
              'The run to look at: the last that failed, else the last',
          },
        },
      },
      DaysResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'until', 'timeZone', 'days', 'servedAt'],
        properties: {
          from: { type: 'string', description: 'The first day, `YYYY-MM-DD`' },
          until: {
            type: 'string',
            description: 'The last day, which is today, `YYYY-MM-DD`',
          },
          timeZone: { type: 'string' },
          days: {
            type: 'array',
            description: 'Oldest first; those without a run are left out',
            items: { $ref: '#/components/schemas/RunDay' },
          },
          collectedAt: { $ref: '#/components/schemas/CollectedAt' },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      NeighbourPipeline: {
        type: 'object',
        additionalProperties: false,
        description:
          'A workflow of an entity that is before or after another one',
        required: ['entityRef', 'name', 'health', 'late', 'distance', 'from'],
        properties: {
          entityRef: { type: 'string' },
          entityTitle: { type: 'string' },
          name: { type: 'string', description: 'Of the workflow' },
          health: { $ref: '#/components/schemas/WorkflowHealth' },
          late: {
            type: 'boolean',
            description: 'It does not keep its promise of freshness',
          },
          distance: {
            type: 'integer',
            minimum: 1,
            description: 'Steps from the entity that was asked for',
          },
          from: {
            type: 'string',
            description: 'The entity, a step nearer, that leads to it',
          },
          via: {
            type: 'string',
            description: 'Name of what both share. Absent: one names the other',
          },
        },
      },
      PromiseState: {
        type: 'object',
        additionalProperties: false,
        description:
          'Of the promises about when runs end the one that matters most: a broken one, else the one that is due first. They are in annotations of the entity, or tags of the workflow by the same names',
        required: ['kind', 'promise'],
        properties: {
          kind: {
            type: 'string',
            enum: ['expected', 'freshness', 'longestRun'],
            description:
              '`expected`: a run ends well in time (`glue-pipelines.io/expected`); `freshness`: and it loads something (`glue-pipelines.io/freshness`); `longestRun`: no run takes longer (`glue-pipelines.io/longest-run`)',
          },
          promise: {
            type: 'string',
            description:
              'As it is written, an ISO 8601 duration or a time of day such as `by 06:00 Europe/Berlin`',
          },
          problem: {
            type: 'string',
            description: 'Why it cannot be read; then there is no state',
          },
          state: {
            type: 'string',
            description:
              'Whether such a run has ended in time. `unknown`: AWS was not read since it was due',
            enum: ['fresh', 'late', 'unknown'],
          },
          lastSuccessAt: {
            type: 'string',
            description: 'When the newest such run ended, ISO 8601 in UTC',
          },
          dueAt: {
            type: 'string',
            description: 'Until when the next one has to end, ISO 8601 in UTC',
          },
        },
      },
      LineageResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['upstream', 'downstream', 'servedAt'],
        properties: {
          upstream: {
            type: 'array',
            description: 'Nearest first',
            items: { $ref: '#/components/schemas/NeighbourPipeline' },
          },
          downstream: {
            type: 'array',
            description: 'Nearest first',
            items: { $ref: '#/components/schemas/NeighbourPipeline' },
          },
          incomplete: {
            type: 'boolean',
            enum: [true],
            description: 'There are more, farther away',
          },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      FilterText: { type: 'string', minLength: 1, maxLength: 200 },
      FleetTile: {
        type: 'string',
        description:
          '`failing`: the last run ended without success. `running`: it goes on. `late`: the promise of freshness is broken, whatever became of the last run. `healthy`: it succeeded, and no promise is broken. `unknown`: it never ran, nobody knows what became of it, or AWS could not be read for more than 15 minutes.',
        enum: ['failing', 'running', 'late', 'healthy', 'unknown'],
      },
      FleetSort: {
        type: 'string',
        enum: [
          'worst',
          'name',
          'last-run',
          'duration',
          'success-rate',
          'freshness',
          'cost',
        ],
      },
      FleetGrouping: { type: 'string', enum: ['owner', 'system'] },
      FleetLack: { type: 'string', enum: ['owner', 'promise'] },
      FleetCounts: {
        type: 'object',
        additionalProperties: false,
        description:
          'How many there are of each tile. A late workflow is counted as failing or running, too',
        required: ['failing', 'running', 'late', 'healthy', 'unknown'],
        properties: {
          failing: { type: 'integer', minimum: 0 },
          running: { type: 'integer', minimum: 0 },
          late: { type: 'integer', minimum: 0 },
          healthy: { type: 'integer', minimum: 0 },
          unknown: { type: 'integer', minimum: 0 },
        },
      },
      FleetGroup: {
        type: 'object',
        additionalProperties: false,
        description:
          'The workflows of one owner or system that all filters let pass, on whatever page',
        required: ['total', 'worst', 'tiles'],
        properties: {
          ref: {
            type: 'string',
            description:
              'Entity ref of the owner or the system; absent for the workflows without one',
          },
          total: { type: 'integer', minimum: 1 },
          worst: { $ref: '#/components/schemas/FleetTile' },
          tiles: { $ref: '#/components/schemas/FleetCounts' },
        },
      },
      FleetRun: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'health'],
        properties: {
          id: { type: 'string', description: "Glue's WorkflowRunId" },
          health: { $ref: '#/components/schemas/RunHealth' },
          startedAt: { type: 'string', description: 'ISO 8601 in UTC' },
          durationSeconds: {
            type: 'number',
            description: 'Seconds; absent while it runs',
          },
          skipped: {
            type: 'string',
            description:
              'Why the run, which ended well, did nothing, in a word such as `nothing-new`. Absent: it did something',
          },
        },
      },
      FleetItem: {
        type: 'object',
        additionalProperties: false,
        description: 'A workflow through one of the entities that name it',
        required: [
          'arn',
          'signalKey',
          'name',
          'accountId',
          'region',
          'entityRef',
          'tags',
          'health',
          'tiles',
        ],
        properties: {
          arn: { type: 'string' },
          signalKey: {
            type: 'string',
            description:
              'What signals call the workflow; empty where it was never collected',
          },
          name: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          entityRef: { type: 'string' },
          entityTitle: { type: 'string' },
          owner: {
            type: 'string',
            description: 'Entity ref of who owns the entity',
          },
          system: {
            type: 'string',
            description: 'Entity ref of the system that the entity is part of',
          },
          tags: {
            type: 'array',
            description: 'Of the entity',
            items: { type: 'string' },
          },
          health: { $ref: '#/components/schemas/WorkflowHealth' },
          tiles: {
            type: 'array',
            description: 'Where it is counted',
            items: { $ref: '#/components/schemas/FleetTile' },
          },
          runs: {
            type: 'array',
            description:
              'The newest ten, newest first. Absent, like what follows of runs: the caller may not read runs of the entity',
            maxItems: 10,
            items: { $ref: '#/components/schemas/FleetRun' },
          },
          medianSeconds: {
            type: 'number',
            description:
              'Median duration of the successful runs among the newest 50, in seconds',
          },
          tooLongAfterSeconds: {
            type: 'number',
            description:
              'From when on a run that goes on takes too long, in seconds after its start: longer than promised, or else unusually long. Absent: nothing is promised, and too few runs succeeded to tell',
          },
          promisedSeconds: {
            type: 'number',
            description:
              'The longest that a run takes by the promise `glue-pipelines.io/longest-run`, in seconds. Absent: there is none',
          },
          successRate: {
            type: 'object',
            additionalProperties: false,
            description:
              'Of the newest 50 runs, how many have ended and how many of these with success',
            required: ['succeeded', 'ended'],
            properties: {
              succeeded: { type: 'integer', minimum: 0 },
              ended: { type: 'integer', minimum: 0 },
            },
          },
          nextRunAt: {
            type: 'string',
            description: 'ISO 8601 in UTC; only for activated schedules',
          },
          freshness: { $ref: '#/components/schemas/PromiseState' },
          cost: {
            type: 'object',
            additionalProperties: false,
            description:
              "Of the runs that started in the last seven days in UTC, today included. An estimate: see the answer's `price`",
            required: ['dpuHours', 'amount'],
            properties: {
              dpuHours: { type: 'number' },
              amount: { type: 'number' },
            },
          },
          consoleUrl: {
            type: 'string',
            description: 'Absent where AWS has no such account',
          },
          collectedAt: { $ref: '#/components/schemas/CollectedAt' },
          collectionError: {
            type: 'string',
            description:
              'Why the newest attempt to read AWS failed. The rest is the last known state',
          },
        },
      },
      FleetFilters: {
        type: 'object',
        additionalProperties: false,
        description:
          'What there is to filter by, of all workflows that the caller may see',
        required: ['owners', 'systems', 'tags', 'accounts', 'regions'],
        properties: {
          owners: { type: 'array', items: { type: 'string' } },
          systems: { type: 'array', items: { type: 'string' } },
          tags: { type: 'array', items: { type: 'string' } },
          accounts: { type: 'array', items: { type: 'string' } },
          regions: { type: 'array', items: { type: 'string' } },
        },
      },
      FleetRunsItem: {
        type: 'object',
        additionalProperties: false,
        description:
          'A workflow that ran in the window, through one of the entities that name it',
        required: [
          'arn',
          'name',
          'accountId',
          'region',
          'entityRef',
          'runs',
          'leftOut',
        ],
        properties: {
          arn: { type: 'string' },
          name: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          entityRef: { type: 'string' },
          entityTitle: { type: 'string' },
          owner: {
            type: 'string',
            description: 'Entity ref of who owns the entity',
          },
          runs: {
            type: 'array',
            description: 'Newest first',
            maxItems: 200,
            items: { $ref: '#/components/schemas/FleetRun' },
          },
          leftOut: {
            type: 'integer',
            minimum: 0,
            description: 'How many older runs of the window are not in `runs`',
          },
        },
      },
      FleetRunsResponse: {
        type: 'object',
        additionalProperties: false,
        required: [
          'from',
          'to',
          'items',
          'total',
          'idle',
          'counts',
          'filters',
          'withheld',
          'servedAt',
        ],
        properties: {
          from: { type: 'string', description: 'ISO 8601 in UTC' },
          to: { type: 'string', description: 'ISO 8601 in UTC' },
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/FleetRunsItem' },
          },
          total: {
            type: 'integer',
            minimum: 0,
            description: 'How many workflows ran in the window, on all pages',
          },
          idle: {
            type: 'integer',
            minimum: 0,
            description:
              'How many did not, of those whose runs the caller may read',
          },
          counts: {
            type: 'object',
            additionalProperties: false,
            description: 'Runs of the window, on all pages',
            required: ['runs', 'failed', 'running', 'succeeded'],
            properties: {
              runs: { type: 'integer', minimum: 0 },
              failed: {
                type: 'integer',
                minimum: 0,
                description: 'In whole or in part',
              },
              running: { type: 'integer', minimum: 0 },
              succeeded: { type: 'integer', minimum: 0 },
            },
          },
          filters: { $ref: '#/components/schemas/FleetFilters' },
          withheld: {
            type: 'integer',
            minimum: 0,
            description:
              'Workflows that entities name which the caller sees, without the permission to read their runs',
          },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      FleetResponse: {
        type: 'object',
        additionalProperties: false,
        required: [
          'items',
          'total',
          'tiles',
          'withheld',
          'filters',
          'price',
          'servedAt',
        ],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/FleetItem' },
          },
          total: {
            type: 'integer',
            minimum: 0,
            description: 'How many there are on all pages',
          },
          tiles: {
            description: 'Of what all filters but the tile let pass',
            allOf: [{ $ref: '#/components/schemas/FleetCounts' }],
          },
          groups: {
            type: 'array',
            description:
              'Those of which the page has workflows, in its order; absent when nothing is grouped',
            items: { $ref: '#/components/schemas/FleetGroup' },
          },
          withheld: {
            type: 'integer',
            minimum: 0,
            description:
              'Workflows that entities name which the caller sees, and that are not shown: the permission glue-pipelines.workflow.read is missing, or the workflow does not say that it belongs to the entity',
          },
          filters: { $ref: '#/components/schemas/FleetFilters' },
          price: { $ref: '#/components/schemas/Price' },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      Price: {
        type: 'object',
        additionalProperties: false,
        description: 'What amounts are computed with',
        required: ['perDpuHour', 'currency', 'note'],
        properties: {
          perDpuHour: { type: 'number' },
          currency: { type: 'string', description: 'ISO 4217' },
          note: {
            type: 'string',
            description: 'That amounts are estimates, and what is not in them',
          },
        },
      },
      LogLine: {
        type: 'object',
        additionalProperties: false,
        required: ['time', 'stream', 'text'],
        properties: {
          time: { type: 'string', description: 'ISO 8601 in UTC' },
          stream: { type: 'string', description: 'The id of its stream' },
          text: { type: 'string' },
          cut: {
            type: 'boolean',
            enum: [true],
            description: 'The line is longer than what is shown of it',
          },
        },
      },
      LogStream: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'kind', 'part', 'logGroup'],
        properties: {
          id: { type: 'string', description: 'Its log group and its name' },
          name: { type: 'string' },
          kind: {
            type: 'string',
            description:
              '`continuous`: the log of continuous logging, up to Glue 4',
            enum: ['output', 'error', 'continuous', 'crawler'],
          },
          part: {
            type: 'string',
            description:
              'Who wrote it; a crawler counts as a driver. `insights` are what Glue found out about a failure',
            enum: ['driver', 'executor', 'progress', 'insights'],
          },
          logGroup: { type: 'string' },
          consoleUrl: { type: 'string' },
          lastEventAt: {
            type: 'string',
            description:
              'ISO 8601 in UTC; CloudWatch tells it late, or not at all',
          },
        },
      },
      FailureCause: {
        type: 'object',
        additionalProperties: false,
        description: 'Why an attempt failed, and what to do',
        required: ['id', 'title', 'remedy'],
        properties: {
          id: { type: 'string', description: 'Stable, e.g. `out-of-memory`' },
          title: { type: 'string' },
          remedy: { type: 'string' },
          documentation: { type: 'string' },
          line: {
            type: 'string',
            description:
              'The line of the log that tells it. Absent: the error of the attempt does',
          },
          text: {
            description:
              'By which texts title and remedy are said in another language. Absent: a module of the portal added the cause',
            $ref: '#/components/schemas/CauseText',
          },
        },
      },
      CauseText: {
        type: 'object',
        additionalProperties: false,
        required: ['title', 'remedy', 'values'],
        properties: {
          title: {
            type: 'string',
            description: 'The key of a title, e.g. `unreachable-server`',
          },
          remedy: { type: 'string', description: 'The key of a remedy' },
          values: {
            description: 'What belongs into both',
            type: 'object',
            additionalProperties: { type: 'string' },
          },
        },
      },
      EmptyLog: {
        type: 'object',
        additionalProperties: false,
        required: ['reason', 'text'],
        properties: {
          reason: {
            type: 'string',
            enum: [
              'never-began',
              'waiting',
              'nothing-yet',
              'just-ended',
              'no-log',
              'executors-only',
              'no-stream',
              'none-found',
              'none-found-yet',
              'no-more',
              'no-more-yet',
              'none-in-time',
              'empty-streams',
            ],
            description:
              '`just-ended`: CloudWatch has nothing of it yet. `no-log`: in none of the groups. `executors-only`: the driver has no stream. `no-stream`: not the one that was asked for',
          },
          groups: {
            type: 'array',
            description: 'Log groups in which it was looked for',
            items: { type: 'string' },
          },
          text: {
            type: 'string',
            description: 'A sentence or two for a person',
          },
        },
      },
      LogsResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['lines', 'streams', 'complete', 'readAt'],
        properties: {
          lines: {
            type: 'array',
            description: 'Oldest first',
            items: { $ref: '#/components/schemas/LogLine' },
          },
          streams: {
            type: 'array',
            description: 'All that the attempt wrote to, read here or not',
            items: { $ref: '#/components/schemas/LogStream' },
          },
          previousCursor: {
            type: 'string',
            description:
              'Older lines. Absent: there are none, or only found lines were asked for',
          },
          nextCursor: {
            type: 'string',
            description:
              'Newer lines, also those that are still to come. Absent: there are none, and none will come',
          },
          complete: {
            type: 'boolean',
            description:
              'The attempt has ended, and so long ago that CloudWatch has all of it',
          },
          emptyBecause: {
            description: 'Why there is no line, where there is none',
            $ref: '#/components/schemas/EmptyLog',
          },
          problems: {
            type: 'array',
            description: 'One sentence for each log that could not be read',
            items: { type: 'string' },
          },
          cause: {
            description:
              'Of an attempt that failed, with its newest lines, where it is known',
            $ref: '#/components/schemas/FailureCause',
          },
          consoleUrl: {
            type: 'string',
            description: 'The log in the AWS console',
          },
          readAt: {
            type: 'string',
            description:
              'When CloudWatch was asked, ISO 8601 in UTC: an answer serves for some seconds',
          },
        },
      },
      ScriptLine: {
        type: 'object',
        additionalProperties: false,
        required: ['line'],
        properties: {
          line: { type: 'integer', description: 'From 1' },
          code: { type: 'string', description: 'What stands there' },
        },
      },
      InsightEvent: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        description: 'What failed beneath the script',
        properties: {
          name: {
            type: 'string',
            description:
              'As Glue names it, e.g. `GlueExceptionAnalysisTaskFailed`',
          },
          at: { type: 'string', description: 'ISO 8601 in UTC' },
          executor: {
            type: 'string',
            description: 'The id of the executor, which has a log of its own',
          },
          reason: {
            type: 'string',
            description: 'The line of the error that says most',
          },
        },
      },
      InsightsResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['events', 'recommendations', 'readAt'],
        properties: {
          script: {
            type: 'string',
            description: 'The file name of the script',
          },
          failedAt: {
            description: 'The line of the script that raised the error',
            $ref: '#/components/schemas/ScriptLine',
          },
          lastExecuted: {
            description:
              'The statement of the script, mostly a Spark action, that led there',
            $ref: '#/components/schemas/ScriptLine',
          },
          reason: {
            type: 'string',
            description: 'The line of the error that says most',
          },
          events: {
            type: 'array',
            description: 'Oldest first',
            items: { $ref: '#/components/schemas/InsightEvent' },
          },
          recommendations: {
            type: 'array',
            description:
              'Causes and remedies in the words of Glue, up to Glue 4',
            items: { type: 'string' },
          },
          absent: {
            type: 'string',
            description:
              'Why there is nothing: the job did not fail, or Glue has written nothing, because the job does not ask for it by `--enable-job-insights`, because it found nothing, or so far',
            enum: ['not-failed', 'not-written'],
          },
          problems: {
            type: 'array',
            description:
              'One sentence for each log that could not be looked at',
            items: { type: 'string' },
          },
          readAt: { type: 'string', description: 'ISO 8601 in UTC' },
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
      PauseScheduleRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn', 'reason'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
          reason: {
            type: 'string',
            description: 'Why, for everybody who sees the workflow',
            minLength: 1,
            maxLength: 500,
          },
        },
      },
      ResumeScheduleRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
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
      BadgeLink: {
        type: 'object',
        additionalProperties: false,
        required: ['url', 'sharedBy', 'sharedAt'],
        properties: {
          url: {
            type: 'string',
            description: 'Of the image, as browsers reach it',
          },
          sharedBy: { type: 'string', description: 'User entity ref' },
          sharedAt: { type: 'string', description: 'ISO 8601 in UTC' },
        },
      },
      BadgeResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['enabled'],
        properties: {
          enabled: {
            type: 'boolean',
            description:
              'Whether the portal serves badges at all, which its configuration decides',
          },
          link: { $ref: '#/components/schemas/BadgeLink' },
        },
      },
      BackfillRange: {
        type: 'object',
        additionalProperties: false,
        description: 'Hours, days or months of UTC, both ends included',
        required: ['from', 'to', 'every'],
        properties: {
          from: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
          to: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
          every: { type: 'string', enum: ['hour', 'day', 'month'] },
        },
      },
      BackfillRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn', 'property', 'which', 'atOnce'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
          property: {
            type: 'string',
            description: 'The run property whose value tells the runs apart',
            minLength: 1,
            maxLength: 255,
          },
          range: { $ref: '#/components/schemas/BackfillRange' },
          values: {
            type: 'array',
            description:
              'The values one by one, in the order of their runs, instead of a range',
            items: { type: 'string' },
          },
          which: {
            type: 'string',
            description:
              '`missing`: values of which there is no run. `unsuccessful`: also those whose last run has not succeeded. `all`: also those that have. What goes on is never started beside itself',
            enum: ['missing', 'unsuccessful', 'all'],
          },
          atOnce: {
            type: 'integer',
            description: 'Runs that go on at the same time, at most',
            minimum: 1,
            maximum: 10,
          },
          properties: {
            description:
              'Other run properties of each run. Never secrets, which are stored and shown',
            $ref: '#/components/schemas/Properties',
          },
        },
      },
      BackfillItem: {
        type: 'object',
        additionalProperties: false,
        required: ['value', 'starts'],
        properties: {
          value: { type: 'string' },
          run: {
            type: 'object',
            additionalProperties: false,
            description: 'The newest run that had the value',
            required: ['id', 'health', 'startedAt'],
            properties: {
              id: { type: 'string' },
              health: { $ref: '#/components/schemas/RunHealth' },
              startedAt: { type: 'string', description: 'ISO 8601 in UTC' },
            },
          },
          starts: { type: 'boolean', description: 'Whether a run is started' },
        },
      },
      BackfillPreview: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/BackfillItem' },
          },
        },
      },
      BackfillBegun: {
        type: 'object',
        additionalProperties: false,
        required: ['id'],
        properties: { id: { type: 'string' } },
      },
      Backfill: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'property',
          'atOnce',
          'startedBy',
          'createdAt',
          'items',
        ],
        properties: {
          id: { type: 'string' },
          property: { type: 'string' },
          atOnce: { type: 'integer' },
          startedBy: { type: 'string', description: 'User entity ref' },
          createdAt: { type: 'string', description: 'ISO 8601 in UTC' },
          endedAt: {
            type: 'string',
            description: 'ISO 8601 in UTC. Absent while it goes on',
          },
          stoppedBy: {
            type: 'string',
            description: 'User entity ref of who stopped it',
          },
          problem: {
            type: 'string',
            description:
              'Why the next run waits, or why the backfill ended before its end',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['value'],
              properties: {
                value: { type: 'string' },
                run: {
                  type: 'object',
                  additionalProperties: false,
                  description: 'Its run. Absent while it waits',
                  required: ['id', 'health'],
                  properties: {
                    id: { type: 'string' },
                    health: { $ref: '#/components/schemas/RunHealth' },
                  },
                },
              },
            },
          },
        },
      },
      BackfillsResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['backfills'],
        properties: {
          backfills: {
            type: 'array',
            items: { $ref: '#/components/schemas/Backfill' },
          },
        },
      },
      StopBackfillRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
        },
      },
      BadgeRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
        },
      },
      HygieneFinding: {
        type: 'string',
        description:
          "`ending-version`: a job is on a version of Glue that AWS ends or has ended. `no-owner`: the entity has none. `nobody-told`: the workflow's tag does not name the entity, so that its owner is told of no failure. `no-promise`: the entity makes no promise of freshness. `never-run`. `not-run-lately`: the last run began more than 30 days ago. `no-tags`: the entity has none",
        enum: [
          'ending-version',
          'no-owner',
          'nobody-told',
          'no-promise',
          'never-run',
          'not-run-lately',
          'no-tags',
        ],
      },
      HygieneItem: {
        type: 'object',
        additionalProperties: false,
        required: ['arn', 'name', 'entityRef', 'findings'],
        properties: {
          arn: { type: 'string' },
          name: { type: 'string' },
          entityRef: { type: 'string' },
          entityTitle: { type: 'string' },
          owner: {
            type: 'string',
            description: 'Entity ref of who owns the entity',
          },
          lastStartedAt: { type: 'string', description: 'ISO 8601 in UTC' },
          findings: {
            type: 'array',
            description: 'The most urgent first',
            items: { $ref: '#/components/schemas/HygieneFinding' },
          },
          endingVersions: {
            type: 'array',
            description:
              'Versions of Glue that AWS ends, with the jobs that are on them',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['version', 'support', 'life', 'jobs'],
              properties: {
                version: { type: 'string' },
                support: {
                  type: 'string',
                  description:
                    'When AWS ends security updates and support, as a date',
                },
                life: {
                  type: 'string',
                  description: 'When no job of it starts any more, as a date',
                },
                jobs: { type: 'array', items: { type: 'string' } },
              },
            },
          },
        },
      },
      HygieneResponse: {
        type: 'object',
        additionalProperties: false,
        required: [
          'items',
          'total',
          'wellKept',
          'counts',
          'filters',
          'withheld',
          'servedAt',
        ],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/HygieneItem' },
          },
          total: {
            type: 'integer',
            minimum: 0,
            description: 'Workflows on all pages',
          },
          wellKept: {
            type: 'integer',
            minimum: 0,
            description:
              'Workflows that the filters let pass and that have no finding',
          },
          counts: {
            type: 'array',
            description:
              'How many workflows have each finding, whatever finding is asked for',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['finding', 'workflows'],
              properties: {
                finding: { $ref: '#/components/schemas/HygieneFinding' },
                workflows: { type: 'integer', minimum: 0 },
              },
            },
          },
          filters: { $ref: '#/components/schemas/FleetFilters' },
          withheld: {
            type: 'integer',
            minimum: 0,
            description:
              'Workflows that the caller may not see, of entities that they see',
          },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      RunsAtOnce: {
        type: 'object',
        additionalProperties: false,
        required: ['running'],
        properties: {
          running: { type: 'integer', minimum: 0 },
          most: {
            type: 'integer',
            minimum: 1,
            description:
              'How many may go on at once. Absent: no maximum is set',
          },
        },
      },
      HeadroomJob: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'running'],
        properties: {
          name: { type: 'string' },
          running: {
            type: 'integer',
            minimum: 0,
            description:
              'Runs of it, of all workflows that the portal collects in the account and region',
          },
          most: {
            type: 'integer',
            minimum: 1,
            description:
              "The job's MaxConcurrentRuns. Absent: its definition was not read",
          },
        },
      },
      LocationLoad: {
        type: 'object',
        additionalProperties: false,
        description:
          'What goes on in an account and region, of all workflows that the portal collects',
        required: ['accountId', 'region', 'runs', 'jobRuns'],
        properties: {
          accountId: { type: 'string' },
          region: { type: 'string' },
          runs: { type: 'integer', minimum: 0, description: 'Of workflows' },
          jobRuns: { type: 'integer', minimum: 0 },
        },
      },
      HeadroomResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['runs', 'jobs', 'location', 'servedAt'],
        properties: {
          runs: { $ref: '#/components/schemas/RunsAtOnce' },
          jobs: {
            type: 'array',
            items: { $ref: '#/components/schemas/HeadroomJob' },
          },
          location: { $ref: '#/components/schemas/LocationLoad' },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      FleetHeadroomResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['locations', 'full', 'servedAt'],
        properties: {
          locations: {
            type: 'array',
            items: { $ref: '#/components/schemas/LocationLoad' },
          },
          full: {
            type: 'array',
            description: 'Workflows that have as many runs as they may',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['arn', 'name', 'entityRef', 'running', 'most'],
              properties: {
                arn: { type: 'string' },
                name: { type: 'string' },
                entityRef: { type: 'string' },
                running: { type: 'integer', minimum: 0 },
                most: { type: 'integer', minimum: 1 },
              },
            },
          },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      WarehouseTable: {
        type: 'object',
        additionalProperties: false,
        description:
          'The table that a workflow loads, as far as it could be read',
        required: ['database', 'schema', 'name', 'readAt'],
        properties: {
          database: { type: 'string' },
          schema: { type: 'string' },
          name: { type: 'string' },
          rowCount: { type: 'integer', minimum: 0 },
          sizeMb: {
            type: 'integer',
            minimum: 0,
            description:
              'In blocks of 1 MB. Absent: unknown, or the table is empty',
          },
          lastLoad: {
            type: 'object',
            additionalProperties: false,
            required: ['endedAt', 'rows'],
            description:
              'The last COPY into a table of this name in the database, of the last week; Redshift does not tell of which schema',
            properties: {
              endedAt: { type: 'string', description: 'ISO 8601 in UTC' },
              rows: { type: 'integer', minimum: 0 },
            },
          },
          columns: {
            type: 'array',
            items: { $ref: '#/components/schemas/WarehouseColumn' },
          },
          problems: {
            type: 'array',
            description: 'What could not be read, and what to do',
            items: { type: 'string' },
          },
          readAt: { type: 'string', description: 'ISO 8601 in UTC' },
        },
      },
      WarehouseColumn: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'type', 'nullable'],
        properties: {
          name: { type: 'string' },
          type: {
            type: 'string',
            description: "Redshift's internal name, e.g. `int4` or `varchar`",
          },
          length: { type: 'integer' },
          scale: { type: 'integer' },
          nullable: { type: 'boolean' },
        },
      },
      WarehouseResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'name', 'state', 'rawStatus', 'readAt', 'table'],
        properties: {
          kind: { type: 'string', enum: ['cluster', 'workgroup'] },
          name: { type: 'string' },
          state: {
            type: 'string',
            enum: ['available', 'changing', 'starting', 'paused', 'failed'],
            description:
              '`changing` may answer queries, `starting` will soon, `paused` when somebody resumes it, `failed` needs somebody',
          },
          rawStatus: { type: 'string', description: 'As AWS says it' },
          endpoint: {
            type: 'object',
            additionalProperties: false,
            required: ['address', 'port'],
            properties: {
              address: { type: 'string' },
              port: { type: 'integer' },
            },
          },
          baseCapacity: {
            type: 'integer',
            description: 'Of a workgroup, in Redshift processing units',
          },
          maxCapacity: { type: 'integer' },
          nodeType: { type: 'string', description: 'Of a cluster' },
          nodes: { type: 'integer' },
          readAt: { type: 'string', description: 'ISO 8601 in UTC' },
          table: { $ref: '#/components/schemas/WarehouseTable' },
        },
      },
      WarehouseRowsResponse: {
        type: 'object',
        additionalProperties: false,
        required: [
          'columns',
          'rows',
          'moreRows',
          'columnsLeftOut',
          'shortened',
          'readAt',
        ],
        properties: {
          columns: {
            type: 'array',
            items: { $ref: '#/components/schemas/WarehouseColumn' },
          },
          rows: {
            type: 'array',
            description:
              'Values as text in the order of the columns, null where there is none',
            items: { type: 'array', items: { type: ['string', 'null'] } },
          },
          moreRows: {
            type: 'boolean',
            description: 'Whether the table has more',
          },
          columnsLeftOut: {
            type: 'integer',
            minimum: 0,
            description: 'How many columns follow those that are shown',
          },
          shortened: {
            type: 'boolean',
            description: 'Whether some values are only their beginning',
          },
          readAt: { type: 'string', description: 'ISO 8601 in UTC' },
        },
      },
      LoadError: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'file', 'line', 'column', 'type', 'code', 'reason'],
        properties: {
          at: {
            type: 'string',
            description: 'When the COPY began, ISO 8601 in UTC',
          },
          file: { type: 'string' },
          line: { type: 'integer' },
          column: { type: 'string' },
          type: { type: 'string' },
          code: { type: 'integer' },
          reason: { type: 'string' },
        },
      },
      LoadErrorsResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'readAt'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/LoadError' },
          },
          readAt: { type: 'string', description: 'ISO 8601 in UTC' },
        },
      },
      CatalogColumn: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'type'],
        properties: {
          name: { type: 'string' },
          type: {
            type: 'string',
            description:
              "Hive's name, e.g. `bigint` or `struct<a:int>`; only its beginning where it is long",
          },
          comment: { type: 'string' },
        },
      },
      ColumnChange: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'name', 'partitionKey'],
        properties: {
          kind: { type: 'string', enum: ['added', 'removed', 'retyped'] },
          name: { type: 'string' },
          partitionKey: { type: 'boolean' },
          from: {
            type: 'string',
            description: 'The type before. Absent: the column was not there',
          },
          to: {
            type: 'string',
            description:
              'The type since. Absent: the column is not there any more',
          },
        },
      },
      CrawlerSummary: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'state', 'targets'],
        properties: {
          name: { type: 'string' },
          state: {
            type: 'string',
            description: 'READY, RUNNING or STOPPING, as Glue says it',
          },
          database: { type: 'string' },
          tablePrefix: { type: 'string' },
          targets: { type: 'array', items: { type: 'string' } },
          lastCrawl: {
            type: 'object',
            additionalProperties: false,
            required: ['status'],
            properties: {
              status: {
                type: 'string',
                description: 'SUCCEEDED, CANCELLED or FAILED, as Glue says it',
              },
              startedAt: { type: 'string', description: 'ISO 8601 in UTC' },
              error: { type: 'string' },
            },
          },
        },
      },
      CatalogTable: {
        type: 'object',
        additionalProperties: false,
        required: [
          'database',
          'name',
          'crawler',
          'columns',
          'columnsLeftOut',
          'partitionKeys',
        ],
        properties: {
          database: { type: 'string' },
          name: { type: 'string' },
          crawler: {
            type: 'string',
            description: 'The crawler that writes it',
          },
          columns: {
            type: 'array',
            items: { $ref: '#/components/schemas/CatalogColumn' },
          },
          columnsLeftOut: {
            type: 'integer',
            minimum: 0,
            description: 'How many columns follow those that are shown',
          },
          partitionKeys: {
            type: 'array',
            items: { $ref: '#/components/schemas/CatalogColumn' },
          },
          location: { type: 'string' },
          format: { type: 'string', description: 'e.g. `csv` or `parquet`' },
          recordCount: {
            type: 'integer',
            minimum: 0,
            description: 'What the crawler counted or estimated',
          },
          createdAt: { type: 'string', description: 'ISO 8601 in UTC' },
          updatedAt: { type: 'string', description: 'ISO 8601 in UTC' },
          lastChange: {
            type: 'object',
            additionalProperties: false,
            required: ['byLastCrawl', 'columns'],
            description:
              'What the newest version of the table changed. Absent: it has only one, or the versions could not be read',
            properties: {
              at: { type: 'string', description: 'ISO 8601 in UTC' },
              byLastCrawl: {
                type: 'boolean',
                description:
                  "Whether the crawler's last crawl made that version",
              },
              columns: {
                type: 'array',
                items: { $ref: '#/components/schemas/ColumnChange' },
              },
            },
          },
        },
      },
      TablesResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['crawlers', 'items', 'readAt'],
        properties: {
          crawlers: {
            type: 'array',
            items: { $ref: '#/components/schemas/CrawlerSummary' },
          },
          items: {
            type: 'array',
            description: 'By database and name',
            items: { $ref: '#/components/schemas/CatalogTable' },
          },
          problems: {
            type: 'array',
            description: 'What could not be read, or is not there',
            items: { type: 'string' },
          },
          readAt: { type: 'string', description: 'ISO 8601 in UTC' },
        },
      },
      CallOutcome: {
        type: 'string',
        description:
          '`denied` also where AWS does not accept the credentials; `error` is everything that has no name here',
        enum: [
          'ok',
          'throttled',
          'denied',
          'unreachable',
          'not-found',
          'error',
        ],
      },
      CallCount: {
        type: 'object',
        additionalProperties: false,
        required: ['service', 'operation', 'outcome', 'calls'],
        properties: {
          service: {
            type: 'string',
            description: 'As IAM writes it, e.g. `redshift-data`',
          },
          operation: {
            type: 'string',
            description: 'E.g. `BatchGetWorkflows`',
          },
          outcome: { $ref: '#/components/schemas/CallOutcome' },
          calls: {
            type: 'integer',
            minimum: 1,
            description: 'Each with the retries of the SDK',
          },
        },
      },
      CollectorLocation: {
        type: 'object',
        additionalProperties: false,
        required: [
          'accountId',
          'region',
          'workflows',
          'due',
          'active',
          'failing',
          'lagSeconds',
          'calls',
        ],
        properties: {
          accountId: { type: 'string' },
          region: { type: 'string' },
          workflows: {
            type: 'integer',
            minimum: 0,
            description: 'How many an entity names',
          },
          due: {
            type: 'integer',
            minimum: 0,
            description:
              'Of these: it is time to look at them, and nobody has finished doing so',
          },
          active: {
            type: 'integer',
            minimum: 0,
            description: 'Of these: a run is under way or announced',
          },
          failing: {
            type: 'integer',
            minimum: 0,
            description: 'Of these: the last look failed',
          },
          newestFailure: {
            type: 'object',
            additionalProperties: false,
            description: 'Of the failing workflows, the one that failed last',
            required: ['message', 'at'],
            properties: {
              message: {
                type: 'string',
                description: "What to do about it, without AWS's own words",
              },
              at: { type: 'string', description: 'ISO 8601 in UTC' },
            },
          },
          lastSuccessAt: {
            type: 'string',
            description:
              'When a look at one of them last succeeded, ISO 8601 in UTC. Absent: never yet',
          },
          lagSeconds: {
            type: 'number',
            minimum: 0,
            description:
              'How late the most overdue look is. A failing workflow is put off, and then not late',
          },
          calls: {
            type: 'array',
            description:
              'Calls to AWS since `startedAt`, of the replica that answers only: others have counts of their own',
            items: { $ref: '#/components/schemas/CallCount' },
          },
        },
      },
      UnnamedLocation: {
        type: 'object',
        additionalProperties: false,
        required: ['accountId', 'region', 'workflows'],
        properties: {
          accountId: { type: 'string' },
          region: { type: 'string' },
          workflows: {
            type: 'array',
            description: 'That no entity names, as AWS orders them',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['arn', 'name'],
              properties: { arn: { type: 'string' }, name: { type: 'string' } },
            },
          },
          problem: {
            type: 'string',
            description: 'Why the list is not known, and what to do about it',
          },
        },
      },
      UnnamedWorkflowsResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['locations', 'servedAt'],
        properties: {
          locations: {
            type: 'array',
            description: 'By account and region',
            items: { $ref: '#/components/schemas/UnnamedLocation' },
          },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      CollectorResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['locations', 'startedAt', 'servedAt'],
        properties: {
          locations: {
            type: 'array',
            description: 'By account and region',
            items: { $ref: '#/components/schemas/CollectorLocation' },
          },
          startedAt: {
            type: 'string',
            description:
              'When the replica that answers started, ISO 8601 in UTC',
          },
          servedAt: { $ref: '#/components/schemas/ServedAt' },
        },
      },
      BookmarkOption: {
        type: 'string',
        enum: ['enabled', 'paused', 'disabled', 'unknown'],
        description:
          'Whether the job uses its bookmark, as the newest run that the portal knows had it; a paused one is read and does not move',
      },
      BookmarkResponse: {
        type: 'object',
        additionalProperties: false,
        required: ['jobName', 'option', 'readAt'],
        properties: {
          jobName: { type: 'string' },
          option: { $ref: '#/components/schemas/BookmarkOption' },
          bookmark: {
            type: 'object',
            additionalProperties: false,
            required: ['version', 'run', 'attempt'],
            description:
              'Absent: there is none yet, so that the next run reads everything',
            properties: {
              version: {
                type: 'integer',
                description: 'It grows with every change, resets included',
              },
              run: {
                type: 'integer',
                description:
                  "The number of the job's run that left it; 0 after a reset",
              },
              attempt: { type: 'integer' },
              jobRunId: {
                type: 'string',
                description: 'The run of the job that left it',
              },
              previousJobRunId: {
                type: 'string',
                description: 'The run of the job that left the one before',
              },
            },
          },
          readAt: { type: 'string', description: 'ISO 8601 in UTC' },
        },
      },
      ResetBookmarkRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'workflowArn'],
        properties: {
          entityRef: { type: 'string', minLength: 1 },
          workflowArn: { type: 'string', minLength: 1 },
          jobRunId: {
            type: 'string',
            minLength: 1,
            maxLength: 255,
            description:
              'The run of the job after which to go on; everything is read again when absent',
          },
        },
      },
    },
  },
} as const;
