import type { RedshiftDataContext } from './context';
import { validationError } from './errors';
import { acceptedOutput } from './outputs';
import { Submission } from './Statements';
import { checkTarget } from './target';

/** What ExecuteStatement and BatchExecuteStatement do alike: a session stands for its target. */
export async function submitStatement(
  submission: Submission,
  context: RedshiftDataContext,
) {
  const { statements } = context;
  const target = { ...submission };
  if (submission.SessionId) {
    const session = statements.sessions.find(submission.SessionId);
    const isOther =
      submission.Database !== undefined &&
      submission.Database !== session.database;
    if (isOther) {
      throw validationError(
        `The session ${session.id} is in the database "${session.database}".`,
      );
    }
    target.Database = session.database;
    target.DbUser = session.dbUser;
    target.ClusterIdentifier = session.clusterIdentifier;
    target.WorkgroupName = session.workgroupName;
  } else {
    checkTarget(submission, context);
  }
  const statement = await statements.submit(target);
  return {
    ...acceptedOutput(statement),
    SessionId: statement.sessionId,
    // Only who waits is told how far it came.
    ...(submission.WaitTimeSeconds && {
      Status: statement.status,
      HasResultSet: statement.hasResultSet,
      RedshiftPid: process.pid,
    }),
  };
}
