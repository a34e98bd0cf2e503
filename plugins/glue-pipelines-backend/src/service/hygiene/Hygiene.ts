import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  HygieneFinding,
  HygieneItem,
  HygieneResponse,
} from '@glue-pipelines/backstage-plugin-common';
import { KnexRunConfigurations } from '../../database/KnexRunConfigurations';
import { FleetFilter, filterRows, filtersOf } from '../fleet/fleetQuery';
import { FleetService } from '../fleet/FleetService';
import { WorkflowOwners } from '../WorkflowOwners';
import { findingsOf, HYGIENE_FINDINGS } from './findingsOf';

/** Which workflows to list. */
export interface HygieneQuery extends FleetFilter {
  /** Only those with it. */
  finding?: HygieneFinding;
  offset: number;
  limit: number;
}

/** What should be put right, of all workflows that a caller may see; of what is stored. */
export class Hygiene {
  constructor(
    private readonly options: {
      fleet: FleetService;
      owners: WorkflowOwners;
      configurations: KnexRunConfigurations;
    },
  ) {}

  /** @throws errors of the catalog's and the permissions' clients */
  async list(
    credentials: BackstageCredentials,
    query: HygieneQuery,
  ): Promise<HygieneResponse> {
    const { fleet, owners, configurations } = this.options;
    const now = new Date();
    const { rows, withheld } = await fleet.rows(credentials, now);
    const asked = filterRows(rows, query);
    const arns = [...new Set(asked.map(({ item }) => item.arn))];
    const belongs = await owners.knownOwners(arns);
    const definitions = await configurations.newestDefinitions(arns);
    const found = asked
      .map((row): HygieneItem => {
        const { arn, name, entityRef, entityTitle, owner } = row.item;
        const facts = {
          isOwned: belongs(entityRef, arn),
          jobs: definitions.get(arn),
        };
        return {
          arn,
          name,
          entityRef,
          entityTitle,
          owner,
          lastStartedAt: row.lastStartedAt,
          ...findingsOf(row, facts, now),
        };
      })
      .filter(({ findings }) => findings.length > 0);
    const shown = found
      .filter(
        ({ findings }) =>
          query.finding === undefined || findings.includes(query.finding),
      )
      .sort(
        (a, b) =>
          b.findings.length - a.findings.length ||
          a.name.localeCompare(b.name, 'en') ||
          (a.entityRef < b.entityRef ? -1 : 1),
      );
    return {
      items: shown.slice(query.offset, query.offset + query.limit),
      total: shown.length,
      wellKept: asked.length - found.length,
      counts: HYGIENE_FINDINGS.map(finding => ({
        finding,
        workflows: found.filter(({ findings }) => findings.includes(finding))
          .length,
      })),
      filters: filtersOf(rows),
      withheld,
      servedAt: now.toISOString(),
    };
  }
}
