import type { DeployContext } from './DeployContext';
import { readCloudAssembly } from './CloudAssembly';
import { failure } from './deployAssembly';
import { DeployStore } from './DeployStore';
import { checkExportsInUse } from './exportsInUse';
import { DeployEvent, DeployResult } from './events';
import { StackDeployment } from './StackDeployment';

/**
 * Deletes what was deployed of the stacks of a synthesized CDK app, latest
 * stack first, as if their templates had become empty: resources whose
 * DeletionPolicy is Retain stay. Never rejects: a failure is a result, and
 * what was deleted until then is gone.
 */
export async function destroyAssembly(
  directory: string,
  context: DeployContext,
  report: (event: DeployEvent) => void,
): Promise<DeployResult> {
  const store = new DeployStore(context.database);
  const stacks: (DeployResult & { ok: true })['stacks'] = [];
  try {
    for (const { name } of readCloudAssembly(directory).reverse()) {
      const emptied = { name, template: {}, parameters: {}, assets: [] };
      const deployment = new StackDeployment(emptied, context, store, report);
      report({ type: 'stack', stack: name, action: 'destroying' });
      checkExportsInUse(name, {}, store, { mayChange: false });
      await deployment.removeDisappeared();
      store.removeStack(name);
      report({ type: 'stack', stack: name, action: 'destroyed' });
      stacks.push({ stack: name, changes: deployment.changes, outputs: {} });
    }
  } catch (thrown) {
    return failure(thrown, [], context);
  }
  return { type: 'result', ok: true, stacks, leftOut: [] };
}
