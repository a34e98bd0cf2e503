// @ts-check

const { randomUUID } = require('node:crypto');

/**
 * Everybody may hear the signals: they name a workflow by a key that only
 * those get who may read it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflows', table => {
    table.string('signal_key', 36).nullable().comment('Random');
  });
  for (const { arn } of await knex('workflows').select('arn')) {
    await knex('workflows').where({ arn }).update({ signal_key: randomUUID() });
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Not by knex: on SQLite it would make the table anew, and runs would go with the old one.
  await knex.raw('ALTER TABLE workflows DROP COLUMN signal_key');
};
