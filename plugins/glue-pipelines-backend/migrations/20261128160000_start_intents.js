// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('start_intents', table => {
    table.comment(
      'Starts as they were asked for, stored before Glue is: a key starts one run',
    );
    table.string('id', 36).primary();
    table.string('workflow_arn', 400).notNullable();
    table
      .string('start_key', 100)
      .nullable()
      .comment('Key of the request; null once Glue has refused the start');
    table.string('started_by', 400).notNullable().comment('User entity ref');
    table
      .string('properties_hash', 64)
      .notNullable()
      .comment('SHA-256 of the run properties');
    table
      .string('run_id', 255)
      .nullable()
      .comment('Null until it is known that the run has begun');
    table.string('requested_at', 24).notNullable();
    table
      .string('attempted_at', 24)
      .notNullable()
      .comment('When Glue was asked last');
    table.unique(['workflow_arn', 'start_key'], {
      indexName: 'start_intents_key_idx',
    });
    table.index(['workflow_arn', 'requested_at'], 'start_intents_workflow_idx');
    table.index(['started_by', 'requested_at'], 'start_intents_user_idx');
    table.index(['requested_at'], 'start_intents_requested_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('start_intents');
};
