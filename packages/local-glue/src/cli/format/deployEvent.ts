import type {
  DeployEvent,
  DeployResult,
  ResourceChange,
} from '../../deploy/events';
import { colours } from '../palette';

const words: Partial<Record<ResourceChange, string>> = {
  'made-again': 'made again',
  'rolled-back': 'rolled back',
};

/** Progress for a person; what did not change is only counted at the end. */
export function formatDeployEvent(event: DeployEvent): string[] {
  switch (event.type) {
    case 'asset':
      return event.action === 'published'
        ? [colours.dim(`  published ${event.location}`)]
        : [];
    case 'stack':
      return event.action === 'deploying' || event.action === 'destroying'
        ? [colours.bold(event.stack)]
        : [];
    case 'resource':
      return event.action === 'unchanged'
        ? []
        : [
            `  ${words[event.action] ?? event.action} ${event.resourceType} ${event.physicalId}`,
          ];
    default:
      return event.ok ? formatSuccess(event) : [];
  }
}

function counted(change: ResourceChange, count: number): string {
  const told = `${count} ${words[change] ?? change}`;
  if (change !== 'made-again') return told;
  return `${told} (${count === 1 ? 'it was' : 'they were'} gone)`;
}

function formatSuccess(result: DeployResult & { ok: true }): string[] {
  const lines = result.stacks.map(({ stack, changes }) => {
    const counts = Object.entries(changes)
      .map(([change, count]) => counted(change as ResourceChange, count))
      .join(', ');
    return `${colours.green('✔')} ${stack}: ${counts || 'nothing that this machine has'}`;
  });
  for (const { stack, outputs } of result.stacks) {
    for (const [name, value] of Object.entries(outputs)) {
      // What the CDK exports for other stacks is of no interest to a person.
      if (!name.startsWith('ExportsOutput')) {
        lines.push(`  ${stack}.${name} = ${value}`);
      }
    }
  }
  if (result.leftOut.length > 0) {
    const types = new Map<string, number>();
    for (const { resourceType } of result.leftOut) {
      types.set(resourceType, (types.get(resourceType) ?? 0) + 1);
    }
    const list = [...types].map(([type, n]) =>
      n > 1 ? `${type} x ${n}` : type,
    );
    lines.push(
      colours.dim(
        `Left out, without meaning on this machine: ${list.join(', ')}`,
      ),
    );
  }
  return lines;
}
