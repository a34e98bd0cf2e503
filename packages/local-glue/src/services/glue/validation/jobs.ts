import { description, jobArguments, name, notification } from './common';
import {
  boolean,
  document,
  double,
  integer,
  list,
  map,
  oneOf,
  Shape,
  string,
  structure,
} from '../../../protocol/shape';

export const workerType = oneOf(
  'Standard',
  'G.025X',
  'G.1X',
  'G.2X',
  'G.4X',
  'G.8X',
  'G.12X',
  'G.16X',
  'R.1X',
  'R.2X',
  'R.4X',
  'R.8X',
  'Z.2X',
);

export const executionClass = oneOf('FLEX', 'STANDARD');

const text512 = string({ min: 1, max: 512 });

const command = structure(
  {},
  {
    Name: string(),
    ScriptLocation: string({ max: 400_000 }),
    PythonVersion: string({
      pattern: {
        expression: /^([2-3]|3[.]9)$/,
        says: 'must be 2, 3 or 3.9',
      },
    }),
    Runtime: string({
      max: 64,
      pattern: { expression: /^.*$/, says: 'must be a single line' },
    }),
  },
);

const sourceControlDetails = structure(
  {},
  {
    Provider: oneOf('GITHUB', 'GITLAB', 'BITBUCKET', 'AWS_CODE_COMMIT'),
    Repository: text512,
    Owner: text512,
    Branch: text512,
    Folder: text512,
    LastCommitId: text512,
    AuthStrategy: oneOf('PERSONAL_ACCESS_TOKEN', 'AWS_SECRETS_MANAGER'),
    AuthToken: text512,
  },
);

export const role = string();

export const jobCommand = command;

/** The members that CreateJob and JobUpdate share, all but Role and Command. */
export const jobMembers: Record<string, Shape> = {
  JobMode: oneOf('SCRIPT', 'VISUAL', 'NOTEBOOK'),
  JobRunQueuingEnabled: boolean(),
  Description: description,
  LogUri: string(),
  ExecutionProperty: structure({}, { MaxConcurrentRuns: integer({ min: 1 }) }),
  DefaultArguments: jobArguments,
  NonOverridableArguments: jobArguments,
  Connections: structure(
    {},
    { Connections: list(string({ max: 255 }), { max: 1000 }) },
  ),
  MaxRetries: integer({ min: 0, max: 10 }),
  AllocatedCapacity: integer(),
  Timeout: integer({ min: 1 }),
  MaxCapacity: double(),
  SecurityConfiguration: name,
  NotificationProperty: notification,
  GlueVersion: string({
    min: 1,
    max: 255,
    pattern: {
      expression: /^(\w+\.)+\w+$/,
      says: 'must be a version such as 5.1',
    },
  }),
  NumberOfWorkers: integer({ min: 1 }),
  WorkerType: workerType,
  // The graph of the visual editor: kept, and without meaning for a run.
  CodeGenConfigurationNodes: map(
    string({
      pattern: {
        expression: /^[A-Za-z0-9_-]*$/,
        says: 'must consist of letters, digits, - and _',
      },
    }),
    document(),
  ),
  ExecutionClass: executionClass,
  SourceControlDetails: sourceControlDetails,
  MaintenanceWindow: string({
    pattern: {
      expression: /^(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3])$/,
      says: 'must be a day and an hour such as Sun:5',
    },
  }),
};
