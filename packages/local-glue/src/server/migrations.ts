import { Migration } from '../store/database';
import { glueMigrations } from '../services/glue/migrations';
import { redshiftMigrations } from '../services/redshift-data/migrations';
import { secretsMigrations } from '../services/secrets-manager/migrations';
import { eventsMigrations } from '../services/events/migrations';
import { deployMigrations } from '../deploy/migrations';

/** Every schema change, oldest first within its area. Areas do not depend on one another. */
export const migrations: readonly Migration[] = [
  ...glueMigrations,
  ...redshiftMigrations,
  ...secretsMigrations,
  ...eventsMigrations,
  ...deployMigrations,
];
