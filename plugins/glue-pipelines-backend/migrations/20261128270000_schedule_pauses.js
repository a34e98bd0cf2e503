// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('schedule_pauses', table => {
    table.comment(
      'Who paused the schedule of a workflow from the portal, and why',
    );
    table.string('workflow_arn', 400).primary();
    table.string('trigger_name', 255).notNullable();
    table.string('paused_by', 400).notNullable().comment('User entity ref');
    table.string('reason', 500).notNullable();
    table.string('paused_at', 24).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('schedule_pauses');
};
