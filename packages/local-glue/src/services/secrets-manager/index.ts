import type { Database } from 'better-sqlite3';
import type { Account } from '../../base/Account';
import { Service, withContext } from '../../protocol/operation';
import { CreateSecret } from './operations/CreateSecret';
import { DeleteSecret } from './operations/DeleteSecret';
import { DescribeSecret } from './operations/DescribeSecret';
import { GetSecretValue } from './operations/GetSecretValue';
import { ListSecrets } from './operations/ListSecrets';
import { PutSecretValue } from './operations/PutSecretValue';
import { UpdateSecret } from './operations/UpdateSecret';
import { SecretStore } from './SecretStore';

export interface SecretsManagerDependencies extends Account {
  readonly database: Database;
}

export function secretsManagerService(
  dependencies: SecretsManagerDependencies,
): Service {
  const { database } = dependencies;
  const store = new SecretStore(database, dependencies);
  return {
    id: 'secretsmanager',
    protocol: 'aws-json-1.1',
    targetPrefix: 'secretsmanager',
    operations: withContext({ database, store }, [
      CreateSecret,
      DeleteSecret,
      DescribeSecret,
      GetSecretValue,
      ListSecrets,
      PutSecretValue,
      UpdateSecret,
    ]),
  };
}
