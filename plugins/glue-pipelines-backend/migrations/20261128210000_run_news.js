// @ts-check

/**
 * What others were told of a run, so that each change is told once whatever
 * number of replicas reads it. What was stored before is no news.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runs', table => {
    table
      .string('told_health', 32)
      .nullable()
      .comment('Health as told last; past for what is never told');
  });
  await knex('runs')
    .where('active', true)
    .update({ told_health: knex.ref('health') });
  await knex('runs').where('active', false).update({ told_health: 'past' });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Not by knex: on SQLite it would make the table anew, and what refers to it would go with the old one.
  await knex.raw('ALTER TABLE runs DROP COLUMN told_health');
};
