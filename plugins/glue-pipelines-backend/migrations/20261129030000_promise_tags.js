// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflow_tags', table => {
    table
      .text('promise_tags')
      .nullable()
      .comment('JSON: values of the tags that say what a workflow promises');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('workflow_tags', table => {
    table.dropColumn('promise_tags');
  });
};
