import { App } from 'aws-cdk-lib';
import { addWarehouse } from '../lib/addWarehouse';
import { loadWarehouse } from '../lib/loadWarehouse';

const app = new App();
addWarehouse(
  app,
  loadWarehouse(process.env.WAREHOUSE_FILE ?? 'warehouse.yaml'),
);
app.synth();
