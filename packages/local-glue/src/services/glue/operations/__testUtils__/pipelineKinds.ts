import { Kind, nameOf } from './Kind';

const Role = 'arn:aws:iam::000000000000:role/glue';
const Command = { Name: 'glueetl', ScriptLocation: 's3://scripts/a.py' };
const TAGGED = { Tags: { team: 'data' } };

export const workflow: Kind = {
  kind: 'a workflow',
  nameOf,
  create: {
    operation: 'CreateWorkflow',
    input: (Name, members) => ({ Name, ...members }),
  },
  get: {
    operation: 'GetWorkflow',
    input: Name => ({ Name }),
    read: answer => answer.Workflow,
  },
  lists: [
    {
      operation: 'ListWorkflows',
      input: {},
      limit: 25,
      read: answer => answer.Workflows,
    },
  ],
  filters: [],
  update: {
    operation: 'UpdateWorkflow',
    input: Name => ({ Name, Description: 'new' }),
    changed: { Description: 'new' },
  },
  delete: {
    operation: 'DeleteWorkflow',
    input: Name => ({ Name }),
    isQuietAboutMissing: true,
  },
  batchGet: {
    operation: 'BatchGetWorkflows',
    input: Names => ({ Names }),
    found: answer => answer.Workflows,
    missing: answer => answer.MissingWorkflows,
  },
  arn: name => `workflow/${name}`,
};

export const trigger: Kind = {
  kind: 'a trigger',
  nameOf,
  create: {
    operation: 'CreateTrigger',
    input: (Name, members) => ({
      Name,
      Type: 'ON_DEMAND',
      Actions: [{ JobName: 'load' }],
      ...members,
    }),
  },
  get: {
    operation: 'GetTrigger',
    input: Name => ({ Name }),
    read: answer => answer.Trigger,
  },
  lists: [
    {
      operation: 'GetTriggers',
      input: {},
      limit: 200,
      read: answer => answer.Triggers,
    },
    {
      operation: 'ListTriggers',
      input: {},
      limit: 200,
      read: answer => answer.TriggerNames,
    },
  ],
  filters: [
    ...['GetTriggers', 'ListTriggers'].map(operation => ({
      operation,
      input: { DependentJobName: 'other' },
      members: { Actions: [{ JobName: 'other' }] },
      found: ['b', 'c'],
    })),
    {
      operation: 'ListTriggers',
      input: TAGGED,
      members: TAGGED,
      found: ['b', 'c'],
    },
  ],
  update: {
    operation: 'UpdateTrigger',
    input: Name => ({
      Name,
      TriggerUpdate: { Description: 'new', Actions: [{ JobName: 'load' }] },
    }),
    changed: { Description: 'new' },
  },
  delete: {
    operation: 'DeleteTrigger',
    input: Name => ({ Name }),
    isQuietAboutMissing: true,
  },
  batchGet: {
    operation: 'BatchGetTriggers',
    input: TriggerNames => ({ TriggerNames }),
    found: answer => answer.Triggers,
    missing: answer => answer.TriggersNotFound,
  },
  arn: name => `trigger/${name}`,
};

export const job: Kind = {
  kind: 'a job',
  nameOf,
  create: {
    operation: 'CreateJob',
    input: (Name, members) => ({ Name, Role, Command, ...members }),
  },
  get: {
    operation: 'GetJob',
    input: JobName => ({ JobName }),
    read: answer => answer.Job,
  },
  lists: [
    {
      operation: 'GetJobs',
      input: {},
      limit: 1000,
      read: answer => answer.Jobs,
    },
    {
      operation: 'ListJobs',
      input: {},
      limit: 1000,
      read: answer => answer.JobNames,
    },
  ],
  filters: [
    {
      operation: 'ListJobs',
      input: TAGGED,
      members: TAGGED,
      found: ['b', 'c'],
    },
  ],
  update: {
    operation: 'UpdateJob',
    input: JobName => ({
      JobName,
      JobUpdate: { Role, Command, Description: 'new' },
    }),
    changed: { Description: 'new' },
  },
  delete: {
    operation: 'DeleteJob',
    input: JobName => ({ JobName }),
    isQuietAboutMissing: true,
  },
  batchGet: {
    operation: 'BatchGetJobs',
    input: JobNames => ({ JobNames }),
    found: answer => answer.Jobs,
    missing: answer => answer.JobsNotFound,
  },
  arn: name => `job/${name}`,
};

export const crawler: Kind = {
  kind: 'a crawler',
  nameOf,
  create: {
    operation: 'CreateCrawler',
    input: (Name, members) => ({
      Name,
      Role,
      DatabaseName: 'sales',
      Targets: { S3Targets: [{ Path: 's3://data/raw/' }] },
      ...members,
    }),
  },
  get: {
    operation: 'GetCrawler',
    input: Name => ({ Name }),
    read: answer => answer.Crawler,
  },
  lists: [
    {
      operation: 'GetCrawlers',
      input: {},
      limit: 1000,
      read: answer => answer.Crawlers,
    },
    {
      operation: 'ListCrawlers',
      input: {},
      limit: 1000,
      read: answer => answer.CrawlerNames,
    },
  ],
  filters: [
    {
      operation: 'ListCrawlers',
      input: TAGGED,
      members: TAGGED,
      found: ['b', 'c'],
    },
  ],
  update: {
    operation: 'UpdateCrawler',
    input: Name => ({ Name, Description: 'new' }),
    changed: { Description: 'new' },
  },
  delete: { operation: 'DeleteCrawler', input: Name => ({ Name }) },
  batchGet: {
    operation: 'BatchGetCrawlers',
    input: CrawlerNames => ({ CrawlerNames }),
    found: answer => answer.Crawlers,
    missing: answer => answer.CrawlersNotFound,
  },
  arn: name => `crawler/${name}`,
};
