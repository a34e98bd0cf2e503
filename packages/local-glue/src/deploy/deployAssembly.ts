import type { DeployContext } from './DeployContext';
import { readCloudAssembly } from './CloudAssembly';
import { DeployError } from './DeployError';
import { DeployStore } from './DeployStore';
import { DeployEvent, DeployResult } from './events';
import { publishAssets } from './publishAssets';
import { StackDeployment, Undo } from './StackDeployment';
import { pseudoParameters } from './stackParameters';

/**
 * Deploys every stack of a synthesized CDK app, or none: when a stack fails,
 * what this deployment has made and changed until then is undone, in the other
 * stacks too. What the templates no longer have is deleted last, when nothing
 * can fail any more but that. Never rejects: a failure is a result.
 */
export async function deployAssembly(
  directory: string,
  context: DeployContext,
  report: (event: DeployEvent) => void,
): Promise<DeployResult> {
  const store = new DeployStore(context.database);
  const undo: Undo[] = [];
  const deployments: [string, StackDeployment][] = [];
  try {
    for (const stack of readCloudAssembly(directory)) {
      report({ type: 'stack', stack: stack.name, action: 'deploying' });
      const pseudo = pseudoParameters(stack.name, context);
      await publishAssets(stack.assets, pseudo, context.buckets, report);
      const deployment = new StackDeployment(stack, context, store, report);
      deployments.push([stack.name, deployment]);
      await deployment.apply(undo);
      report({ type: 'stack', stack: stack.name, action: 'deployed' });
    }
  } catch (thrown) {
    return failure(thrown, await rollBack(undo), context);
  }

  try {
    for (const [, deployment] of [...deployments].reverse()) {
      await deployment.removeDisappeared();
    }
  } catch (thrown) {
    return failure(thrown, [], context);
  }
  return {
    type: 'result',
    ok: true,
    stacks: deployments.map(([stack, { changes, outputs }]) => ({
      stack,
      changes,
      outputs,
    })),
    leftOut: deployments.flatMap(([, { leftOut }]) => leftOut),
  };
}

/** Undoes what can be undone, and tells what could not. */
async function rollBack(undo: readonly Undo[]): Promise<string[]> {
  const failures: string[] = [];
  for (const step of [...undo].reverse()) {
    try {
      await step();
    } catch (error) {
      failures.push((error as Error).message);
    }
  }
  return failures;
}

/** A failure as a result, for the log as well. */
export function failure(
  thrown: unknown,
  rollBackFailures: readonly string[],
  context: DeployContext,
): DeployResult {
  const error =
    thrown instanceof DeployError
      ? thrown
      : new DeployError((thrown as Error).message ?? String(thrown));
  context.log.error(`A deployment failed. ${error.message}`);
  const remains =
    rollBackFailures.length > 0
      ? ` Rolling back left something behind: ${rollBackFailures.join('; ')}`
      : '';
  return {
    type: 'result',
    ok: false,
    message: error.message + remains,
    stack: error.stackName,
    logicalId: error.logicalId,
    resourceType: error.resourceType,
    reason: error.reason,
  };
}
