import { parseWorkflowArn } from '@glue-pipelines/backstage-plugin-common';
import { suggestedWarehouseTable } from './suggestedWarehouseTable';

const workflow = parseWorkflowArn(
  'arn:aws:glue:eu-west-1:123456789012:workflow/orders',
);
const cluster = 'aws.amazon.com/redshift-cluster-arn';
const workgroup = 'aws.amazon.com/redshift-workgroup-arn';
const table = { 'glue-pipelines.io/redshift-table': 'dev.sales.orders' };
const of = (name: string, account = '123456789012') =>
  `arn:aws:redshift-serverless:eu-west-1:${account}:workgroup/${name}`;
const example = 'workgroup/<name>/<database>.<schema>.<table>';

it.each([
  [
    { [workgroup]: of('orders'), ...table },
    'workgroup/orders/dev.sales.orders',
  ],
  [
    {
      [cluster]: 'arn:aws:redshift:eu-west-1:123456789012:cluster:shared',
      ...table,
    },
    'cluster/shared/dev.sales.orders',
  ],
  [{}, example],
  [{ [workgroup]: of('orders') }, example],
  [{ [workgroup]: 'orders', ...table }, example],
  // An id of AWS's is not the name.
  [
    { [workgroup]: of('6b3c1b9e-0f4e-4d0c-9c1a-2f6d3a6f0a11'), ...table },
    example,
  ],
  // The warehouse is in the workflow's account.
  [{ [workgroup]: of('orders', '210987654321'), ...table }, example],
])('of %j: %s', (annotations, value) => {
  expect(suggestedWarehouseTable(annotations, workflow)).toBe(value);
});
