import {
  BackfillRange,
  BackfillRequest,
  WorkflowDetail,
} from '@glue-pipelines/backstage-plugin-common';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';

/** What a person has filled in. */
export interface BackfillForm {
  property: string;
  by: 'range' | 'list';
  /** Dates as `2026-11-29`. */
  from: string;
  to: string;
  every: BackfillRange['every'];
  /** One value a line. */
  list: string;
  which: BackfillRequest['which'];
  atOnce: number;
}

/** As the API's document has it. */
export const MOST_AT_ONCE = 10;

const DAY_MS = 24 * 60 * 60_000;

const dateOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** What is likely: the week until yesterday, by the property that the workflow has. */
export function firstForm(
  { defaultRunProperties, maxConcurrentRuns }: WorkflowDetail,
  now: Date,
): BackfillForm {
  return {
    property: Object.keys(defaultRunProperties)[0] ?? '',
    by: 'range',
    from: dateOf(now.getTime() - 7 * DAY_MS),
    to: dateOf(now.getTime() - DAY_MS),
    every: 'day',
    list: '',
    which: 'unsuccessful',
    atOnce: Math.min(maxConcurrentRuns || 1, 2),
  };
}

const linesOf = (list: string) =>
  list
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);

/** Whether enough is filled in to ask for a preview; the back end checks the rest. */
export function isComplete(form: BackfillForm): boolean {
  const named =
    form.by === 'range'
      ? Boolean(form.from && form.to)
      : linesOf(form.list).length > 0;
  return Boolean(form.property.trim()) && named && form.atOnce >= 1;
}

/** What the back end is asked for. */
export function requestOf(
  form: BackfillForm,
  workflow: WorkflowOfEntity,
): BackfillRequest {
  const { property, by, from, to, every, list, which, atOnce } = form;
  return {
    ...workflow,
    property: property.trim(),
    ...(by === 'range'
      ? { range: { from, to, every } }
      : { values: linesOf(list) }),
    which,
    atOnce,
  };
}
