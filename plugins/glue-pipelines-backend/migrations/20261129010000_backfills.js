// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('backfills', table => {
    table.comment('Series of runs, one for each value of a run property');
    table.string('id', 36).primary();
    table.string('workflow_arn', 400).notNullable();
    table.string('entity_ref', 400).notNullable();
    table
      .string('open_arn', 400)
      .nullable()
      .unique()
      .comment('The workflow while it goes on: at most one of each goes on');
    table.string('property', 255).notNullable();
    table.text('properties').notNullable().comment('The others of its runs');
    table.integer('at_once').notNullable();
    table.string('started_by', 400).notNullable().comment('User entity ref');
    table.string('created_at', 24).notNullable();
    table.string('ended_at', 24).nullable();
    table.string('stopped_by', 400).nullable().comment('User entity ref');
    table.text('problem').nullable().comment('Why it waits, or has ended');
    table
      .string('lease_until', 24)
      .nullable()
      .comment('Until then one replica has it in its hands');
    table.index(['workflow_arn', 'created_at']);
  });
  await knex.schema.createTable('backfill_items', table => {
    table.comment('The values of a backfill, in order, with their runs');
    table.string('backfill_id', 36).notNullable();
    table.integer('position').notNullable();
    table.text('value').notNullable();
    table.string('run_id', 255).nullable();
    table.primary(['backfill_id', 'position']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('backfill_items');
  await knex.schema.dropTable('backfills');
};
