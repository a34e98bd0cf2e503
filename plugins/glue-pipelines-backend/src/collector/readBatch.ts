import { Workflow } from '@aws-sdk/client-glue';
import { GlueApi, GlueLocation } from '../aws/GlueApi';
import { StoredWorkflow } from '../database/RunStore';

/** How old a definition may become unseen, in milliseconds: whether Glue's LastModifiedOn tells of every change to a trigger is not documented. */
const LONGEST_UNSEEN_MS = 15 * 60_000;

/** A workflow as Glue has it. */
export interface FoundWorkflow {
  workflow: Workflow;
  /** The graph was asked for: what is absent does not exist. */
  graphRead: boolean;
}

/**
 * Reads up to 25 workflows of one account and region: all in one call without
 * graphs, and those graphs that are not known or may have changed.
 *
 * @returns by name; those that do not exist are absent
 * @throws errors of GlueApi
 */
export async function readBatch(
  glue: GlueApi,
  location: GlueLocation,
  batch: { name: string; stored: StoredWorkflow }[],
  now: Date,
  signal: AbortSignal,
): Promise<Map<string, FoundWorkflow>> {
  const found = new Map<string, FoundWorkflow>();
  const read = async (names: string[], graphs: boolean) => {
    if (names.length > 0) {
      const { workflows } = await glue.readWorkflows(location, names, {
        graphs,
        signal,
      });
      for (const workflow of workflows) {
        found.set(workflow.Name ?? '', { workflow, graphRead: graphs });
      }
    }
  };
  const isKnown = ({ stored }: { stored: StoredWorkflow }) =>
    stored.definition !== undefined;
  const names = (some: { name: string }[]) => some.map(({ name }) => name);

  const known = batch.filter(isKnown);
  await read(names(known), false);
  const changed = known.filter(({ name, stored }) => {
    const workflow = found.get(name)?.workflow;
    return (
      workflow &&
      (workflow.LastModifiedOn?.toISOString() !== stored.modifiedAt ||
        now.getTime() - Date.parse(stored.definitionReadAt ?? '') >
          LONGEST_UNSEEN_MS ||
        !stored.definitionReadAt)
    );
  });
  const unknown = batch.filter(workflow => !isKnown(workflow));
  await read(names([...unknown, ...changed]), true);
  return found;
}
