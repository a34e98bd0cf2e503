// @ts-check

/** Rows that are changed by one statement. */
const CHUNK = 500;

/**
 * What the collector needs to look at each account and region by itself, and
 * to know without the runs which workflows have one under way.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('workflows', table => {
    table
      .string('location', 100)
      .notNullable()
      .defaultTo('')
      .comment('The ARN up to the account: what has rate limits of its own');
    table
      .boolean('active')
      .notNullable()
      .defaultTo(false)
      .comment('A run is under way, or was announced');
    table.index(['location', 'due_at'], 'workflows_location_idx');
    table.index(['active'], 'workflows_active_idx');
    table.index(['requested'], 'workflows_requested_idx');
  });
  const rows = await knex('workflows').select('arn');
  /** @type {Map<string, string[]>} */
  const byLocation = new Map();
  for (const { arn } of rows) {
    const location = arn.split(':').slice(0, 5).join(':');
    byLocation.set(location, [...(byLocation.get(location) ?? []), arn]);
  }
  for (const [location, arns] of byLocation) {
    for (let i = 0; i < arns.length; i += CHUNK) {
      await knex('workflows')
        .whereIn('arn', arns.slice(i, i + CHUNK))
        .update({ location });
    }
  }
  await knex('workflows')
    .whereIn('arn', knex('runs').where('active', true).distinct('workflow_arn'))
    .update({ active: true });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('workflows', table => {
    table.dropIndex(['location', 'due_at'], 'workflows_location_idx');
    table.dropIndex(['active'], 'workflows_active_idx');
    table.dropIndex(['requested'], 'workflows_requested_idx');
  });
  // Not by knex: on SQLite it would make the table anew, and runs would go with the old one.
  await knex.raw('ALTER TABLE workflows DROP COLUMN location');
  await knex.raw('ALTER TABLE workflows DROP COLUMN active');
};
