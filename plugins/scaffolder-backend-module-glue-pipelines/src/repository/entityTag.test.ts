import { parseEntityRef } from '@backstage/catalog-model';
import {
  parseWarehouseTable,
  WORKFLOW_ENTITY_TAG,
  WORKFLOW_WAREHOUSE_TABLE_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { join } from 'node:path';
import { findAssets } from './assets';

// A generated repository stands alone: it says the tags' keys again.
const { ENTITY_TAG, entityRefOf, WAREHOUSE_TABLE_TAG, warehouseTableOf } =
  jest.requireActual(join(findAssets().skeletonDir, 'lib/entityTag.ts'));

describe('the tags that a generated workflow carries', () => {
  it('have the keys that the portal reads', () => {
    expect(ENTITY_TAG).toBe(WORKFLOW_ENTITY_TAG);
    expect(WAREHOUSE_TABLE_TAG).toBe(WORKFLOW_WAREHOUSE_TABLE_TAG);
  });

  it('name the entity that the action registers', () => {
    expect(parseEntityRef(entityRefOf({ name: 'covid-hiring' }))).toEqual({
      kind: 'component',
      namespace: 'default',
      name: 'covid-hiring',
    });
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
