import { randomUUID } from 'node:crypto';
import { AwsError } from '../../base/AwsError';
import { Warehouse, WarehouseSession } from '../../warehouse/Warehouse';
import { resourceNotFound, validationError } from './errors';
import { retentionMs } from './StatementStore';

/** A session as ListSessions tells it. */
export interface DataSession {
  id: string;
  status: 'AVAILABLE' | 'BUSY' | 'CLOSED';
  createdAt: number;
  updatedAt: number;
  database: string;
  dbUser?: string;
  clusterIdentifier?: string;
  workgroupName?: string;
  /** Seconds that it lives on after a statement. */
  aliveSeconds: number;
  /** When it closes unless it is used, in milliseconds since the epoch. */
  closesAt: number;
  statementId?: string;
}

interface OpenSession {
  session: DataSession;
  handle: WarehouseSession;
  timer?: NodeJS.Timeout;
}

/** Amazon Redshift Management Guide, "Considerations when calling the Amazon Redshift Data API". */
const mostSessions = 500;

/**
 * Sessions of the Data API: each keeps a connection, with its temporary
 * tables, its search path and its transaction, until nobody has used it for
 * as long as it was told to. They end with the server.
 */
export class Sessions {
  private readonly open = new Map<string, OpenSession>();
  private readonly closed: DataSession[] = [];

  /** Latest first, with those that were closed in the last 24 hours. */
  list(): DataSession[] {
    this.dropEnded();
    const since = Date.now() - retentionMs;
    return [
      ...[...this.open.values()].map(({ session }) => session),
      ...this.closed,
    ]
      .filter(({ updatedAt }) => updatedAt >= since)
      .sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Rejects with ActiveSessionsExceededException. */
  async begin(
    warehouse: Warehouse,
    target: Pick<
      DataSession,
      'database' | 'dbUser' | 'clusterIdentifier' | 'workgroupName'
    >,
    aliveSeconds: number,
  ): Promise<DataSession> {
    if (this.open.size >= mostSessions) {
      throw new AwsError(
        'ActiveSessionsExceededException',
        `There are ${mostSessions} open sessions already.`,
      );
    }
    const now = Date.now();
    const session: DataSession = {
      ...target,
      id: randomUUID(),
      status: 'AVAILABLE',
      createdAt: now,
      updatedAt: now,
      aliveSeconds,
      closesAt: now + aliveSeconds * 1000,
    };
    const handle = await warehouse.openSession(target.database);
    this.open.set(session.id, { session, handle });
    return session;
  }

  /** Throws ResourceNotFoundException for a session that is closed, ValidationException for one that runs a statement. */
  find(id: string): DataSession {
    this.dropEnded();
    const found = this.open.get(id);
    if (!found) {
      throw resourceNotFound(`There is no open session with the id ${id}.`);
    }
    if (found.session.status === 'BUSY') {
      throw validationError(
        `The session ${id} runs the statement ${found.session.statementId}; wait until it has ended.`,
      );
    }
    return found.session;
  }

  /** Takes the session for a statement. */
  occupy(
    id: string,
    statementId: string,
    aliveSeconds: number | undefined,
  ): WarehouseSession {
    const { session, handle, timer } = this.open.get(id) as OpenSession;
    clearTimeout(timer);
    session.status = 'BUSY';
    session.statementId = statementId;
    session.aliveSeconds = aliveSeconds ?? session.aliveSeconds;
    session.updatedAt = Date.now();
    return handle;
  }

  /** The statement has ended; the session closes when its time is over. */
  release(id: string): void {
    const found = this.open.get(id);
    if (!found) return;
    const { session } = found;
    session.status = 'AVAILABLE';
    session.statementId = undefined;
    session.updatedAt = Date.now();
    session.closesAt = session.updatedAt + session.aliveSeconds * 1000;
    found.timer = setTimeout(() => this.close(id), session.aliveSeconds * 1000);
    found.timer.unref();
  }

  /** Sessions end with their warehouse, too. */
  private dropEnded(): void {
    for (const [id, { handle }] of this.open) {
      if (handle.isClosed) this.close(id);
    }
  }

  private close(id: string): void {
    const found = this.open.get(id);
    if (!found) return;
    this.open.delete(id);
    found.handle.close();
    found.session.status = 'CLOSED';
    found.session.updatedAt = Date.now();
    this.closed.push(found.session);
  }
}
