// Fills the local AWS endpoint's store with a fleet of pipelines and three
// weeks of runs, before the endpoint starts, and the catalog with their
// entities. Nothing of it ran, which every description and every run says;
// what is started from now on does run, a script that ends at once.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  GLUE_WORKFLOW_ARN_ANNOTATION,
  PROMISE_KEYS,
  WORKFLOW_ENTITY_TAG,
} from '@glue-pipelines/backstage-plugin-common';
import { stringify } from 'yaml';
import { migrations } from '../../packages/local-glue/src/server/migrations';
import { GlueStore } from '../../packages/local-glue/src/services/glue/store/GlueStore';
import { openDatabase } from '../../packages/local-glue/src/store/database';
import { Random } from '../../plugins/glue-pipelines-backend/src/__testUtils__/Random';
import { dataDir } from '../lib/paths.mjs';
import { DemoPipeline, demoFleet } from './fleet';
import { putDefinitions, putHistory } from './history';

const BUCKET = 'demo-fleet';
const SCRIPT = 'nothing.py';

const arnOf = ({ name }: DemoPipeline) =>
  `arn:aws:glue:us-east-1:000000000000:workflow/${name}`;

const entityOf = (pipeline: DemoPipeline) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: pipeline.name,
    description: `${pipeline.description} (demo: its history is synthetic)`,
    tags: ['demo'],
    annotations: {
      [GLUE_WORKFLOW_ARN_ANNOTATION]: arnOf(pipeline),
      ...(pipeline.freshness && {
        [PROMISE_KEYS.freshness]: pipeline.freshness,
      }),
    },
  },
  spec: {
    type: 'data-pipeline',
    lifecycle: 'production',
    owner: pipeline.owner,
  },
});

function main() {
  const fleet = demoFleet();
  const folder = join(dataDir, 'repositories', BUCKET);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'catalog-info.yaml'),
    fleet.map(pipeline => stringify(entityOf(pipeline))).join('---\n'),
  );
  const scripts = join(dataDir, 's3', BUCKET);
  mkdirSync(scripts, { recursive: true });
  writeFileSync(join(scripts, SCRIPT), "print('A pipeline of the demo')\n");

  const database = openDatabase(dataDir, migrations);
  try {
    const store = new GlueStore(database);
    if (store.workflows.get(fleet[0].name)) {
      console.log(`${fleet.length} pipelines are in place`);
      return;
    }
    const random = new Random(11);
    for (const pipeline of fleet) {
      store.transaction(() => {
        const triggers = putDefinitions(
          store,
          pipeline,
          `s3://${BUCKET}/${SCRIPT}`,
        );
        store.tags.add(arnOf(pipeline), {
          [WORKFLOW_ENTITY_TAG]: `component:default/${pipeline.name}`,
        });
        putHistory(store, pipeline, triggers, random);
      });
    }
    console.log(`${fleet.length} pipelines with three weeks of history`);
  } finally {
    database.close();
  }
}

main();
