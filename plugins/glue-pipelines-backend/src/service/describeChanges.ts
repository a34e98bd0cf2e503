import {
  ComparableRun,
  compareRuns,
  definitionOf,
  isActiveRunStatus,
  jobNamesOf,
  RunChangesResponse,
  RunDetail,
  RunDifference,
  UnknownChange,
} from '@glue-pipelines/backstage-plugin-common';
import { RunConfiguration } from '../database/KnexRunConfigurations';
import { redactProperties } from './redactProperties';
import { shownProperties } from './runProperties';

/** A run with what was read of how it was made. */
export interface ConfiguredRun {
  run: RunDetail;
  configuration: RunConfiguration | undefined;
}

/**
 * What is different in a run from an earlier one, and what cannot be told of
 * that.
 *
 * @param before the last run before it that succeeded, unless another is named
 * @param options.owned whether the workflow says that it belongs to the entity:
 * otherwise properties and arguments are left out, and values of definitions
 */
export function describeChanges(
  now: ConfiguredRun,
  before: ConfiguredRun | undefined,
  { owned, isNamed }: { owned: boolean; isNamed: boolean },
): Omit<RunChangesResponse, 'servedAt'> {
  if (!before) {
    return {
      summary: 'No run before this one succeeded, as far as the portal knows',
      differences: [],
      unknown: [],
      ...(!owned && { valuesWithheld: true }),
    };
  }
  const all = compareRuns(comparable(now), comparable(before));
  const differences = owned ? all.map(redacted) : all.flatMap(withheld);
  const other = isNamed ? 'the other run' : 'the last run that succeeded';
  const unknown = unknownOf(now, before, other);
  return {
    comparedWith: {
      runId: before.run.id,
      startedAt: before.run.startedAt,
    },
    summary: summaryOf(differences, unknown, owned, other),
    differences,
    unknown,
    ...(!owned && { valuesWithheld: true }),
  };
}

function comparable({ run, configuration }: ConfiguredRun): ComparableRun {
  return {
    run: { ...run, properties: shownProperties(run.properties) },
    jobs: configuration?.jobs,
    jobArguments: configuration?.jobArguments ?? {},
  };
}

function summaryOf(
  differences: RunDifference[],
  unknown: UnknownChange[],
  owned: boolean,
  other: string,
): string {
  if (differences.length > 0) {
    return `${differences.length} ${differences.length === 1 ? 'thing is' : 'things are'} different from ${other}`;
  }
  return unknown.length === 0 && owned
    ? `Nothing that the portal knows of is different from ${other}: look at the data and at what the jobs call`
    : `Nothing of what can be compared is different from ${other}`;
}

/** Secrets are forbidden in properties and arguments, which does not mean that there are none. */
function redacted(difference: RunDifference): RunDifference {
  const { kind, field, before, after } = difference;
  const shown = (value: string | undefined) =>
    value === undefined
      ? undefined
      : redactProperties({ [field]: value })[field];
  return kind === 'argument' || kind === 'property'
    ? { ...difference, before: shown(before), after: shown(after) }
    : difference;
}

function withheld(difference: RunDifference): RunDifference[] {
  const { kind, node, field } = difference;
  switch (kind) {
    case 'argument':
    case 'property':
    case 'rows':
      return [];
    case 'structure':
    case 'duration':
      return [difference];
    default:
      return [{ kind, node, field }];
  }
}

/** What a look at the differences would take for unchanged, although nobody knows. */
function unknownOf(
  now: ConfiguredRun,
  before: ConfiguredRun,
  other: string,
): UnknownChange[] {
  const labels = [
    [now, 'this', 'this run'],
    [before, 'other', other],
  ] as const;
  const ofRuns = labels.flatMap(
    ([{ run, configuration }, which, label]): UnknownChange[] => {
      if (run.graph.nodes.length === 0) {
        return [
          {
            kind: 'nodes',
            run: which,
            text: `What the jobs and crawlers of ${label} did is not known`,
          },
        ];
      }
      if (!configuration?.jobs) {
        const reason = configuration?.problem;
        return [
          {
            kind: 'definitions',
            run: which,
            reason,
            text: `How the jobs of ${label} were defined is not known: ${reason ?? 'it was read before the portal looked at that'}`,
          },
        ];
      }
      return [];
    },
  );
  if (ofRuns.length > 0) {
    return ofRuns;
  }
  const lost = jobNamesOf(now.run, before.run).filter(
    name =>
      !definitionOf(comparable(now), name) ||
      !definitionOf(comparable(before), name),
  );
  return [
    ...(lost.length > 0
      ? [
          {
            kind: 'jobs' as const,
            jobs: lost,
            text: `How these jobs were defined in one of the runs is not known, because they were changed or deleted before the portal looked: ${lost.join(', ')}`,
          },
        ]
      : []),
    ...([now, before].some(({ run }) => isActiveRunStatus(run.rawStatus))
      ? [
          {
            kind: 'under-way' as const,
            text: 'A run goes on: more may become different',
          },
        ]
      : []),
  ];
}
