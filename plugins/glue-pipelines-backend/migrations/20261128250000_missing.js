// @ts-check

/**
 * Whether Glue said at the last look that it has no such workflow.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflows', table => {
    table.boolean('missing').notNullable().defaultTo(false);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Not by knex: on SQLite it would make the table anew, and runs would go with the old one.
  await knex.raw('ALTER TABLE workflows DROP COLUMN missing');
};
