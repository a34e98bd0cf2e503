import { App } from 'aws-cdk-lib';
import { addWarehouse } from '../lib/addWarehouse';
import { environmentOf } from '../lib/environments';
import { loadWarehouse } from '../lib/loadWarehouse';

const app = new App();
const environment = environmentOf(app.node);
addWarehouse(
  app,
  loadWarehouse(
    process.env.WAREHOUSE_FILE ?? 'warehouse.yaml',
    environment.changes,
  ),
  environment,
);
app.synth();
