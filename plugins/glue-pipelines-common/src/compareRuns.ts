import { NodeType, RunDetail, RunDifference, WorkflowNode } from './types';

/**
 * How a job is defined in Glue, as far as it can explain what a run of it did.
 *
 * @public
 */
export interface JobDefinition {
  /** Glue's LastModifiedOn, ISO 8601 in UTC. */
  modifiedAt?: string;
  scriptLocation?: string;
  glueVersion?: string;
  pythonVersion?: string;
  workerType?: string;
  numberOfWorkers?: number;
  /** DPUs. */
  maxCapacity?: number;
  executionClass?: string;
  timeoutMinutes?: number;
  maxRetries?: number;
  /** How many runs of it may go on at once. */
  maxConcurrentRuns?: number;
  connections?: string[];
  role?: string;
  defaultArguments: Record<string, string>;
}

/**
 * A run with what is known of how it was made.
 *
 * @public
 */
export interface ComparableRun {
  run: RunDetail;
  /** By job name; absent where they were not read. */
  jobs?: Record<string, JobDefinition>;
  /** Arguments of the newest job run, by job name. */
  jobArguments: Record<string, Record<string, string>>;
}

type Kind = RunDifference['kind'];
type Value = string | number | string[] | undefined;

/** What most likely explains a failure comes first. */
const LIKELIHOOD: Kind[] = [
  'code',
  'argument',
  'property',
  'access',
  'structure',
  'capacity',
  'duration',
  'rows',
];

/** What of a definition is compared, and what a change of it may explain. */
const JOB_FIELDS: [
  Exclude<keyof JobDefinition, 'modifiedAt' | 'defaultArguments'>,
  Kind,
][] = [
  ['scriptLocation', 'code'],
  ['glueVersion', 'code'],
  ['pythonVersion', 'code'],
  ['role', 'access'],
  ['connections', 'access'],
  ['timeoutMinutes', 'capacity'],
  ['workerType', 'capacity'],
  ['numberOfWorkers', 'capacity'],
  ['maxCapacity', 'capacity'],
  ['executionClass', 'capacity'],
  ['maxRetries', 'capacity'],
  ['maxConcurrentRuns', 'capacity'],
];

/** A duration is told when it differs by this factor, and by so many seconds. */
const TOLD_RATIO = 1.5;
const TOLD_SECONDS = 60;

/** Rows are told when they differ by this part of the larger number. */
const TOLD_ROWS = 0.1;

/** Arguments by which Glue tells a job run which one it is: they always differ ("Job parameters", AWS Glue). */
const OF_THE_RUN = new Set([
  '--JOB_NAME',
  '--JOB_RUN_ID',
  '--WORKFLOW_NAME',
  '--WORKFLOW_RUN_ID',
]);

/**
 * What is different in a run from one before it, the likeliest explanation of
 * a failure first: what belongs to failed nodes or to the whole run before
 * what belongs to others. Values are as they are: secrets included.
 *
 * @public
 */
export function compareRuns(
  now: ComparableRun,
  before: ComparableRun,
): RunDifference[] {
  const failed = new Set(
    now.run.graph.nodes
      .filter(({ state }) => state === 'failed' || state === 'timed-out')
      .map(({ name }) => name),
  );
  const isBeside = ({ node }: RunDifference) =>
    node !== undefined && !failed.has(node) ? 1 : 0;
  return [
    ...compareStructure(now.run, before.run),
    ...compareRecords(
      'property',
      undefined,
      now.run.properties,
      before.run.properties,
    ),
    ...jobNamesOf(now.run, before.run).flatMap(name =>
      compareJob(name, now, before),
    ),
    ...compareDurations(now.run, before.run),
    ...compareRows(now.run, before.run),
  ].sort(
    (a, b) =>
      isBeside(a) - isBeside(b) ||
      LIKELIHOOD.indexOf(a.kind) - LIKELIHOOD.indexOf(b.kind),
  );
}

/**
 * The definition with which a job ran. A definition that was changed after the
 * job began says nothing of that run: `undefined`.
 *
 * @public
 */
export function definitionOf(
  { run, jobs }: ComparableRun,
  name: string,
): JobDefinition | undefined {
  const definition = jobs && Object.hasOwn(jobs, name) ? jobs[name] : undefined;
  const began =
    jobsOf(run).get(name)?.attempts.at(-1)?.startedAt ?? run.completedAt;
  const { modifiedAt } = definition ?? {};
  return modifiedAt && began && Date.parse(modifiedAt) > Date.parse(began)
    ? undefined
    : definition;
}

/**
 * Names of the jobs that both runs have.
 *
 * @public
 */
export function jobNamesOf(now: RunDetail, before: RunDetail): string[] {
  const known = jobsOf(before);
  return [...jobsOf(now).keys()].filter(name => known.has(name));
}

function jobsOf({ graph }: RunDetail): Map<string, WorkflowNode> {
  return new Map(
    graph.nodes
      .filter(({ type }) => type === 'JOB')
      .map(node => [node.name, node]),
  );
}

