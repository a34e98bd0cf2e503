import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  LineageResponse,
  NeighbourPipeline,
} from '@glue-pipelines/backstage-plugin-common';
import { FleetRow } from '../fleet/fleetRow';
import { FleetService } from '../fleet/FleetService';
import { Direction, findNeighbours, Neighbour } from './findNeighbours';

/** Entities per question. */
const CHUNK = 100;

/** The pipelines before and after one, as the caller may see them. */
export class Lineage {
  constructor(
    private readonly options: {
      catalog: CatalogService;
      fleet: Pick<FleetService, 'rows'>;
    },
  ) {}

  /**
   * @param entityRef of an entity that the caller may see, normalised
   * @throws errors of the catalog's and the permissions' clients
   */
  async of(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<LineageResponse> {
    const read = (refs: string[]) => this.read(credentials, refs);
    const now = new Date();
    const { rows } = await this.options.fleet.rows(credentials, now);
    const walk = async (direction: Direction) => {
      const { found, incomplete } = await findNeighbours(
        entityRef,
        direction,
        read,
      );
      return {
        pipelines: found.flatMap(neighbour => pipelinesOf(neighbour, rows)),
        incomplete,
      };
    };
    const upstream = await walk('upstream');
    const downstream = await walk('downstream');
    return {
      upstream: upstream.pipelines,
      downstream: downstream.pipelines,
      ...((upstream.incomplete || downstream.incomplete) && {
        incomplete: true,
      }),
      servedAt: now.toISOString(),
    };
  }

  private async read(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<Entity[]> {
    const entities: Entity[] = [];
    for (let i = 0; i < refs.length; i += CHUNK) {
      const { items } = await this.options.catalog.getEntitiesByRefs(
        {
          entityRefs: refs.slice(i, i + CHUNK),
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'metadata.title',
            'relations',
          ],
        },
        { credentials },
      );
      entities.push(...items.flatMap(item => item ?? []));
    }
    return entities;
  }
}

/** The workflows of a neighbour; none of a component that has none. */
function pipelinesOf(
  neighbour: Neighbour,
  rows: readonly FleetRow[],
): NeighbourPipeline[] {
  return rows
    .filter(({ item }) => item.entityRef === neighbour.entityRef)
    .map(({ item }) => ({
      ...neighbour,
      entityTitle: item.entityTitle,
      name: item.name,
      health: item.health,
      late: item.freshness?.state === 'late',
    }));
}
