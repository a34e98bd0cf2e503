import { components, runHealth } from './components';

const entityRef = {
  name: 'entityRef',
  in: 'query',
  required: true,
  allowReserved: true,
  description: 'The entity that names the workflow in its annotation',
  schema: { type: 'string', minLength: 1 },
  example: 'component:default/covid-hiring',
} as const;

const workflowArn = {
  name: 'workflowArn',
  in: 'query',
  required: true,
  allowReserved: true,
  schema: { type: 'string', minLength: 1 },
  example: 'arn:aws:glue:eu-west-1:123456789012:workflow/covid-hiring',
} as const;

const runId = {
  name: 'runId',
  in: 'path',
  required: true,
  schema: { type: 'string', minLength: 1 },
} as const;

const errors = {
  400: { $ref: '#/components/responses/Invalid' },
  401: { $ref: '#/components/responses/Anonymous' },
  403: { $ref: '#/components/responses/Denied' },
  404: { $ref: '#/components/responses/NotFound' },
  405: { $ref: '#/components/responses/WrongMethod' },
  500: { $ref: '#/components/responses/Failed' },
  503: { $ref: '#/components/responses/Unavailable' },
} as const;

/** The REST API; its schemas are those of `@glue-pipelines/backstage-plugin-common`. */
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'glue-pipelines',
    version: '1',
    description:
      'Workflows and runs of AWS Glue, as the portal last read them, and starting runs',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [{ url: '/' }],
  components,
  paths: {
    '/v1/workflows': {
      get: {
        operationId: 'ListWorkflows',
        description: 'All workflows that an entity names',
        parameters: [entityRef],
        responses: {
          200: {
            description: 'The workflows in the order of the annotation',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/WorkflowsResponse' },
              },
            },
          },
          ...errors,
        },
      },
    },
    '/v1/runs': {
      get: {
        operationId: 'ListRuns',
        description: 'Runs of a workflow, newest first',
        parameters: [
          entityRef,
          workflowArn,
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
            schema: { type: 'array', minItems: 1, items: runHealth },
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
          200: {
            description: 'The runs',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunsResponse' },
              },
            },
          },
          ...errors,
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
          201: {
            description: 'The run has begun',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StartRunResponse' },
              },
            },
          },
          ...errors,
          409: { $ref: '#/components/responses/Conflict' },
          413: { $ref: '#/components/responses/TooLarge' },
          415: { $ref: '#/components/responses/WrongType' },
          429: { $ref: '#/components/responses/TooMany' },
        },
      },
    },
    '/v1/runs/{runId}': {
      get: {
        operationId: 'GetRun',
        description: 'One run with the graph of what its nodes did',
        parameters: [runId, entityRef, workflowArn],
        responses: {
          200: {
            description: 'The run',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunDetail' },
              },
            },
          },
          ...errors,
        },
      },
    },
    '/v1/runs/{runId}/resume': {
      post: {
        operationId: 'ResumeRun',
        description:
          'Begins a run that goes on from nodes of one that has ended without success',
        parameters: [runId],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ResumeRunRequest' },
            },
          },
        },
        responses: {
          201: {
            description: 'The new run has begun',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StartRunResponse' },
              },
            },
          },
          ...errors,
          409: { $ref: '#/components/responses/Conflict' },
          413: { $ref: '#/components/responses/TooLarge' },
          415: { $ref: '#/components/responses/WrongType' },
        },
      },
    },
    '/v1/runs/{runId}/stop': {
      post: {
        operationId: 'StopRun',
        description:
          'Ends a run before it has ended by itself; nothing of it is taken back',
        parameters: [runId],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/StopRunRequest' },
            },
          },
        },
        responses: {
          202: {
            description: 'AWS ends its jobs, which takes a while',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/StartRunResponse' },
              },
            },
          },
          ...errors,
          409: { $ref: '#/components/responses/Conflict' },
          413: { $ref: '#/components/responses/TooLarge' },
          415: { $ref: '#/components/responses/WrongType' },
        },
      },
    },
  },
} as const;
