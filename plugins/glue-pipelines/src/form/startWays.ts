import type { JsonObject, JsonValue } from '@backstage/types';
import { nextRunAt } from '@glue-pipelines/pipeline/cron';

/** What may start a pipeline by itself, as `pipeline.yaml` names it; a workflow has one start. */
export const SELF_STARTS = ['cron', 'onNewFiles', 'after'] as const;

export type StartWay = 'hand' | (typeof SELF_STARTS)[number];

export const wayOf = (start: JsonObject): StartWay =>
  SELF_STARTS.find(way => start[way] !== undefined) ?? 'hand';

/** Whether what starts a pipeline by this way is said, and not only chosen. */
export function isFilledIn(start: JsonObject, way: StartWay): boolean {
  const value = start[way];
  return way === 'onNewFiles'
    ? JSON.stringify((value as JsonObject)?.sources ?? []) !== '[]'
    : String(value ?? '').trim() !== '';
}

/** A start by this way only, and what is said of any start as it is. */
export function startBy(
  start: JsonObject,
  way: StartWay,
  value: JsonValue | undefined,
): JsonObject {
  const rest = Object.fromEntries(
    Object.entries(start).filter(
      ([key]) => !(SELF_STARTS as readonly string[]).includes(key),
    ),
  );
  return way === 'hand' || value === undefined
    ? rest
    : { ...rest, [way]: value };
}

/** The next times of a schedule that can be read, in ISO 8601; fewer where it ends. */
export function nextRuns(cron: string, count: number, now: Date): string[] {
  const runs: string[] = [];
  let after = now;
  while (runs.length < count) {
    const next = nextRunAt(cron, after);
    if (!next) {
      break;
    }
    runs.push(next.toISOString());
    after = next;
  }
  return runs;
}
