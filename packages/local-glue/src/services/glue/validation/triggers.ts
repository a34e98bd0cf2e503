import { jobArguments, name, notification } from './common';
import {
  integer,
  list,
  oneOf,
  string,
  structure,
} from '../../../protocol/shape';

const condition = structure(
  {},
  {
    LogicalOperator: oneOf('EQUALS'),
    JobName: name,
    State: oneOf(
      'STARTING',
      'RUNNING',
      'STOPPING',
      'STOPPED',
      'SUCCEEDED',
      'FAILED',
      'TIMEOUT',
      'ERROR',
      'WAITING',
      'EXPIRED',
    ),
    CrawlerName: name,
    CrawlState: oneOf(
      'RUNNING',
      'CANCELLING',
      'CANCELLED',
      'SUCCEEDED',
      'FAILED',
      'ERROR',
    ),
  },
);

const action = structure(
  {},
  {
    JobName: name,
    Arguments: jobArguments,
    Timeout: integer({ min: 1 }),
    SecurityConfiguration: name,
    NotificationProperty: notification,
    CrawlerName: name,
  },
);

export const schedule = string();

export const predicate = structure(
  {},
  { Logical: oneOf('AND', 'ANY'), Conditions: list(condition, { max: 500 }) },
);

export const actions = list(action);

export const eventBatchingCondition = structure(
  { BatchSize: integer({ min: 1, max: 100 }) },
  { BatchWindow: integer({ min: 1, max: 900 }) },
);

export const triggerType = oneOf(
  'SCHEDULED',
  'CONDITIONAL',
  'ON_DEMAND',
  'EVENT',
);
