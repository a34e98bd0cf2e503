import type { RedshiftDataDependencies } from './dependencies';
import { retentionMs, Statement } from './StatementStore';

/**
 * Tells EventBridge that a statement has ended, for WithEvent (Amazon Redshift
 * Management Guide, "Monitoring events for the Amazon Redshift Data API in
 * Amazon EventBridge").
 */
export function sendStatementEvent(
  { events, accountId, region, log }: RedshiftDataDependencies,
  statement: Statement,
): void {
  const { clusterIdentifier, workgroupName } = statement;
  const resource = clusterIdentifier
    ? `arn:aws:redshift:${region}:${accountId}:cluster:${clusterIdentifier}`
    : `arn:aws:redshift-serverless:${region}:${accountId}:workgroup/${workgroupName}`;
  try {
    events.send({
      source: 'aws.redshift-data',
      detailType: 'Redshift Data Statement Status Change',
      time: new Date(statement.updatedAt),
      resources: [resource],
      detail: {
        principal: `arn:aws:iam::${accountId}:root`,
        statementName: statement.name ?? '',
        statementId: statement.id,
        redshiftQueryId: String(statement.queryId),
        state: statement.status,
        rows: statement.resultRows,
        expireAt: Math.floor((statement.createdAt + retentionMs) / 1000),
      },
    });
  } catch (error) {
    log.warn(
      `Redshift statement ${statement.id}: its event was not sent: ${(error as Error).message}`,
    );
  }
}
