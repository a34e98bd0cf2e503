import { Entity } from '@backstage/catalog-model';
import { Place } from '../config';
import { DataPlace } from '../discovery/Lineage';
import { entityName } from './entityName';
import { envelope, placeSuffix } from './envelope';

type Relation = 'dependsOn' | 'dependencyOf';

interface Found {
  place: DataPlace;
  owners: Set<string>;
  dependsOn: Set<string>;
  dependencyOf: Set<string>;
}

/** Collects the places of data that workflows share, each once. */
export class Resources {
  private readonly found = new Map<string, Found>();

  constructor(
    private readonly place: Place,
    private readonly defaultOwner: string,
  ) {}

  relate(
    place: DataPlace,
    owner: string,
    relation: Relation,
    refs: string[],
  ): void {
    const known = this.add(place);
    known.owners.add(owner);
    refs.forEach(ref => known[relation].add(ref));
  }

  entities(): Entity[] {
    return [...this.found.values()].map(resource => this.toEntity(resource));
  }

  private add(place: DataPlace): Found {
    const key = JSON.stringify(place);
    let found = this.found.get(key);
    if (!found) {
      found = {
        place,
        owners: new Set(),
        dependsOn: new Set(),
        dependencyOf: new Set(),
      };
      this.found.set(key, found);
      const container = containerOf(place);
      if (container) {
        this.add(container);
        found.dependsOn.add(`resource:default/${this.nameOf(container)}`);
      }
    }
    return found;
  }

  private nameOf(place: DataPlace): string {
    const suffix = placeSuffix(this.place);
    switch (place.kind) {
      case 'bucket':
        return entityName(place.bucket, `s3-${suffix}`);
      case 'folder':
        return entityName(`${place.bucket}/${place.path}`, `s3-${suffix}`);
      case 'database':
        return entityName(place.database, `glue-${suffix}`);
      case 'table':
        return entityName(qualifiedName(place), `glue-${suffix}`);
      default:
        return entityName(place.workgroup, `redshift-${suffix}`);
    }
  }

  private toEntity({ place, owners, dependsOn, dependencyOf }: Found): Entity {
    const { type, title } = describe(place);
    const { accountId, region } = this.place;
    const { annotations, ...rest } = envelope(
      'Resource',
      `${accountId}/${region}`,
    );
    const [owner] = owners;
    return {
      ...rest,
      metadata: {
        name: this.nameOf(place),
        title,
        annotations,
      },
      spec: {
        type,
        owner: owners.size === 1 ? owner : this.defaultOwner,
        ...(dependsOn.size > 0 && { dependsOn: [...dependsOn].sort() }),
        ...(dependencyOf.size > 0 && {
          dependencyOf: [...dependencyOf].sort(),
        }),
      },
    };
  }
}

/** `database.table`, or with a slash where dots would not tell them apart. */
function qualifiedName({ database, table }: DataPlace & { kind: 'table' }) {
  return `${database}${`${database}${table}`.includes('.') ? '/' : '.'}${table}`;
}

function containerOf(place: DataPlace): DataPlace | undefined {
  if (place.kind === 'folder') {
    return { kind: 'bucket', bucket: place.bucket };
  }
  return place.kind === 'table'
    ? { kind: 'database', database: place.database }
    : undefined;
}

function describe(place: DataPlace): { type: string; title: string } {
  switch (place.kind) {
    case 'bucket':
      return { type: 's3-bucket', title: place.bucket };
    case 'folder':
      return {
        type: 's3-folder',
        title: `s3://${place.bucket}/${place.path}/`,
      };
    case 'database':
      return { type: 'glue-database', title: place.database };
    case 'table':
      return { type: 'glue-table', title: `${place.database}.${place.table}` };
    default:
      return { type: 'redshift-workgroup', title: place.workgroup };
  }
}
