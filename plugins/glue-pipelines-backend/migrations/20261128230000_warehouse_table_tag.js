// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflow_tags', table => {
    table
      .string('warehouse_table_tag', 256)
      .nullable()
      .comment('Value of the tag that names the table that a workflow loads');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('workflow_tags', table => {
    table.dropColumn('warehouse_table_tag');
  });
};
