import { offsetPage } from '../../../protocol/offsetPage';
import { dataOperation } from '../operation';
import { inputs } from '../inputs';

interface Input {
  Status?: string;
  SessionId?: string;
  Database?: string;
  WorkgroupName?: string;
  ClusterIdentifier?: string;
  MaxResults?: number;
  NextToken?: string;
}

/** Latest first; those that are open unless told otherwise, or the one that is named. */
export const ListSessions = dataOperation<Input>({
  name: 'ListSessions',
  input: inputs.ListSessions,
  handle: (input, context) => {
    const found = context.statements.sessions
      .list()
      .filter(
        session =>
          [session.id, undefined].includes(input.SessionId) &&
          (input.Status
            ? session.status === input.Status
            : input.SessionId !== undefined || session.status !== 'CLOSED') &&
          [session.database, undefined].includes(input.Database) &&
          [session.workgroupName, undefined].includes(input.WorkgroupName) &&
          [session.clusterIdentifier, undefined].includes(
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
      Sessions: items.map(session => ({
        SessionId: session.id,
        Status: session.status,
        CreatedAt: new Date(session.createdAt),
        UpdatedAt: new Date(session.updatedAt),
        Database: session.database,
        DbUser: session.dbUser,
        ClusterIdentifier: session.clusterIdentifier,
        WorkgroupName: session.workgroupName,
        SessionAliveSeconds: session.aliveSeconds,
        SessionTtl: new Date(session.closesAt),
        CurrentStatementId: session.statementId,
      })),
      NextToken: nextToken,
    };
  },
});
