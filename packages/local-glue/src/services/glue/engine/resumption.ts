import type { Action } from '@aws-sdk/client-glue';
import { entityNotFound, invalidInput } from '../errors';
import type { StoredTrigger } from '../store/definitions';
import { nodeId } from './ids';

/** A job or crawler of a workflow's graph. */
export interface WorkNode {
  kind: 'JOB' | 'CRAWLER';
  name: string;
  /** `wnode_` + 64 hexadecimal digits */
  id: string;
}

/** What a resumed run does with the run before it. */
export interface Resumption {
  /** The nodes to start, without those that the others lead to. */
  restarted: WorkNode[];
  /** Ids of the nodes that start their lives again: the restarted ones and all below them. */
  rerun: ReadonlySet<string>;
  /** Names of the triggers that count as fired. */
  fired: string[];
}

/**
 * Plans ResumeWorkflowRun ("Repairing and resuming a workflow run", AWS Glue
 * Developer Guide): the selected nodes run again, and what lies below them when
 * the triggers between fire again. A node below is shown as not run until it
 * runs (how Glue shows it meanwhile is not documented).
 *
 * @param fired - names of the triggers that fired in the run
 * @param attempted - whether the run tried to run a node
 * @throws AwsError InvalidInputException, EntityNotFoundException
 */
export function planResumption(
  workflowName: string,
  triggers: readonly StoredTrigger[],
  fired: readonly string[],
  nodeIds: readonly string[],
  attempted: (node: WorkNode) => boolean,
): Resumption {
  const links = triggers.map(trigger => linksOf(workflowName, trigger));
  const nodes = new Map(
    links
      .flatMap(({ watches, starts }) => [...watches, ...starts])
      .map(node => [node.id, node]),
  );
  const triggerIds = new Set(
    triggers.map(({ Name }) => nodeId(workflowName, 'TRIGGER', Name)),
  );
  const selected = [...new Set(nodeIds)].map(id => {
    if (triggerIds.has(id)) {
      throw invalidInput(
        `Node ${id} is a trigger. A run is resumed from jobs and crawlers.`,
      );
    }
    const node = nodes.get(id);
    if (!node) throw entityNotFound('Node', id);
    if (!attempted(node)) {
      throw invalidInput(
        `${node.kind} ${node.name} (${id}) has not run in this workflow run. Select nodes that have.`,
      );
    }
    return node;
  });
  if (selected.length === 0) {
    throw invalidInput('NodeIds is empty. Select at least one node.');
  }

  const below = new Map(selected.map(({ id }) => [id, descendants(links, id)]));
  const isRedundant = ({ id }: WorkNode, index: number) =>
    selected.some((other, otherIndex) => {
      if (other.id === id || !below.get(other.id)!.nodes.has(id)) return false;
      // In a circle each leads to the other: the first one asked for stays.
      return otherIndex < index || !below.get(id)!.nodes.has(other.id);
    });
  const all = [...below.values()];
  return {
    restarted: selected.filter((node, index) => !isRedundant(node, index)),
    rerun: new Set([...below.keys(), ...all.flatMap(each => [...each.nodes])]),
    fired: fired.filter(name => !all.some(each => each.triggers.has(name))),
  };
}

type Named = Pick<Action, 'JobName' | 'CrawlerName'>;

/** A trigger as what connects nodes. */
interface Links {
  trigger: string;
  watches: WorkNode[];
  starts: WorkNode[];
}

function linksOf(
  workflowName: string,
  { Name, Actions, Predicate }: StoredTrigger,
): Links {
  const workNode = ({ JobName, CrawlerName }: Named): WorkNode => {
    const kind = JobName ? 'JOB' : 'CRAWLER';
    const name = JobName ?? CrawlerName!;
    return { kind, name, id: nodeId(workflowName, kind, name) };
  };
  return {
    trigger: Name,
    watches: (Predicate?.Conditions ?? []).map(workNode),
    starts: (Actions ?? []).map(workNode),
  };
}

/** The triggers and the jobs and crawlers that the end of a node can lead to. */
function descendants(
  links: readonly Links[],
  id: string,
): { triggers: Set<string>; nodes: Set<string> } {
  const found = { triggers: new Set<string>(), nodes: new Set<string>() };
  const left = [id];
  for (let next = left.pop(); next; next = left.pop()) {
    for (const { trigger, watches, starts } of links) {
      if (found.triggers.has(trigger)) continue;
      if (!watches.some(node => node.id === next)) continue;
      found.triggers.add(trigger);
      for (const node of starts) {
        if (!found.nodes.has(node.id)) left.push(node.id);
        found.nodes.add(node.id);
      }
    }
  }
  return found;
}
