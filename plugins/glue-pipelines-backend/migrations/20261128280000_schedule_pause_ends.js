// @ts-check

/**
 * When a pause ended: before that, no run was to be expected.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('schedule_pauses', table => {
    table
      .string('ended_at', 24)
      .nullable()
      .comment('Null until the trigger is known to be active again');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('schedule_pauses', table => {
    table.dropColumn('ended_at');
  });
};
