import { parseEntityRef } from '@backstage/catalog-model';
import { WORKFLOW_ENTITY_TAG } from '@glue-pipelines/backstage-plugin-common';
import { join } from 'node:path';
import { findAssets } from './assets';

// A generated repository stands alone: it says the tag's key again.
const { ENTITY_TAG, entityRefOf } = jest.requireActual(
  join(findAssets().skeletonDir, 'lib/entityTag.ts'),
);

describe('the tag that a generated workflow carries', () => {
  it('has the key that the portal reads', () => {
    expect(ENTITY_TAG).toBe(WORKFLOW_ENTITY_TAG);
  });

  it('names the entity that the action registers', () => {
    expect(parseEntityRef(entityRefOf({ name: 'covid-hiring' }))).toEqual({
      kind: 'component',
      namespace: 'default',
      name: 'covid-hiring',
    });
  });
});
