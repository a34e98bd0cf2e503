// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflow_summaries', table => {
    table
      .string('last_loaded_at', 24)
      .nullable()
      .comment('When the newest successful run ended that had something to do');
  });
  await knex('workflow_summaries').update({
    last_loaded_at: knex.ref('last_success_at'),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('workflow_summaries', table => {
    table.dropColumn('last_loaded_at');
  });
};
