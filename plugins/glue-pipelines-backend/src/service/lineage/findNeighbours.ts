import {
  Entity,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Against the way of the data, or along it. */
export type Direction = 'upstream' | 'downstream';

/** A component from which data comes, or to which it goes. */
export interface Neighbour {
  /** Normalised. */
  entityRef: string;
  /** Components from the start to it; 1 for the next. */
  distance: number;
  /** The entity, one step nearer to the start, that led to it. */
  from: string;
  /** The name of what both share, e.g. a folder or a table; absent where one names the other. */
  via?: string;
}

const RELATIONS: Record<Direction, string> = {
  upstream: RELATION_DEPENDS_ON,
  downstream: RELATION_DEPENDENCY_OF,
};

/** How far to go, and how many to find at most: beyond, nobody looks for the cause from here. */
const FARTHEST = 5;
const MOST = 100;

interface Lead {
  from: string;
  targetRef: string;
  via?: string;
}

function leads(
  entities: readonly Entity[],
  relation: string,
  kind: 'component' | 'resource',
): Lead[] {
  return entities.flatMap(entity =>
    (entity.relations ?? [])
      .filter(
        ({ type, targetRef }) =>
          type === relation && targetRef.startsWith(`${kind}:`),
      )
      .map(({ targetRef }) => ({
        from: stringifyEntityRef(entity),
        targetRef,
      })),
  );
}

/**
 * The components before or after one by the catalog's relations, nearest
 * first: those that it names, and those that write what it reads or read what
 * it writes. Resources that only contain others lead nowhere.
 *
 * @param read entities by their refs, without those that the caller may not see
 */
export async function findNeighbours(
  startRef: string,
  direction: Direction,
  read: (refs: string[]) => Promise<Entity[]>,
): Promise<{ found: Neighbour[]; incomplete: boolean }> {
  const relation = RELATIONS[direction];
  const found = new Map<string, Neighbour>();
  let frontier = [startRef];
  for (let distance = 1; frontier.length > 0; distance++) {
    if (distance > FARTHEST || found.size > MOST) {
      return { found: [...found.values()].slice(0, MOST), incomplete: true };
    }
    const entities = await read(frontier);
    const shared = leads(entities, relation, 'resource');
    const resources = await read([
      ...new Set(shared.map(({ targetRef }) => targetRef)),
    ]);
    const through = leads(resources, relation, 'component').flatMap(lead =>
      shared
        .filter(({ targetRef }) => targetRef === lead.from)
        .map(({ from }) => ({
          from,
          targetRef: lead.targetRef,
          via: titleOf(resources, lead.from),
        })),
    );
    frontier = [];
    for (const lead of [
      ...leads(entities, relation, 'component'),
      ...through,
    ]) {
      const { targetRef: entityRef, from, via } = lead as Lead;
      if (entityRef !== startRef && !found.has(entityRef)) {
        found.set(entityRef, { entityRef, distance, from, via });
        frontier.push(entityRef);
      }
    }
  }
  return { found: [...found.values()], incomplete: false };
}

function titleOf(entities: readonly Entity[], ref: string): string {
  const entity = entities.find(each => stringifyEntityRef(each) === ref);
  return entity?.metadata.title ?? entity?.metadata.name ?? ref;
}
