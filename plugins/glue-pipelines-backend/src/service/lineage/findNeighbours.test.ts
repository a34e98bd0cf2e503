import { Entity } from '@backstage/catalog-model';
import { findNeighbours } from './findNeighbours';

const entity = (ref: string, ...dependsOn: string[]): Entity => {
  const [kind, rest] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: rest.split('/')[1] },
    relations: dependsOn.map(targetRef => ({ type: 'dependsOn', targetRef })),
  };
};

const component = (name: string) => `component:default/${name}`;
const resource = (name: string) => `resource:default/${name}`;

/** `marts` reads what `orders` writes, which reads what `landing` writes; both folders are in one bucket. */
const CATALOG = [
  entity(component('marts'), resource('processed')),
  entity(resource('processed'), component('orders'), resource('bucket')),
  entity(component('orders'), resource('raw')),
  entity(resource('raw'), component('landing'), resource('bucket')),
  entity(resource('bucket'), component('elsewhere')),
  entity(component('landing')),
  entity(component('elsewhere')),
];

/** The same relations as the catalog has them, both ways. */
const BOTH_WAYS = CATALOG.map(each => ({
  ...each,
  relations: [
    ...(each.relations ?? []),
    ...CATALOG.filter(other =>
      other.relations?.some(
        ({ targetRef }) =>
          targetRef === `${each.kind}:default/${each.metadata.name}`,
      ),
    ).map(other => ({
      type: 'dependencyOf',
      targetRef: `${other.kind}:default/${other.metadata.name}`,
    })),
  ],
}));

const readOf = (catalog: Entity[]) =>
  jest.fn(async (refs: string[]) =>
    catalog.filter(each =>
      refs.includes(`${each.kind}:default/${each.metadata.name}`),
    ),
  );

describe('findNeighbours', () => {
  it('finds what writes what one reads, and what is before that', async () => {
    expect(
      await findNeighbours(component('marts'), 'upstream', readOf(BOTH_WAYS)),
    ).toEqual({
      found: [
        {
          entityRef: component('orders'),
          distance: 1,
          from: component('marts'),
          via: 'processed',
        },
        {
          entityRef: component('landing'),
          distance: 2,
          from: component('orders'),
          via: 'raw',
        },
      ],
      incomplete: false,
    });
  });

  it('finds what waits for it', async () => {
    const { found } = await findNeighbours(
      component('landing'),
      'downstream',
      readOf(BOTH_WAYS),
    );
    expect(found.map(({ entityRef }) => entityRef)).toEqual([
      component('orders'),
      component('marts'),
    ]);
  });

  it('goes by what components name, ends where they name each other, and passes over what nobody may see', async () => {
    const catalog = [
      entity(component('a'), component('b'), component('hidden')),
      entity(component('b'), component('a')),
    ];
    const { found } = await findNeighbours(
      component('a'),
      'upstream',
      readOf(catalog),
    );
    expect(found.map(({ entityRef, via }) => [entityRef, via])).toEqual([
      [component('b'), undefined],
      [component('hidden'), undefined],
    ]);
  });

  it('does not go on for ever', async () => {
    const chain = Array.from({ length: 10 }, (_, i) =>
      entity(component(`c${i}`), component(`c${i + 1}`)),
    );
    const { found, incomplete } = await findNeighbours(
      component('c0'),
      'upstream',
      readOf(chain),
    );
    expect(found).toHaveLength(5);
    expect(incomplete).toBe(true);
  });
});
