/** A pipeline with one source and nothing that has a default. */
export const smallest = {
  apiVersion: 'glue-pipelines.io/v2',
  name: 'orders',
  description: 'Orders as they are',
  owner: 'group:default/sales',
  sources: [
    {
      name: 'orders',
      uri: 's3://shop/orders/',
      format: 'json',
      columns: [
        { name: 'order_id', type: 'bigint' },
        { name: 'customer_id', key: 'customerId', type: 'bigint' },
        { name: 'day', type: 'date' },
        { name: 'state', type: 'string' },
        { name: 'total', type: 'decimal', precision: 12, scale: 2 },
      ],
    },
  ],
  warehouse: { table: 'orders' },
};
