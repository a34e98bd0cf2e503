import { Service, withContext } from '../../protocol/operation';
import type { RedshiftDataDependencies } from './dependencies';
import { BatchExecuteStatement } from './operations/BatchExecuteStatement';
import { CancelStatement } from './operations/CancelStatement';
import { DescribeStatement } from './operations/DescribeStatement';
import { DescribeTable } from './operations/DescribeTable';
import { ExecuteStatement } from './operations/ExecuteStatement';
import { GetStatementResult } from './operations/GetStatementResult';
import { GetStatementResultV2 } from './operations/GetStatementResultV2';
import { ListDatabases } from './operations/ListDatabases';
import { ListSchemas } from './operations/ListSchemas';
import { ListSessions } from './operations/ListSessions';
import { ListStatements } from './operations/ListStatements';
import { ListTables } from './operations/ListTables';
import { Statements } from './Statements';

export type { WarehouseNames } from './dependencies';

/** The Redshift Data API; what an earlier server left of its statements is settled first. */
export function redshiftDataService(
  dependencies: RedshiftDataDependencies,
): Service {
  const { warehouses, names } = dependencies;
  const statements = new Statements(dependencies);
  return {
    id: 'redshift-data',
    protocol: 'aws-json-1.1',
    targetPrefix: 'RedshiftData',
    operations: withContext({ warehouses, names, statements }, [
      BatchExecuteStatement,
      CancelStatement,
      DescribeStatement,
      DescribeTable,
      ExecuteStatement,
      GetStatementResult,
      GetStatementResultV2,
      ListDatabases,
      ListSchemas,
      ListSessions,
      ListStatements,
      ListTables,
    ]),
  };
}
