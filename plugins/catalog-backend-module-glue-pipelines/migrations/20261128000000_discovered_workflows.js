// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable(
    'glue_pipelines_discovered_workflows',
    table => {
      table.comment('Glue workflows as last discovered, for the grace period');
      table.string('workflow_arn', 400).primary();
      table.string('account_id', 12).notNullable();
      table.string('region', 32).notNullable();
      table
        .text('facts', 'longtext')
        .notNullable()
        .comment('JSON: what became entities');
      table.string('seen_at', 24).notNullable().comment('ISO 8601 in UTC');
      table.index(
        ['account_id', 'region'],
        'glue_pipelines_discovered_place_idx',
      );
    },
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('glue_pipelines_discovered_workflows');
};
