import type { Account } from '../../base/Account';
import { operationOf } from '../../protocol/operation';

export interface LogsContext extends Account {
  /** Absolute path of the folder that holds all state. */
  readonly dataDir: string;
}

/** Declares an operation of CloudWatch Logs. */
export const logsOperation = operationOf<LogsContext>();