function compareJob(
  name: string,
  now: ComparableRun,
  before: ComparableRun,
): RunDifference[] {
  const a = definitionOf(now, name);
  const b = definitionOf(before, name);
  const argumentsOf = (run: ComparableRun, definition?: JobDefinition) => ({
    ...(a && b ? definition?.defaultArguments : {}),
    ...run.jobArguments[name],
  });
  // A job that did not run was given none.
  const bothRan = [now, before].every(
    ({ jobArguments }) => jobArguments[name] !== undefined,
  );
  const ofArguments =
    bothRan || (a && b)
      ? compareRecords(
          'argument',
          name,
          bothRan ? argumentsOf(now, a) : (a?.defaultArguments ?? {}),
          bothRan ? argumentsOf(before, b) : (b?.defaultArguments ?? {}),
        )
      : [];
  const ofDefinition =
    a && b
      ? JOB_FIELDS.flatMap(([field, kind]) =>
          difference(kind, name, field, a[field], b[field]),
        )
      : compareWorkers(name, now.run, before.run);
  return [...ofDefinition, ...ofArguments];
}

/** What attempts tell where definitions do not. */
function compareWorkers(name: string, now: RunDetail, before: RunDetail) {
  const a = jobsOf(now).get(name)?.attempts.at(-1);
  const b = jobsOf(before).get(name)?.attempts.at(-1);
  return a && b
    ? (['workerType', 'numberOfWorkers'] as const).flatMap(field =>
        difference('capacity', name, field, a[field], b[field]),
      )
    : [];
}

function compareRecords(
  kind: Kind,
  node: string | undefined,
  now: Record<string, string>,
  before: Record<string, string>,
): RunDifference[] {
  const names = new Set([...Object.keys(now), ...Object.keys(before)]);
  return [...names]
    .filter(name => !OF_THE_RUN.has(name))
    .sort()
    .flatMap(name => difference(kind, node, name, now[name], before[name]));
}

function compareStructure(now: RunDetail, before: RunDetail) {
  // A run whose graph was not read is not without nodes.
  if (now.graph.nodes.length === 0 || before.graph.nodes.length === 0) {
    return [];
  }
  const key = ({ type, name }: { type: NodeType; name: string }) =>
    `${type} ${name}`;
  const a = new Map(now.graph.nodes.map(node => [key(node), node]));
  const b = new Map(before.graph.nodes.map(node => [key(node), node]));
  return [...new Set([...a.keys(), ...b.keys()])].flatMap(id => {
    const after = a.get(id);
    const earlier = b.get(id);
    const { name, type } = (after ?? earlier)!;
    const word = type.toLocaleLowerCase('en-US');
    if (!after || !earlier) {
      return difference(
        'structure',
        name,
        'node',
        after && word,
        earlier && word,
      );
    }
    const successors = (run: RunDetail, node: WorkflowNode) => {
      const names = new Map(run.graph.nodes.map(n => [n.id, n.name]));
      return run.graph.edges
        .filter(({ sourceId }) => sourceId === node.id)
        .map(({ destinationId }) => names.get(destinationId) ?? '')
        .sort();
    };
    return [
      ...(['type', 'schedule', 'condition'] as const).flatMap(field =>
        // What Glue left out of one graph is not known to be different.
        after.trigger && earlier.trigger
          ? difference(
              'structure',
              name,
              field,
              after.trigger[field],
              earlier.trigger[field],
            )
          : [],
      ),
      ...difference(
        'structure',
        name,
        'leadsTo',
        successors(now, after),
        successors(before, earlier),
      ),
    ];
  });
}

function compareDurations(now: RunDetail, before: RunDetail) {
  const seconds = (node: WorkflowNode) => node.attempts.at(-1)?.durationSeconds;
  const earlier = new Map(
    before.graph.nodes.map(node => [`${node.type} ${node.name}`, node]),
  );
  return [
    ...compareDuration(undefined, now.durationSeconds, before.durationSeconds),
    ...now.graph.nodes.flatMap(node => {
      const same = earlier.get(`${node.type} ${node.name}`);
      return same
        ? compareDuration(node.name, seconds(node), seconds(same))
        : [];
    }),
  ];
}

function compareDuration(
  node: string | undefined,
  now: number | undefined,
  before: number | undefined,
): RunDifference[] {
  if (now === undefined || before === undefined) {
    return [];
  }
  const [shorter, longer] = [now, before].sort((a, b) => a - b);
  return longer - shorter >= TOLD_SECONDS && longer >= shorter * TOLD_RATIO
    ? difference('duration', node, 'seconds', now, before)
    : [];
}

function difference(
  kind: Kind,
  node: string | undefined,
  field: string,
  now: Value,
  before: Value,
): RunDifference[] {
  const after = inWords(now);
  const earlier = inWords(before);
  return after === earlier
    ? []
    : [
        {
          kind,
          ...(node !== undefined && { node }),
          field,
          ...(earlier !== undefined && { before: earlier }),
          ...(after !== undefined && { after }),
        },
      ];
}

function inWords(value: Value): string | undefined {
  if (Array.isArray(value)) {
    return [...value].sort().join(', ') || undefined;
  }
  return value === undefined ? undefined : String(value);
}

function compareRows(now: RunDetail, before: RunDetail): RunDifference[] {
  const [after, earlier] = [now.rowsLoaded, before.rowsLoaded];
  if (after === undefined || earlier === undefined || after === earlier) {
    return [];
  }
  const isTold =
    Math.abs(after - earlier) >= TOLD_ROWS * Math.max(after, earlier);
  return isTold
    ? [
        {
          kind: 'rows',
          field: 'rowsLoaded',
          before: String(earlier),
          after: String(after),
        },
      ]
    : [];
}
