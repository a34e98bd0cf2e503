import type { Database } from 'better-sqlite3';
import { operationOf } from '../../protocol/operation';
import type { SecretStore } from './SecretStore';

export interface SecretsContext {
  readonly database: Database;
  readonly store: SecretStore;
}

/** Declares an operation of Secrets Manager. */
export const secretsOperation = operationOf<SecretsContext>();
