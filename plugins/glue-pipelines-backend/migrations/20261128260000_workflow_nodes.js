// @ts-check

/** Workflows whose definitions are read at once, and rows per insert: below the limits of SQLite. */
const CHUNK = 100;
/** What Glue tells by events. */
const TYPES = ['JOB', 'CRAWLER'];

/**
 * Which workflows have a job or a crawler, for events that name only that.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('workflow_nodes', table => {
    table.comment('Jobs and crawlers of the stored definitions');
    table
      .string('workflow_arn', 400)
      .notNullable()
      .references('arn')
      .inTable('workflows')
      .onDelete('CASCADE');
    table.string('location', 100).notNullable().comment('Of the workflow');
    table.string('type', 16).notNullable().comment('JOB or CRAWLER');
    table.string('name', 255).notNullable();
    table.primary(['workflow_arn', 'type', 'name']);
    table.index(['location', 'type', 'name'], 'workflow_nodes_name_idx');
  });
  let after = '';
  for (;;) {
    const workflows = await knex('workflows')
      .where('arn', '>', after)
      .orderBy('arn')
      .limit(CHUNK)
      .select('arn', 'location', 'definition');
    await knex.batchInsert('workflow_nodes', workflows.flatMap(rowsOf), CHUNK);
    if (workflows.length < CHUNK) {
      return;
    }
    after = workflows[workflows.length - 1].arn;
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('workflow_nodes');
};

/** @param {{ arn: string, location: string, definition: string | null }} workflow */
function rowsOf({ arn, location, definition }) {
  /** @type {{ type: string, name: string }[]} */
  const nodes = JSON.parse(definition ?? '{}').graph?.nodes ?? [];
  const rows = nodes
    .map(({ type, name }) => ({
      workflow_arn: arn,
      location,
      type,
      name: name.replaceAll('\0', '\uFFFD'),
    }))
    .filter(({ type, name }) => TYPES.includes(type) && name.length <= 255);
  return [
    ...new Map(rows.map(row => [`${row.type} ${row.name}`, row])).values(),
  ];
}
