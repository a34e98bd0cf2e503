// @ts-check

/**
 * What the owners of pipelines are to be told. The unique key decides what is
 * told once, leases who tells it. Times are those of the database.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('notices', table => {
    table.comment(
      'Notifications to owners, from their cause until they are sent',
    );
    table.increments('id');
    table
      .string('subject', 400)
      .notNullable()
      .comment('ARN of the workflow; of a summary the owner');
    table.string('kind', 16).notNullable();
    table
      .string('occasion', 255)
      .notNullable()
      .comment('What is told once: the run, the last success, the hour');
    table.text('details').notNullable().comment('JSON');
    table.string('happened_at', 24).notNullable();
    table
      .string('state', 16)
      .notNullable()
      .comment('due, held for a summary, sent or dropped');
    table.string('due_at', 24).notNullable();
    table.string('lease_until', 24).nullable().comment('Somebody sends it now');
    table.integer('failures').notNullable().defaultTo(0);
    table.text('error').nullable().comment('Why it was not sent last time');
    table
      .string('owner', 400)
      .nullable()
      .comment('Whose budget of the hour it took, or would have taken');
    table.string('hour', 24).nullable();
    table.unique(['subject', 'kind', 'occasion'], {
      indexName: 'notices_once_idx',
    });
    table.index(['state', 'due_at'], 'notices_due_idx');
    table.index(['subject', 'happened_at'], 'notices_subject_idx');
    table.index(['happened_at'], 'notices_happened_idx');
  });

  await knex.schema.createTable('notice_budgets', table => {
    table.comment('How many notifications an owner got in an hour');
    table.string('owner', 400).notNullable();
    table.string('hour', 24).notNullable();
    table.integer('used').notNullable();
    table.primary(['owner', 'hour']);
    table.index(['hour'], 'notice_budgets_hour_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notice_budgets');
  await knex.schema.dropTable('notices');
};
