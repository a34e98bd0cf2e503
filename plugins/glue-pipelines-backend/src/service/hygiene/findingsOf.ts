import {
  GLUE_VERSION_ENDS,
  HygieneFinding,
  HygieneItem,
  JobDefinition,
} from '@glue-pipelines/backstage-plugin-common';
import { FleetRow } from '../fleet/fleetRow';

const DAY_MS = 24 * 60 * 60_000;
/** Days without a run after which somebody should look whether it is still wanted. */
const IDLE_DAYS = 30;

export const HYGIENE_FINDINGS = [
  'ending-version',
  'no-owner',
  'nobody-told',
  'no-promise',
  'never-run',
  'not-run-lately',
  'no-tags',
] as const satisfies HygieneFinding[];

/**
 * What should be put right of a workflow, the most urgent first.
 * @param facts.isOwned its tag names the entity, without which nobody is told of a failure
 * @param facts.jobs as they were defined last, by name
 */
export function findingsOf(
  { item, withRuns, lastStartedAt }: FleetRow,
  facts: { isOwned: boolean; jobs?: Record<string, JobDefinition> },
  now: Date,
): Pick<HygieneItem, 'findings' | 'endingVersions'> {
  const endingVersions = withRuns ? endingVersionsOf(facts.jobs ?? {}) : [];
  const idle =
    lastStartedAt !== undefined &&
    Date.parse(lastStartedAt) < now.getTime() - IDLE_DAYS * DAY_MS;
  const isSo: Record<HygieneFinding, boolean> = {
    'ending-version': endingVersions.length > 0,
    'no-owner': item.owner === undefined,
    'nobody-told': item.owner !== undefined && !facts.isOwned,
    'no-promise': item.freshness === undefined,
    'never-run': item.health === 'never-run',
    'not-run-lately': idle,
    'no-tags': item.tags.length === 0,
  };
  return {
    findings: HYGIENE_FINDINGS.filter(finding => isSo[finding]),
    ...(endingVersions.length > 0 && { endingVersions }),
  };
}

function endingVersionsOf(
  jobs: Record<string, JobDefinition>,
): NonNullable<HygieneItem['endingVersions']> {
  return Object.entries(GLUE_VERSION_ENDS).flatMap(([version, end]) => {
    const names = Object.keys(jobs)
      .filter(name => jobs[name].glueVersion === version)
      .sort();
    return names.length > 0 ? [{ version, ...end, jobs: names }] : [];
  });
}
