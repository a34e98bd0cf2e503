import { Named, WorkflowNode } from '@glue-pipelines/backstage-plugin-common';

export { keyOf } from '@glue-pipelines/backstage-plugin-common';

/** What the address of the tab says is selected. Absent: nothing chosen, so the default. */
export interface UrlState {
  /** See `keyOf`. */
  workflow?: string;
  /** A workflow run id; absent: the newest run, whichever that is. */
  run?: string;
  /** See `keyOf` and `namedNodes`. */
  node?: string;
  view?: ViewName;
  /** A view that there is not. */
  unknownView?: string;
  /** The id of the run with which the chosen one is compared. */
  with?: string;
  /** Of which version the last runs are shown. */
  version?: string;
  /** Whether the graph shows the triggers between the nodes. */
  triggers?: 'shown';
  /** The attempt of the node whose log is open: see `attemptKey`. */
  log?: string;
  /** The id of a stream of that log. Absent: all that the driver wrote. */
  stream?: string;
  /** A line of it: see `lineKey`. */
  line?: string;
}

const VIEWS = ['graph', 'grid', 'timeline', 'table', 'compare'] as const;

export type ViewName = (typeof VIEWS)[number];

const KEYS = [
  'workflow',
  'run',
  'node',
  'view',
  'with',
  'version',
  'triggers',
  'log',
  'stream',
  'line',
] as const;

/** Reads the state. */
export function readUrlState(params: URLSearchParams): UrlState {
  const value = (key: string) => params.get(key)?.trim() || undefined;
  const view = value('view');
  return {
    workflow: value('workflow'),
    run: value('run'),
    node: value('node'),
    view: VIEWS.find(name => name === view),
    ...(view && !VIEWS.some(name => name === view) && { unknownView: view }),
    with: value('with'),
    version: value('version'),
    triggers: value('triggers') === 'shown' ? 'shown' : undefined,
    log: value('log'),
    stream: value('stream'),
    line: value('line'),
  };
}

/** The parameters after a change. `undefined` removes; parameters of others stay. */
export function writeUrlState(
  params: URLSearchParams,
  change: Partial<UrlState>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of KEYS.filter(name => name in change)) {
    const value = change[key];
    if (value) {
      next.set(key, value);
    } else {
      next.delete(key);
    }
  }
  return next;
}

/** The one that a key names, by id or by unique name. */
export function findByKey<T extends Named>(
  key: string | undefined,
  all: readonly T[],
): T | undefined {
  if (!key) {
    return undefined;
  }
  const byName = all.filter(item => item.name === key);
  return (
    all.find(item => item.id === key) ??
    (byName.length === 1 ? byName[0] : undefined)
  );
}

/**
 * Nodes with names for the address, e.g. `job.covid-hiring-load`: a job and
 * the trigger before it often share their name.
 */
export function namedNodes(nodes: readonly WorkflowNode[]): Named[] {
  return nodes.map(node => ({ id: node.id, name: nodeKey(node) }));
}

/** The name of a node for the address, whichever the run. */
export function nodeKey({
  type,
  name,
}: Pick<WorkflowNode, 'type' | 'name'>): string {
  return `${type.toLowerCase()}.${name}`;
}
