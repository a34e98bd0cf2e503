import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import knexFactory from 'knex';
import pg from 'pg';
import { root } from './paths.mjs';
import { startPostgres } from './postgres.mjs';

const PLUGIN = join(root, 'plugins/glue-pipelines-backend');
const REPORT = join(PLUGIN, 'report.sql.md');

const COLUMNS = `
  SELECT table_name, column_name, data_type, is_nullable, character_maximum_length, column_default
  FROM information_schema.columns
  WHERE table_schema = 'public' AND table_name NOT LIKE 'knex_%'
  ORDER BY table_name, column_name`;
const INDEXES = `
  SELECT tablename, indexname, indexdef FROM pg_indexes
  WHERE schemaname = 'public' AND tablename NOT LIKE 'knex_%'
  ORDER BY tablename, indexname`;

/** The tables that all migrations together make on Postgres, as Markdown. */
async function describe(client) {
  const { rows: columns } = await client.query(COLUMNS);
  const { rows: indexes } = await client.query(INDEXES);
  const tables = [...new Set(columns.map(column => column.table_name))];
  return [
    '# Tables of @glue-pipelines/backstage-plugin-backend',
    '> Made from the migrations by `yarn reports`; not edited by hand.',
    ...tables.flatMap(table => [
      `## ${table}`,
      [
        '| Column | Type | Nullable | Length | Default |',
        '| --- | --- | --- | --- | --- |',
        ...columns
          .filter(column => column.table_name === table)
          .map(column =>
            [
              '',
              `\`${column.column_name}\``,
              column.data_type,
              column.is_nullable === 'YES' ? 'yes' : 'no',
              column.character_maximum_length ?? '-',
              column.column_default ? `\`${column.column_default}\`` : '-',
              '',
            ]
              .join(' | ')
              .trim(),
          ),
      ].join('\n'),
      indexes
        .filter(index => index.tablename === table)
        .map(
          ({ indexname, indexdef }) =>
            `- \`${indexname}\`: ${indexdef.includes('UNIQUE') ? 'unique ' : ''}\`${indexdef.replace(/^.* USING /, '')}\``,
        )
        .join('\n'),
    ]),
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

/** Compares the report of the migrations with what they make, or writes it. Answers what is wrong. */
export async function checkSqlReport({ update }) {
  const database = await startPostgres();
  try {
    const knex = knexFactory({
      client: 'pg',
      connection: database.url,
      migrations: { directory: join(PLUGIN, 'migrations') },
    });
    const client = new pg.Client({ connectionString: database.url });
    try {
      await knex.migrate.latest();
      await client.connect();
      const report = await describe(client);
      if (update) {
        writeFileSync(REPORT, report);
        return [];
      }
      return existsSync(REPORT) && readFileSync(REPORT, 'utf8') === report
        ? []
        : ['report.sql.md is not what the migrations make'];
    } finally {
      await client.end();
      await knex.destroy();
    }
  } finally {
    await database.stop();
  }
}
