import type { JsonObject } from '@backstage/types';

const column = (name: string, type = 'string') => ({ name, type });

const BASICS = {
  name: 'daily-orders',
  description: 'Orders of the shop',
  owner: 'group:default/data-engineering',
  tags: ['shop'],
};

const ORDERS = {
  name: 'orders',
  uri: 's3://shop/orders/',
  format: 'csv',
  csv: { header: true, delimiter: ',', nullWords: ['n/a'] },
  columns: [
    column('country'),
    column('status'),
    column('day', 'date'),
    column('amount', 'bigint'),
  ],
};

const CUSTOMERS = {
  name: 'customers',
  uri: 's3://shop/customers.json',
  format: 'json',
  json: { path: '$.rows[*]' },
  columns: [column('code'), column('label')],
};

/** Forms that fill in every text of the language which a form asks for, each of them right. */
export const FORMS: JsonObject[] = [
  {
    ...BASICS,
    sources: [ORDERS, CUSTOMERS],
    transform: [
      {
        kind: 'join',
        source: 'customers',
        keys: [{ left: 'country', right: 'code' }],
      },
      { kind: 'filter', condition: "status = 'paid'" },
      {
        kind: 'derive',
        columns: [{ as: 'twice', expression: 'amount * 2' }],
      },
      { kind: 'fill', columns: [{ column: 'label', value: 'none' }] },
      { kind: 'rename', columns: [{ column: 'label', as: 'customer' }] },
      { kind: 'dropIncomplete', columns: ['customer'] },
      {
        kind: 'deduplicate',
        columns: ['country'],
        orderBy: [{ column: 'amount' }],
      },
      {
        kind: 'aggregate',
        groupBy: [
          { column: 'country' },
          { expression: "date_format(day, 'yyyy-MM')", as: 'month' },
        ],
        measures: [{ function: 'sum', column: 'amount', as: 'total' }],
      },
    ],
    quality: [{ kind: 'completeness', column: 'country' }],
    output: { partitionBy: ['month'] },
    warehouse: {
      table: 'orders',
      schema: 'public',
      database: 'dev',
      load: { mode: 'merge', keys: ['country'] },
    },
    start: { cron: 'cron(0 6 * * ? *)' },
  },
  {
    ...BASICS,
    sources: [ORDERS],
    transform: [{ kind: 'select', columns: ['country', 'amount'] }],
    warehouse: { table: 'orders', shared: 'analytics' },
    start: { after: 'hourly-orders' },
  },
  {
    ...BASICS,
    sources: [ORDERS],
    warehouse: { table: 'orders', load: { mode: 'append' } },
    start: { onNewFiles: { sources: ['orders'] } },
  },
];

export type TextPath = readonly (string | number)[];

/** The places of all texts of a value. */
export function textsOf(value: unknown, path: TextPath = []): TextPath[] {
  if (typeof value === 'string') {
    return [path];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) =>
        textsOf(member, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : [];
}

/** A form in which the text at a place is another one. */
export function withText(
  form: JsonObject,
  path: TextPath,
  change: (text: string) => string,
): JsonObject {
  const changed = structuredClone(form);
  const last = path.at(-1)!;
  const holder = path
    .slice(0, -1)
    .reduce<any>((value, key) => value[key], changed);
  holder[last] = change(holder[last]);
  return changed;
}
