import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';
import { type Draft, draftKey, dropDraft, readDraft } from './drafts';

/** How many of one's last tasks are looked at. */
const TASKS = 20;

/** Whether a task has made the pipeline of the draft since it was changed last. */
async function isMade(
  { name }: Draft,
  template: string,
  scaffolder: ScaffolderApi,
): Promise<boolean> {
  const { tasks } = await scaffolder.listTasks({
    filterByOwnership: 'owned',
    limit: TASKS,
  });
  return tasks.some(
    ({ spec, status, createdAt }) =>
      status === 'completed' &&
      spec.templateInfo?.entityRef === `template:${template}` &&
      String(spec.parameters.name).trim() === String(name.value).trim() &&
      Date.parse(createdAt) >= Date.parse(name.savedAt),
  );
}

/** All parts of a page open the same draft at the same time. */
const opening = new Map<string, Promise<Draft>>();

async function open(
  key: string,
  template: string,
  scaffolder: ScaffolderApi | undefined,
): Promise<Draft> {
  const draft = readDraft(key);
  if (!draft.name || !scaffolder) {
    return draft;
  }
  try {
    if (await isMade(draft, template, scaffolder)) {
      dropDraft(key);
      return {};
    }
  } catch {
    // A draft too many is better than one that is lost.
  }
  return draft;
}

/**
 * The draft of a form, unless its pipeline has been made: a task that failed
 * leaves it for another try.
 *
 * @param template - `namespace/name`
 */
export async function openDraft(
  user: string,
  template: string,
  scaffolder: ScaffolderApi | undefined,
): Promise<{ key: string; draft: Draft }> {
  const key = draftKey(user, template);
  const opened =
    opening.get(key) ??
    open(key, template, scaffolder).finally(() => opening.delete(key));
  opening.set(key, opened);
  return { key, draft: await opened };
}
