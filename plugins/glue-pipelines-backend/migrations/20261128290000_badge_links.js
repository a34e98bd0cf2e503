// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('badge_links', table => {
    table.comment('Pipelines whose badge is shown to whoever has the link');
    table.string('token', 43).primary().comment('The secret part of the link');
    table.string('entity_ref', 400).notNullable();
    table.string('workflow_arn', 400).notNullable();
    table.string('shared_by', 400).notNullable().comment('User entity ref');
    table.string('shared_at', 24).notNullable();
    table.unique(['entity_ref', 'workflow_arn']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('badge_links');
};
