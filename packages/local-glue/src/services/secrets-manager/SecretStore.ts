import type { Database } from 'better-sqlite3';
import { randomInt, randomUUID } from 'node:crypto';
import { AwsError } from '../../base/AwsError';
import type { Account } from '../../base/Account';

export type Stage = 'AWSCURRENT' | 'AWSPREVIOUS';

export interface Tag {
  Key: string;
  Value: string;
}

/** Times are milliseconds since the epoch. */
export interface Secret {
  arn: string;
  name: string;
  description: string | null;
  kmsKeyId: string | null;
  tags: Tag[];
  createdAt: number;
  changedAt: number;
  /** When it is to be gone; null while it is in use. */
  deletionAt: number | null;
}

export interface SecretVersion {
  versionId: string;
  stage: Stage;
  secretString: string | null;
  /** In base64. */
  secretBinary: string | null;
  createdAt: number;
}

export interface SecretValue {
  SecretString?: string;
  /** In base64, as the wire has it. */
  SecretBinary?: string;
}

const secretColumns =
  'arn, name, description, kms_key_id AS kmsKeyId, tags, created_at AS createdAt, changed_at AS changedAt, deletion_at AS deletionAt';
const versionColumns =
  'version_id AS versionId, stage, secret_string AS secretString, secret_binary AS secretBinary, created_at AS createdAt';

/**
 * Secrets with their current and their previous version, in the server's
 * database and not encrypted: this is for secrets that generated pipelines
 * make up, not for such that open anything elsewhere.
 */
export class SecretStore {
  constructor(
    private readonly database: Database,
    private readonly account: Account,
  ) {}

  /** Throws ResourceExistsException; InvalidRequestException while one of that name awaits deletion. */
  create(
    name: string,
    members: Pick<Secret, 'description' | 'kmsKeyId' | 'tags'>,
  ): Secret {
    const existing = this.byName(name);
    if (existing?.deletionAt) throw scheduledForDeletion(existing);
    if (existing) {
      throw new AwsError(
        'ResourceExistsException',
        `The operation failed because the secret ${name} already exists.`,
      );
    }
    const { region, accountId } = this.account;
    const now = Date.now();
    const secret: Secret = {
      ...members,
      arn: `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${suffix()}`,
      name,
      createdAt: now,
      changedAt: now,
      deletionAt: null,
    };
    this.database
      .prepare(
        'INSERT INTO secrets (arn, name, description, kms_key_id, tags, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        secret.arn,
        name,
        secret.description,
        secret.kmsKeyId,
        JSON.stringify(secret.tags),
        now,
        now,
      );
    return secret;
  }

  /** By name, ARN, or ARN without its random end. Throws ResourceNotFoundException, InvalidRequestException. */
  find(secretId: string): Secret {
    const secret = this.findAny(secretId);
    if (secret.deletionAt) throw scheduledForDeletion(secret);
    return secret;
  }

  /** Also a secret that awaits its deletion. Throws ResourceNotFoundException. */
  findAny(secretId: string): Secret {
    const row = this.database
      .prepare(
        `SELECT ${secretColumns} FROM secrets WHERE name = @id OR arn = @id OR substr(arn, 1, length(arn) - 7) = @id`,
      )
      .get({ id: secretId }) as RawSecret | undefined;
    const secret = row && this.unlessGone(fromRow(row));
    if (secret) return secret;
    throw new AwsError(
      'ResourceNotFoundException',
      `Secrets Manager can't find the specified secret: ${secretId}.`,
    );
  }

  /** In the order of their names. */
  list(): Secret[] {
    const rows = this.database
      .prepare(`SELECT ${secretColumns} FROM secrets ORDER BY name`)
      .all() as RawSecret[];
    return rows
      .map(fromRow)
      .filter(secret => this.unlessGone(secret) !== undefined);
  }

  update(
    secret: Secret,
    members: { description?: string; kmsKeyId?: string },
  ): void {
    this.database
      .prepare(
        'UPDATE secrets SET description = coalesce(?, description), kms_key_id = coalesce(?, kms_key_id), changed_at = ? WHERE arn = ?',
      )
      .run(
        members.description ?? null,
        members.kmsKeyId ?? null,
        Date.now(),
        secret.arn,
      );
  }

  /** Makes the value the current version; the one before it becomes the previous. Returns its id. */
  putValue(
    secret: Secret,
    value: SecretValue,
    versionId: string = randomUUID(),
  ): string {
    const { arn } = secret;
    this.database.transaction(() => {
      const known = this.versions(secret).find(
        version => version.versionId === versionId,
      );
      if (known) {
        checkSameValue(known, value);
        return;
      }
      const run = (sql: string, ...values: unknown[]) =>
        this.database.prepare(sql).run(...values);
      run(
        "DELETE FROM secret_versions WHERE arn = ? AND stage = 'AWSPREVIOUS'",
        arn,
      );
      run(
        "UPDATE secret_versions SET stage = 'AWSPREVIOUS' WHERE arn = ?",
        arn,
      );
      run(
        "INSERT INTO secret_versions (arn, version_id, stage, secret_string, secret_binary, created_at) VALUES (?, ?, 'AWSCURRENT', ?, ?, ?)",
        arn,
        versionId,
        value.SecretString ?? null,
        value.SecretBinary ?? null,
        Date.now(),
      );
      run('UPDATE secrets SET changed_at = ? WHERE arn = ?', Date.now(), arn);
    })();
    return versionId;
  }

  versions({ arn }: Secret): SecretVersion[] {
    return this.database
      .prepare(`SELECT ${versionColumns} FROM secret_versions WHERE arn = ?`)
      .all(arn) as SecretVersion[];
  }

  /** Removes the secret at once, or lets it be unusable until `deletionAt`. */
  delete({ arn }: Secret, deletionAt: number | undefined): void {
    if (deletionAt === undefined) {
      this.database.prepare('DELETE FROM secrets WHERE arn = ?').run(arn);
    } else {
      this.database
        .prepare('UPDATE secrets SET deletion_at = ? WHERE arn = ?')
        .run(deletionAt, arn);
    }
  }

  private byName(name: string): Secret | undefined {
    const row = this.database
      .prepare(`SELECT ${secretColumns} FROM secrets WHERE name = ?`)
      .get(name) as RawSecret | undefined;
    return row && this.unlessGone(fromRow(row));
  }

  /** Removes a secret whose time is over. */
  private unlessGone(secret: Secret): Secret | undefined {
    if (secret.deletionAt === null || secret.deletionAt > Date.now()) {
      return secret;
    }
    this.delete(secret, undefined);
    return undefined;
  }
}

type RawSecret = Omit<Secret, 'tags'> & { tags: string };

function fromRow(row: RawSecret): Secret {
  return { ...row, tags: JSON.parse(row.tags) as Tag[] };
}

/** The six characters with which Secrets Manager ends an ARN, so that a new secret of an old name is another. */
function suffix(): string {
  const letters =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(
    { length: 6 },
    () => letters[randomInt(letters.length)],
  ).join('');
}

function scheduledForDeletion({ name }: Secret): AwsError {
  return new AwsError(
    'InvalidRequestException',
    `The secret ${name} is scheduled for deletion. Delete it with ForceDeleteWithoutRecovery to use its name again.`,
  );
}

function checkSameValue(known: SecretVersion, value: SecretValue): void {
  const isSame =
    known.secretString === (value.SecretString ?? null) &&
    known.secretBinary === (value.SecretBinary ?? null);
  if (isSame) return;
  throw new AwsError(
    'ResourceExistsException',
    `There is a version ${known.versionId} with another value already.`,
  );
}
