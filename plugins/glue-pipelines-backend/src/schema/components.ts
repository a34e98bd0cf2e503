const text = { type: 'string' } as const;
const optionalTime = {
  type: 'string',
  description: 'ISO 8601 in UTC',
} as const;
const seconds = { type: 'number', description: 'Seconds' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const properties = {
  type: 'object',
  additionalProperties: { type: 'string' },
} as const;

const error = (description: string) =>
  ({
    description,
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' } },
    },
  }) as const;

export const runHealth = {
  type: 'string',
  enum: [
    'succeeded',
    'failed',
    'partially-failed',
    'running',
    'stopping',
    'stopped',
    'unknown',
  ],
} as const;

const runSummaryProperties = {
  id: text,
  workflowArn: text,
  health: runHealth,
  rawStatus: text,
  startedAt: optionalTime,
  completedAt: optionalTime,
  durationSeconds: seconds,
  previousRunId: text,
  failure: {
    type: 'object',
    additionalProperties: false,
    required: ['nodeName'],
    properties: { nodeName: text, message: text },
  },
  errorMessage: text,
  statistics: { $ref: '#/components/schemas/RunStatistics' },
  properties,
  propertiesWithheld: { type: 'boolean', enum: [true] },
  consoleUrl: text,
  startedBy: text,
} as const;

const runSummaryRequired = [
  'id',
  'workflowArn',
  'health',
  'rawStatus',
  'statistics',
  'properties',
  'consoleUrl',
] as const;

/**
 * Components of the OpenAPI document. They describe the types of the common
 * package; the router's types prove that these fit.
 */
export const components = {
  responses: {
    Invalid: error('A value is missing or malformed; the message names it'),
    Anonymous: error('Nobody is signed in'),
    Denied: error(
      'The message names the permission that is missing, or the tag of the workflow',
    ),
    NotFound: error(
      'No such entity, or it does not name the workflow, or no such run',
    ),
    WrongMethod: error('The header Allow has the methods that are possible'),
    TooLarge: error('The body is too large'),
    WrongType: error('The body is not application/json'),
    Conflict: error(
      'Glue does not accept the run now, or the idempotency key belongs to another start',
    ),
    TooMany: error(
      'More starts within a minute than the portal allows for the user or the workflow',
    ),
    Failed: error('The portal failed; its log says why'),
    Unavailable: error(
      'Glue or another part of the portal cannot be reached, or asks to slow down; for a start also: it is not known yet whether the run has begun',
    ),
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
          properties: { name: text, message: text },
        },
        request: {
          type: 'object',
          additionalProperties: false,
          required: ['method', 'url'],
          properties: { method: text, url: text },
        },
        response: {
          type: 'object',
          additionalProperties: false,
          required: ['statusCode'],
          properties: { statusCode: { type: 'integer' } },
        },
      },
    },
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
        total: count,
        succeeded: count,
        failed: count,
        timedOut: count,
        stopped: count,
        running: count,
        waiting: count,
        errored: count,
      },
    },
    NodeAttempt: {
      type: 'object',
      additionalProperties: false,
      required: ['attempt', 'rawState'],
      properties: {
        id: text,
        attempt: count,
        rawState: text,
        startedAt: optionalTime,
        completedAt: optionalTime,
        durationSeconds: seconds,
        errorMessage: text,
        stateDetail: text,
        triggerName: text,
        dpuHours: { type: 'number' },
        logGroupName: text,
        workerType: text,
        numberOfWorkers: count,
      },
    },
    TriggerPredicate: {
      type: 'object',
      additionalProperties: false,
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
              nodeName: text,
              state: text,
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
        id: text,
        type: { type: 'string', enum: ['TRIGGER', 'JOB', 'CRAWLER'] },
        name: text,
        state: {
          type: 'string',
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
        attempts: {
          type: 'array',
          items: { $ref: '#/components/schemas/NodeAttempt' },
        },
        trigger: {
          type: 'object',
          additionalProperties: false,
          required: ['type', 'state'],
          properties: {
            type: {
              type: 'string',
              enum: ['SCHEDULED', 'CONDITIONAL', 'ON_DEMAND', 'EVENT'],
            },
            state: text,
            schedule: text,
            condition: text,
            predicate: { $ref: '#/components/schemas/TriggerPredicate' },
          },
        },
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
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['sourceId', 'destinationId'],
            properties: { sourceId: text, destinationId: text },
          },
        },
      },
    },
    RunSummary: {
      type: 'object',
      additionalProperties: false,
      required: runSummaryRequired,
      properties: runSummaryProperties,
    },
    RunDetail: {
      type: 'object',
      additionalProperties: false,
      required: [...runSummaryRequired, 'graph'],
      properties: {
        ...runSummaryProperties,
        graph: { $ref: '#/components/schemas/WorkflowGraph' },
      },
    },
    WorkflowDetail: {
      type: 'object',
      additionalProperties: false,
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
        arn: text,
        signalKey: {
          ...text,
          description:
            'What signals call the workflow; without meaning to anybody else',
        },
        name: text,
        accountId: text,
        region: text,
        description: text,
        health: {
          type: 'string',
          enum: [
            'succeeded',
            'failed',
            'partially-failed',
            'running',
            'stopping',
            'stopped',
            'never-run',
            'unknown',
          ],
        },
        lastRun: { $ref: '#/components/schemas/RunSummary' },
        graph: { $ref: '#/components/schemas/WorkflowGraph' },
        startTrigger: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'type', 'state'],
          properties: {
            name: text,
            type: { type: 'string', enum: ['SCHEDULED', 'ON_DEMAND', 'EVENT'] },
            state: text,
            schedule: text,
            nextRunAt: optionalTime,
          },
        },
        defaultRunProperties: properties,
        propertiesWithheld: text,
        maxConcurrentRuns: count,
        consoleUrl: text,
        collectedAt: optionalTime,
        collectionError: text,
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
        problems: { type: 'array', items: text },
      },
    },
    RunsResponse: {
      type: 'object',
      additionalProperties: false,
      required: ['items'],
      properties: {
        items: {
          type: 'array',
          items: { $ref: '#/components/schemas/RunSummary' },
        },
        nextCursor: {
          type: 'string',
          description: 'The cursor of the next, older runs; absent at the end',
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
        properties,
        idempotencyKey: {
          type: 'string',
          description:
            'Requests with the same key start one run; a new key for each start',
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
      properties: { runId: text },
    },
  },
} as const;
