import { Knex } from 'knex';

/**
 * The time as the database has it: the one clock that all replicas share.
 * Those of the machines they run on may differ by more than a lease lasts.
 */
export function databaseClock(knex: Knex): () => Promise<Date> {
  const isSqlite = /sqlite/.test(knex.client.config.client);
  const milliseconds = isSqlite
    ? knex.raw('CAST((julianday() - 2440587.5) * 86400000 AS INTEGER) AS ms')
    : knex.raw('EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS ms');
  return async () => {
    const [{ ms }] = await knex.select<{ ms: number | string }[]>(milliseconds);
    return new Date(Number(ms));
  };
}
