import {
  NodeState,
  TriggerPredicate,
  WorkflowGraph,
  WorkflowNode,
} from '@glue-pipelines/backstage-plugin-common';

export function step(name: string, state: NodeState = 'never-run') {
  const node: WorkflowNode = {
    id: name,
    type: 'JOB',
    name,
    state,
    attempts: [],
  };
  return node;
}

/** A trigger; `waitsFor` has pairs of a job and the state in which it has to be. */
export function triggerNode(
  name: string,
  waitsFor: [string, string][] = [],
  logical: TriggerPredicate['logical'] = 'AND',
): WorkflowNode {
  const conditions = waitsFor.map(([nodeName, state]) => ({
    nodeType: 'JOB' as const,
    nodeName,
    state,
  }));
  return {
    id: name,
    type: 'TRIGGER',
    name,
    state: 'never-run',
    attempts: [],
    trigger: conditions.length
      ? {
          type: 'CONDITIONAL',
          state: 'ACTIVATED',
          condition: `${logical === 'AND' ? 'all' : 'any'} of: ${conditions
            .map(({ nodeName, state }) => `${nodeName} ${state}`)
            .join(', ')}`,
          predicate: { logical, conditions },
        }
      : {
          type: 'SCHEDULED',
          state: 'ACTIVATED',
          schedule: 'cron(0 6 * * ? *)',
        },
  };
}

/**
 * A workflow from its triggers, e.g. `{ on-load: 'a, b > load' }`: after `a`
 * and `b` succeeded, `load` starts. `ANY a, b:FAILED > alert` fires on either.
 */
export function workflowOf(rules: Record<string, string>): WorkflowGraph {
  const nodes = new Map<string, WorkflowNode>();
  const edges: WorkflowGraph['edges'] = [];
  const list = (text: string) =>
    text
      .split(',')
      .map(name => name.trim())
      .filter(Boolean);
  for (const [trigger, rule] of Object.entries(rules)) {
    const [before, after] = rule.split('>');
    const isAny = before.trim().startsWith('ANY ');
    const waitsFor = list(before.replace(/^\s*ANY /, '')).map(
      (text): [string, string] => {
        const [name, state = 'SUCCEEDED'] = text.split(':');
        return [name, state];
      },
    );
    for (const name of [...waitsFor.map(([job]) => job), ...list(after)]) {
      nodes.set(name, step(name));
    }
    nodes.set(trigger, triggerNode(trigger, waitsFor, isAny ? 'ANY' : 'AND'));
    for (const name of new Set(waitsFor.map(([job]) => job))) {
      edges.push({ sourceId: name, destinationId: trigger });
    }
    for (const name of list(after)) {
      edges.push({ sourceId: trigger, destinationId: name });
    }
  }
  return { nodes: [...nodes.values()], edges };
}

/** Two sources that meet, a branch on failure, and a skip over two ranks. */
export const joinedGraph = workflowOf({
  start: '> extract-customers, extract-orders, extract-rates',
  'on-customers': 'extract-customers > clean-customers',
  'on-orders': 'extract-orders > clean-orders',
  'on-clean': 'clean-customers, clean-orders, extract-rates > enrich',
  'on-enriched': 'enrich > load-warehouse, publish-report',
  'on-trouble': 'ANY clean-orders:FAILED, load-warehouse:FAILED > alert',
  'on-rates-lost': 'extract-rates:FAILED > use-old-rates',
});

/** `branches` chains of `length` jobs that all meet in one, with a skip in every third. */
export function wideGraph(branches: number, length: number): WorkflowGraph {
  const name = (branch: number, at: number) => `branch-${branch}-step-${at}`;
  const rules: Record<string, string> = {};
  const ends: string[] = [];
  const starts: string[] = [];
  for (let branch = 0; branch < branches; branch++) {
    starts.push(name(branch, 0));
    ends.push(name(branch, length - 1));
    for (let at = 1; at < length; at++) {
      rules[`t-${branch}-${at}`] =
        `${name(branch, at - 1)} > ${name(branch, at)}`;
    }
    if (branch % 3 === 0 && length > 3) {
      rules[`skip-${branch}`] =
        `ANY ${name(branch, 0)}:FAILED, ${name(branch, 1)}:FAILED > repair-${branch}`;
    }
  }
  return workflowOf({
    start: `> ${starts.join(', ')}`,
    ...rules,
    'on-all': `${ends.join(', ')} > report`,
  });
}
