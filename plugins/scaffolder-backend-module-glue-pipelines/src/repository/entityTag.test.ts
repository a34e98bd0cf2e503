import { parseEntityRef } from '@backstage/catalog-model';
import {
  judgePromises,
  longestRunOf,
  parseWarehouseTable,
  promiseTexts,
  WORKFLOW_ENTITY_TAG,
  WORKFLOW_WAREHOUSE_TABLE_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { join } from 'node:path';
import { findAssets } from './assets';

// A generated repository stands alone: it says the tags' keys again.
const {
  ENTITY_TAG,
  entityRefOf,
  promiseTagsOf,
  WAREHOUSE_TABLE_TAG,
  warehouseTableOf,
} = jest.requireActual(join(findAssets().skeletonDir, 'lib/entityTag.ts'));

describe('the tags that a generated workflow carries', () => {
  it('have the keys that the portal reads', () => {
    expect(ENTITY_TAG).toBe(WORKFLOW_ENTITY_TAG);
    expect(WAREHOUSE_TABLE_TAG).toBe(WORKFLOW_WAREHOUSE_TABLE_TAG);
  });

  it('name the entity that the action registers', () => {
    expect(parseEntityRef(entityRefOf('covid-hiring'))).toEqual({
      kind: 'component',
      namespace: 'default',
      name: 'covid-hiring',
    });
  });

  it.each([
    [{ by: { time: '07:00', timezone: 'America/Argentina/ComodRivadavia' } }],
    [{ every: { hours: 6 }, freshHours: 8784, longestMinutes: 90 }],
  ])('say what the pipeline promises as the portal reads it: %j', promises => {
    const texts = promiseTexts(promiseTagsOf({ promises }));
    const judged = judgePromises(texts, {}, new Date());
    expect(judged.map(({ problem }) => problem)).toEqual(
      judged.map(() => undefined),
    );
    expect(judged.map(({ kind }) => kind)).toEqual(
      'by' in promises ? ['expected'] : ['expected', 'freshness'],
    );
    expect(longestRunOf(texts)).toBe('by' in promises ? undefined : 5400);
  });

  it('name the table as the portal reads it', () => {
    const warehouse = { database: 'dev', schema: 'public', table: 'hiring' };
    expect(
      parseWarehouseTable(
        warehouseTableOf({ name: 'covid-hiring', warehouse }),
      ),
    ).toEqual({ kind: 'workgroup', warehouse: 'covid-hiring', ...warehouse });
    const long = { database: 'dev', schema: 's'.repeat(127) };
    expect(
      warehouseTableOf({
        name: 'covid-hiring',
        warehouse: { ...long, table: 't'.repeat(127) },
      }),
    ).toBeUndefined();
  });
});
