// @ts-check

/**
 * Times are ISO 8601 texts in UTC with milliseconds: they sort as they read,
 * and SQLite and Postgres hand them back alike.
 *
 * No apostrophes in comments: knex does not escape them for Postgres.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('workflows', table => {
    table.comment('Glue workflows that an entity names, as last read');
    table.string('arn', 400).primary();
    table.boolean('wanted').notNullable().comment('An entity names it');
    table
      .text('definition')
      .nullable()
      .comment('JSON: description, graph, default properties, start trigger');
    table
      .string('last_run_id', 255)
      .nullable()
      .comment('LastRun of Glue when the runs were last listed');
    table.string('collected_at', 24).nullable().comment('Last success');
    table.string('attempted_at', 24).nullable().comment('Last attempt');
    table
      .text('collection_error')
      .nullable()
      .comment('Why the last attempt failed');
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('Failed attempts in a row, for the backoff');
    table.string('due_at', 24).nullable().comment('When to read it again');
    table
      .boolean('requested')
      .notNullable()
      .defaultTo(false)
      .comment('Somebody waits for it: read it regardless of due_at');
    table
      .string('lease_id', 36)
      .nullable()
      .comment('Who reads it now, so that nobody else does');
    table.string('lease_until', 24).nullable();
    table.index(['wanted', 'due_at'], 'workflows_due_idx');
  });

  await knex.schema.createTable('runs', table => {
    table.comment('Workflow runs; kept longer than Glue keeps them');
    table
      .string('workflow_arn', 400)
      .notNullable()
      .references('arn')
      .inTable('workflows')
      .onDelete('CASCADE');
    table.string('run_id', 255).notNullable();
    table
      .string('raw_status', 32)
      .notNullable()
      .comment('Status as Glue says it');
    table.string('health', 32).notNullable().comment('Derived');
    table.boolean('active').notNullable().comment('It can still change');
    table
      .boolean('detailed')
      .notNullable()
      .comment('Its nodes and edges were read, not just its place in the list');
    table.string('started_at', 24).nullable();
    table.string('completed_at', 24).nullable();
    table
      .string('ordered_at', 24)
      .notNullable()
      .comment('started_at, or when it was first seen: the order of lists');
    table.string('previous_run_id', 255).nullable();
    table.text('error_message').nullable();
    table.text('failure').nullable().comment('JSON: first failed node');
    table.text('statistics').notNullable().comment('JSON');
    table.text('properties').notNullable().comment('JSON');
    table.text('edges').notNullable().comment('JSON');
    table.primary(['workflow_arn', 'run_id']);
    table.index(['workflow_arn', 'ordered_at'], 'runs_ordered_idx');
    table.index(['active'], 'runs_active_idx');
  });

  await knex.schema.createTable('run_nodes', table => {
    table.comment('What each node of the graph of a run did');
    table.string('workflow_arn', 400).notNullable();
    table.string('run_id', 255).notNullable();
    table.string('node_id', 255).notNullable();
    table
      .integer('position')
      .notNullable()
      .comment('Order of nodes as Glue gives them');
    table.string('type', 16).notNullable();
    table.string('name', 255).notNullable();
    table.string('state', 16).notNullable().comment('Derived');
    table.text('attempts').notNullable().comment('JSON');
    table.text('trigger').nullable().comment('JSON; only for triggers');
    table.primary(['workflow_arn', 'run_id', 'node_id']);
    table
      .foreign(['workflow_arn', 'run_id'])
      .references(['workflow_arn', 'run_id'])
      .inTable('runs')
      .onDelete('CASCADE');
  });

  await knex.schema.createTable('run_starts', table => {
    table.comment(
      'Who started a run from the portal; known before Glue lists the run',
    );
    table
      .string('workflow_arn', 400)
      .notNullable()
      .references('arn')
      .inTable('workflows')
      .onDelete('CASCADE');
    table.string('run_id', 255).notNullable();
    table.string('started_by', 400).notNullable().comment('User entity ref');
    table.string('requested_at', 24).notNullable();
    table.primary(['workflow_arn', 'run_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('run_starts');
  await knex.schema.dropTable('run_nodes');
  await knex.schema.dropTable('runs');
  await knex.schema.dropTable('workflows');
};
