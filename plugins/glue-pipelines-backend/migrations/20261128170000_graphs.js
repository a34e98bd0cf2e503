// @ts-check

const { createHash } = require('node:crypto');

/** Runs that are converted at once. */
const CHUNK = 200;

/**
 * The graph of a run is stored once per workflow and version of it, not once
 * per run; a run keeps what its nodes did. And it is known which graphs are
 * still to be read.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('graphs', table => {
    table.comment('Nodes, triggers and edges that runs of a workflow had');
    table
      .string('workflow_arn', 400)
      .notNullable()
      .references('arn')
      .inTable('workflows')
      .onDelete('CASCADE');
    table.string('hash', 43).notNullable().comment('Of the body');
    table.text('body').notNullable().comment('JSON');
    table.primary(['workflow_arn', 'hash']);
  });
  await knex.schema.alterTable('runs', table => {
    table.string('graph_hash', 43).nullable().comment('Null: never read');
    table
      .text('node_states')
      .nullable()
      .comment('JSON: state and attempts of each node of the graph');
    table
      .string('read_due_at', 24)
      .nullable()
      .comment('When to read its graph, changed or not; null: no need');
    table
      .integer('read_failures')
      .notNullable()
      .defaultTo(0)
      .comment('Failed attempts in a row to read its graph');
    table
      .text('read_error')
      .nullable()
      .comment('Why the last attempt to read its graph failed');
  });
  await knex.schema.alterTable('workflows', table => {
    table
      .string('modified_at', 24)
      .nullable()
      .comment('LastModifiedOn of Glue when the definition was read');
    table.string('definition_read_at', 24).nullable();
  });
  await eachRun(knex, async (run, nodes) => {
    const body = JSON.stringify({
      nodes: nodes.map(node => ({
        id: node.node_id,
        type: node.type,
        name: node.name,
        trigger: node.trigger ? JSON.parse(node.trigger) : undefined,
      })),
      edges: JSON.parse(run.edges),
    });
    const hash = createHash('sha256').update(body).digest('base64url');
    if (nodes.length > 0) {
      await knex('graphs')
        .insert({ workflow_arn: run.workflow_arn, hash, body })
        .onConflict(['workflow_arn', 'hash'])
        .ignore();
    }
    await knex('runs')
      .where({ workflow_arn: run.workflow_arn, run_id: run.run_id })
      .update({
        graph_hash: nodes.length > 0 ? hash : null,
        node_states: JSON.stringify(
          nodes.map(node => [node.state, JSON.parse(node.attempts)]),
        ),
      });
  });
  await knex.schema.dropTable('run_nodes');
  // Not by knex: on SQLite it would make the table anew, and what refers to it would go.
  await knex.raw('ALTER TABLE runs DROP COLUMN edges');
  await knex.raw('DROP INDEX runs_active_idx');
  // A handful of rows each, however many runs there are.
  await knex.raw(
    'CREATE INDEX runs_active_idx ON runs (workflow_arn) WHERE active = true',
  );
  await knex.raw(
    'CREATE INDEX runs_read_due_idx ON runs (workflow_arn, read_due_at) WHERE read_due_at IS NOT NULL',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.createTable('run_nodes', table => {
    table.comment('What each node of the graph of a run did');
    table.string('workflow_arn', 400).notNullable();
    table.string('run_id', 255).notNullable();
    table.string('node_id', 255).notNullable();
    table.integer('position').notNullable();
    table.string('type', 16).notNullable();
    table.string('name', 255).notNullable();
    table.string('state', 16).notNullable();
    table.text('attempts').notNullable();
    table.text('trigger').nullable();
    table.primary(['workflow_arn', 'run_id', 'node_id']);
    table
      .foreign(['workflow_arn', 'run_id'])
      .references(['workflow_arn', 'run_id'])
      .inTable('runs')
      .onDelete('CASCADE');
  });
  await knex.raw(
    "ALTER TABLE runs ADD COLUMN edges text NOT NULL DEFAULT '[]'",
  );
  await eachRun(knex, async run => {
    const graph = await knex('graphs')
      .where({ workflow_arn: run.workflow_arn, hash: run.graph_hash ?? '' })
      .first();
    if (!graph) {
      return;
    }
    const { nodes, edges } = JSON.parse(graph.body);
    const states = JSON.parse(run.node_states);
    await knex('runs')
      .where({ workflow_arn: run.workflow_arn, run_id: run.run_id })
      .update({ edges: JSON.stringify(edges) });
    for (const [position, node] of nodes.entries()) {
      const [state, attempts] = states[position];
      await knex('run_nodes').insert({
        workflow_arn: run.workflow_arn,
        run_id: run.run_id,
        node_id: node.id,
        position,
        type: node.type,
        name: node.name,
        state,
        attempts: JSON.stringify(attempts),
        trigger: node.trigger ? JSON.stringify(node.trigger) : null,
      });
    }
  });
  await knex.raw('DROP INDEX runs_active_idx');
  await knex.raw('DROP INDEX runs_read_due_idx');
  await knex.raw('CREATE INDEX runs_active_idx ON runs (active)');
  for (const column of [
    'graph_hash',
    'node_states',
    'read_due_at',
    'read_failures',
    'read_error',
  ]) {
    await knex.raw(`ALTER TABLE runs DROP COLUMN ${column}`);
  }
  for (const column of ['modified_at', 'definition_read_at']) {
    await knex.raw(`ALTER TABLE workflows DROP COLUMN ${column}`);
  }
  await knex.schema.dropTable('graphs');
};

/**
 * Goes through all runs in the order of their keys.
 *
 * @param {import('knex').Knex} knex
 * @param {(run: any, nodes: any[]) => Promise<void>} convert
 */
async function eachRun(knex, convert) {
  const hasNodes = await knex.schema.hasTable('run_nodes');
  for (const { arn } of await knex('workflows').select('arn')) {
    let after = '';
    for (;;) {
      const runs = await knex('runs')
        .where('workflow_arn', arn)
        .andWhere('run_id', '>', after)
        .orderBy('run_id')
        .limit(CHUNK);
      for (const run of runs) {
        const nodes = hasNodes
          ? await knex('run_nodes')
              .where({ workflow_arn: arn, run_id: run.run_id })
              .orderBy('position')
          : [];
        await convert(run, nodes);
      }
      if (runs.length < CHUNK) {
        break;
      }
      after = runs[runs.length - 1].run_id;
    }
  }
}
