// @ts-check

/**
 * With what each run was made: the definitions of its jobs, stored once per
 * workflow and content, and the arguments of its job runs. It is what runs are
 * compared by.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('job_definitions', table => {
    table.comment('Definitions that the jobs of a workflow had');
    table
      .string('workflow_arn', 400)
      .notNullable()
      .references('arn')
      .inTable('workflows')
      .onDelete('CASCADE');
    table.string('hash', 43).notNullable().comment('Of the body');
    table.text('body').notNullable().comment('JSON: definitions by job name');
    table.string('used_at', 24).notNullable();
    table.primary(['workflow_arn', 'hash']);
  });
  await knex.schema.createTable('run_configurations', table => {
    table.comment('With what a run was made');
    table.string('workflow_arn', 400).notNullable();
    table.string('run_id', 255).notNullable();
    table
      .text('job_arguments')
      .notNullable()
      .comment('JSON: arguments of the newest job run by job name');
    table
      .string('definitions_hash', 43)
      .nullable()
      .comment('Of job_definitions; null: not read');
    table
      .text('definitions_problem')
      .nullable()
      .comment('Why the definitions of its jobs could not be read');
    table
      .boolean('definitions_asked')
      .notNullable()
      .defaultTo(false)
      .comment('AWS need not be asked for them again');
    table.primary(['workflow_arn', 'run_id']);
    table
      .foreign(['workflow_arn', 'run_id'])
      .references(['workflow_arn', 'run_id'])
      .inTable('runs')
      .onDelete('CASCADE');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('run_configurations');
  await knex.schema.dropTable('job_definitions');
};
