// @ts-check

/** Runs that are read, and changed by one statement. */
const CHUNK = 500;
/** As the store keeps them from here on. */
const RECENT = 10;
const JUDGED = 50;
const COST_DAYS = 8;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What a list of all workflows shows of the runs of each, so that no view
 * reads runs; and what each run used.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('runs', table => {
    table
      .double('dpu_hours')
      .nullable()
      .comment('Of all attempts; null where Glue does not tell');
  });
  await knex.schema.createTable('workflow_summaries', table => {
    table.comment('What is shown of the runs of each workflow in lists');
    table
      .string('workflow_arn', 400)
      .primary()
      .references('arn')
      .inTable('workflows')
      .onDelete('CASCADE');
    table
      .text('recent')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: the newest runs, newest first');
    table
      .string('last_health', 32)
      .nullable()
      .comment('Of the newest run; null without runs');
    table.string('last_started_at', 24).nullable();
    table.double('last_seconds').nullable().comment('Null while it runs');
    table
      .double('median_seconds')
      .nullable()
      .comment('Of the newest successful runs');
    table
      .integer('ended')
      .notNullable()
      .defaultTo(0)
      .comment('Runs that the rate of success is of');
    table.integer('succeeded').notNullable().defaultTo(0);
    table
      .string('last_success_at', 24)
      .nullable()
      .comment('When the newest successful run ended');
    table
      .text('dpu_days')
      .notNullable()
      .defaultTo('{}')
      .comment('JSON: DPU hours by day of start, of the last days');
  });
  for (const { arn } of await knex('workflows').select('arn')) {
    await fillDpuHours(knex, arn);
    await knex('workflow_summaries').insert(await summaryOf(knex, arn));
  }
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('workflow_summaries');
  // Not by knex: on SQLite it would make the table anew, and what refers to it would go.
  await knex.raw('ALTER TABLE runs DROP COLUMN dpu_hours');
};

/**
 * @param {import('knex').Knex} knex
 * @param {string} arn
 */
async function fillDpuHours(knex, arn) {
  let after = '';
  for (;;) {
    const runs = await knex('runs')
      .where('workflow_arn', arn)
      .andWhere('run_id', '>', after)
      .orderBy('run_id')
      .limit(CHUNK)
      .select('run_id', 'node_states');
    const known = runs.flatMap(({ run_id: id, node_states: states }) => {
      const hours = dpuHoursOf(states);
      return hours === undefined ? [] : [[id, hours]];
    });
    if (known.length > 0) {
      const values = known
        .map(() => '(?, CAST(? AS double precision))')
        .join(', ');
      await knex.raw(
        `WITH used(run_id, hours) AS (VALUES ${values})
         UPDATE runs
         SET dpu_hours = (SELECT hours FROM used WHERE used.run_id = runs.run_id)
         WHERE workflow_arn = ? AND run_id IN (SELECT run_id FROM used)`,
        [...known.flat(), arn],
      );
    }
    if (runs.length < CHUNK) {
      return;
    }
    after = runs[runs.length - 1].run_id;
  }
}

/**
 * @param {string | null} states JSON: of each node its state and its attempts
 * @returns {number | undefined}
 */
function dpuHoursOf(states) {
  /** @type {number[]} */
  const hours = JSON.parse(states ?? '[]').flatMap(
    (/** @type {[string, any[]]} */ [, attempts]) =>
      attempts.flatMap(({ dpuHours }) => dpuHours ?? []),
  );
  return hours.length > 0 ? hours.reduce((a, b) => a + b) : undefined;
}

/**
 * @param {import('knex').Knex} knex
 * @param {string} arn
 */
async function summaryOf(knex, arn) {
  const runs = await knex('runs')
    .where('workflow_arn', arn)
    .orderBy([
      { column: 'ordered_at', order: 'desc' },
      { column: 'run_id', order: 'desc' },
    ])
    .limit(JUDGED)
    .select('run_id', 'health', 'active', 'started_at', 'completed_at');
  const successes = await knex('runs')
    .where({ workflow_arn: arn, health: 'succeeded' })
    .orderBy('ordered_at', 'desc')
    .limit(RECENT)
    .select('completed_at');
  const days = await knex('runs')
    .where('workflow_arn', arn)
    .andWhere(
      'ordered_at',
      '>=',
      new Date(Date.now() - COST_DAYS * DAY_MS).toISOString(),
    )
    .whereNotNull('dpu_hours')
    .groupByRaw('substr(ordered_at, 1, 10)')
    .select(
      knex.raw('substr(ordered_at, 1, 10) AS day'),
      knex.raw('sum(dpu_hours) AS hours'),
    );
  const shown = runs.map(run => ({
    id: run.run_id,
    health: run.health,
    startedAt: run.started_at ?? undefined,
    durationSeconds:
      run.started_at && run.completed_at
        ? (Date.parse(run.completed_at) - Date.parse(run.started_at)) / 1000
        : undefined,
  }));
  const succeeded = shown.filter(run => run.health === 'succeeded');
  return {
    workflow_arn: arn,
    recent: JSON.stringify(shown.slice(0, RECENT)),
    last_health: shown[0]?.health ?? null,
    last_started_at: shown[0]?.startedAt ?? null,
    last_seconds: shown[0]?.durationSeconds ?? null,
    median_seconds: medianOf(
      succeeded.flatMap(run => run.durationSeconds ?? []),
    ),
    ended: runs.filter(run => !run.active && run.health !== 'unknown').length,
    succeeded: succeeded.length,
    last_success_at:
      successes
        .flatMap(run => run.completed_at ?? [])
        .sort()
        .at(-1) ?? null,
    dpu_days: JSON.stringify(
      Object.fromEntries(days.map(({ day, hours }) => [day, hours])),
    ),
  };
}

/** @param {number[]} values */
function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length === 0
    ? null
    : (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
