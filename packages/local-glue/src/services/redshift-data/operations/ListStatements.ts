import { offsetPage } from '../../../protocol/offsetPage';
import { validationError } from '../errors';
import { dataOperation } from '../operation';
import { inputs } from '../inputs';

interface Input {
  /** `FINISHED` unless told otherwise; `ALL` for every status. */
  Status?: string;
  /** What the names begin with. */
  StatementName?: string;
  Database?: string;
  WorkgroupName?: string;
  ClusterIdentifier?: string;
  MaxResults?: number;
  NextToken?: string;
}

/** Latest first. */
export const ListStatements = dataOperation<Input>({
  name: 'ListStatements',
  input: inputs.ListStatements,
  handle: (input, context) => {
    if (input.ClusterIdentifier && input.WorkgroupName) {
      throw validationError(
        'ClusterIdentifier and WorkgroupName exclude each other.',
      );
    }
    const status = input.Status ?? 'FINISHED';
    const found = context.statements.store
      .list()
      .filter(
        statement =>
          (status === 'ALL' || statement.status === status) &&
          (statement.name ?? '').startsWith(input.StatementName ?? '') &&
          [statement.database, undefined].includes(input.Database) &&
          [statement.workgroupName, undefined].includes(input.WorkgroupName) &&
          [statement.clusterIdentifier, undefined].includes(
            input.ClusterIdentifier,
          ),
      );
    const { items, nextToken } = offsetPage(
      found,
      input.NextToken,
      input.MaxResults,
      100,
    );
    return {
      Statements: items.map(statement => ({
        Id: statement.id,
        Status: statement.status,
        CreatedAt: new Date(statement.createdAt),
        UpdatedAt: new Date(statement.updatedAt),
        IsBatchStatement: statement.isBatch,
        QueryString: statement.isBatch ? undefined : statement.sql,
        QueryStrings: statement.isBatch
          ? statement.subStatements.map(({ sql }) => sql)
          : undefined,
        QueryParameters: statement.parameters,
        StatementName: statement.name,
        SecretArn: statement.secretArn,
        ResultFormat: statement.resultFormat,
        SessionId: statement.sessionId,
      })),
      NextToken: nextToken,
    };
  },
});
