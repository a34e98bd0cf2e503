// @ts-check

/**
 * Since when nobody names a workflow, and when a graph was last stored: what
 * is forgotten in time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflows', table => {
    table
      .string('unnamed_since', 24)
      .nullable()
      .comment('Null while an entity names it');
    table.index(['unnamed_since'], 'workflows_unnamed_idx');
  });
  await knex.schema.alterTable('graphs', table => {
    table.string('used_at', 24).nullable().comment('When a run last got it');
  });
  const now = new Date().toISOString();
  await knex('workflows').where('wanted', false).update({ unnamed_since: now });
  await knex('graphs').update({ used_at: now });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('workflows', table => {
    table.dropIndex(['unnamed_since'], 'workflows_unnamed_idx');
  });
  // Not by knex: on SQLite it would make the table anew, and runs would go with the old one.
  await knex.raw('ALTER TABLE workflows DROP COLUMN unnamed_since');
  await knex.raw('ALTER TABLE graphs DROP COLUMN used_at');
};
