import { DeployError } from './DeployError';
import { DeployStore, StackOutputs } from './DeployStore';
import { Template } from './template';
import { TemplateResolver } from './TemplateResolver';

/**
 * What a stack puts out and exports, when its resources are made. Throws
 * `DeployError` where another stack exports the same.
 */
export function stackOutputs(
  stack: string,
  template: Template,
  resolver: TemplateResolver,
  store: DeployStore,
): Omit<StackOutputs, 'imports'> {
  const outputs: Record<string, string> = {};
  const exports: Record<string, string> = {};
  for (const [key, output] of Object.entries(template.Outputs ?? {})) {
    if (output.Condition && !resolver.condition(output.Condition)) continue;
    try {
      const value = asText(resolver.resolve(output.Value));
      outputs[key] = value;
      if (!output.Export) continue;
      const name = asText(resolver.resolve(output.Export.Name));
      const other = store.exported(name);
      if (other && other.stack !== stack) {
        throw new DeployError(
          `the stack ${other.stack} exports "${name}" already`,
        );
      }
      exports[name] = value;
    } catch (error) {
      throw DeployError.at(error, { stack, logicalId: key });
    }
  }
  return { outputs, exports };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
