import { DeployError } from './DeployError';
import { TemplateResource } from './template';

/**
 * The logical ids of a template's resources so that each comes after those it
 * refers to or depends on; otherwise in the template's own order.
 * Throws `DeployError` that spells out a circle.
 */
export function resourceOrder(
  resources: Readonly<Record<string, TemplateResource>>,
): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  const visit = (logicalId: string, path: string[]) => {
    if (done.has(logicalId)) return;
    if (path.includes(logicalId)) {
      const circle = [...path.slice(path.indexOf(logicalId)), logicalId];
      throw new DeployError(
        `the resources depend on each other in a circle: ${circle.join(' -> ')}`,
      );
    }
    for (const needed of dependencies(resources[logicalId])) {
      if (Object.hasOwn(resources, needed)) {
        visit(needed, [...path, logicalId]);
      }
    }
    done.add(logicalId);
    order.push(logicalId);
  };
  for (const logicalId of Object.keys(resources)) visit(logicalId, []);
  return order;
}

function dependencies(resource: TemplateResource): Set<string> {
  const found = new Set<string>([resource.DependsOn ?? []].flat());
  collectReferences(resource.Properties, found);
  return found;
}

function collectReferences(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) {
    value.forEach(item => collectReferences(item, found));
    return;
  }
  if (value === null || typeof value !== 'object') return;
  for (const [name, member] of Object.entries(value)) {
    if (name === 'Ref' && typeof member === 'string') {
      found.add(member);
    } else if (name === 'Fn::GetAtt') {
      const first = Array.isArray(member) ? member[0] : member;
      if (typeof first === 'string') found.add(first.split('.')[0]);
    } else if (name === 'Fn::Sub') {
      const template = Array.isArray(member) ? member[0] : member;
      if (typeof template === 'string') {
        for (const [, inside] of template.matchAll(/\$\{([^!}][^}]*)\}/g)) {
          found.add(inside.trim().split('.')[0]);
        }
      }
      collectReferences(member, found);
    } else {
      collectReferences(member, found);
    }
  }
}
