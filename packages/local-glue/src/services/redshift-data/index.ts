import { Service } from '../../protocol/operation';
import { batchExecuteStatement } from './operations/batchExecuteStatement';
import { cancelStatement } from './operations/cancelStatement';
import { describeStatement } from './operations/describeStatement';
import { describeTable } from './operations/describeTable';
import { executeStatement } from './operations/executeStatement';
import { getStatementResult } from './operations/getStatementResult';
import { getStatementResultV2 } from './operations/getStatementResultV2';
import { listDatabases } from './operations/listDatabases';
import { listSchemas } from './operations/listSchemas';
import { listSessions } from './operations/listSessions';
import { listStatements } from './operations/listStatements';
import { listTables } from './operations/listTables';

export const redshiftDataService: Service = {
  id: 'redshift-data',
  protocol: 'aws-json-1.1',
  targetPrefix: 'RedshiftData',
  operations: [
    batchExecuteStatement,
    cancelStatement,
    describeStatement,
    describeTable,
    executeStatement,
    getStatementResult,
    getStatementResultV2,
    listDatabases,
    listSchemas,
    listSessions,
    listStatements,
    listTables,
  ],
};
