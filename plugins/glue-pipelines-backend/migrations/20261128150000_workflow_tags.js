// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('workflow_tags', table => {
    table.comment('Which entity a workflow names in its tag, as last read');
    table.string('workflow_arn', 400).primary();
    table
      .string('entity_tag', 256)
      .nullable()
      .comment('Value of the tag; null where the workflow has no such tag');
    table.string('read_at', 24).notNullable();
    table.index(['read_at'], 'workflow_tags_read_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('workflow_tags');
};
