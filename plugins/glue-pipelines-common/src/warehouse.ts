import { parseArnParts, shortened } from './arn';

/**
 * The tag of a Glue workflow that names the table of Redshift that it loads,
 * e.g. `workgroup/covid-hiring/dev.public.covid_hiring` or
 * `cluster/shared/dev.sales.orders`; the warehouse is in the workflow's account
 * and region. Only who may change the workflow can set it, so that nobody reads
 * a table by writing its name into an annotation.
 *
 * @public
 */
export const WORKFLOW_WAREHOUSE_TABLE_TAG = 'glue-pipelines.io/warehouse-table';

/**
 * A cluster, or a workgroup of Redshift Serverless.
 *
 * @public
 */
export type WarehouseKind = 'workgroup' | 'cluster';

/**
 * A table of a warehouse.
 *
 * @public
 */
export interface WarehouseTableRef {
  kind: WarehouseKind;
  /** Of the cluster or the workgroup. */
  warehouse: string;
  database: string;
  schema: string;
  table: string;
}

/**
 * A text that names no warehouse or no table; the message names the part that is wrong.
 *
 * @public
 */
export class InvalidWarehouseError extends Error {
  constructor(text: string, what: string, problem: string, expected: string) {
    super(
      `'${shortened(text)}' is not ${what}: ${problem}. Expected ${expected}`,
    );
    this.name = 'InvalidWarehouseError';
  }
}

/** What names may be ("Naming constraints in Amazon Redshift", Management Guide). */
const NAMES: Record<WarehouseKind, { pattern: RegExp; rule: string }> = {
  workgroup: {
    pattern: /^[a-z0-9-]{3,64}$/,
    rule: '3 to 64 lower case letters, digits and hyphens',
  },
  cluster: {
    pattern: /^[a-z](-?[a-z0-9]){0,62}$/,
    rule: '1 to 63 lower case letters, digits and single hyphens, beginning with a letter',
  },
};

/**
 * Names in a database, as far as a tag can hold them: at most 127 bytes ("Names
 * and identifiers", Redshift Database Developer Guide).
 */
const IDENTIFIER = /^[A-Za-z0-9_][A-Za-z0-9_-]{0,126}$/;

/**
 * Parses the value of `glue-pipelines.io/warehouse-table`.
 * @throws InvalidWarehouseError naming the wrong part
 *
 * @public
 */
export function parseWarehouseTable(text: string): WarehouseTableRef {
  const invalid = (problem: string) =>
    new InvalidWarehouseError(
      text,
      'a table of a warehouse',
      problem,
      'workgroup/<name>/<database>.<schema>.<table> or cluster/<name>/<database>.<schema>.<table>',
    );
  const [kind, warehouse, names, ...rest] = text.trim().split('/');
  if (kind !== 'workgroup' && kind !== 'cluster') {
    throw invalid(`it must begin with 'workgroup/' or 'cluster/'`);
  }
  if (names === undefined || rest.length > 0) {
    throw invalid(`it must have two '/'`);
  }
  checkName(kind, warehouse, invalid);
  return { kind, warehouse, ...parseNames(names, invalid) };
}

/**
 * The value of `glue-pipelines.io/warehouse-table` for a table.
 *
 * @public
 */
export function warehouseTableTag({
  kind,
  warehouse,
  ...names
}: WarehouseTableRef): string {
  return `${kind}/${warehouse}/${qualifiedName(names)}`;
}

/**
 * `database.schema.table`
 *
 * @public
 */
export function qualifiedName({
  database,
  schema,
  table,
}: Pick<WarehouseTableRef, 'database' | 'schema' | 'table'>): string {
  return `${database}.${schema}.${table}`;
}

/**
 * Parses the value of the annotation `glue-pipelines.io/redshift-table`.
 * @throws InvalidWarehouseError naming the wrong part
 *
 * @public
 */
export function parseRedshiftTable(text: string) {
  return parseNames(
    text.trim(),
    problem =>
      new InvalidWarehouseError(
        text,
        'a table of Redshift',
        problem,
        '<database>.<schema>.<table>',
      ),
  );
}

/**
 * The parts of the ARN of a cluster or a workgroup.
 *
 * @public
 */
export interface RedshiftArn {
  kind: WarehouseKind;
  partition: string;
  region: string;
  accountId: string;
  /** Absent where the ARN has the id that AWS gave to a workgroup instead. */
  name?: string;
}

const WORKGROUP_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Parses the value of `aws.amazon.com/redshift-cluster-arn` or
 * `aws.amazon.com/redshift-workgroup-arn`. AWS ends the ARN of a workgroup in
 * an id; generated entities have the workgroup's name there, since nobody knows
 * the id before the first deployment.
 * @throws InvalidWarehouseError naming the wrong part
 *
 * @public
 */
export function parseRedshiftArn(
  text: string,
  kind: WarehouseKind,
): RedshiftArn {
  const isCluster = kind === 'cluster';
  const service = isCluster ? 'redshift' : 'redshift-serverless';
  const prefix = isCluster ? 'cluster:' : 'workgroup/';
  const invalid = (problem: string) =>
    new InvalidWarehouseError(
      text,
      `the ARN of a Redshift ${kind}`,
      problem,
      `arn:aws:${service}:<region>:<account>:${prefix}<name>`,
    );
  const { resource, ...parts } = parseArnParts(text.trim(), service, invalid);
  if (!resource.startsWith(prefix)) {
    throw invalid(`'${shortened(resource)}' does not begin with '${prefix}'`);
  }
  const name = resource.slice(prefix.length);
  if (!isCluster && WORKGROUP_ID.test(name)) {
    return { kind, ...parts };
  }
  checkName(kind, name, invalid);
  return { kind, ...parts, name };
}

function checkName(
  kind: WarehouseKind,
  name: string,
  invalid: (problem: string) => Error,
) {
  const { pattern, rule } = NAMES[kind];
  if (!pattern.test(name)) {
    throw invalid(`the name of the ${kind} must be ${rule}`);
  }
}

function parseNames(text: string, invalid: (problem: string) => Error) {
  const parts = text.split('.');
  if (parts.length !== 3) {
    throw invalid(
      `database, schema and table must be separated by two '.', and have none themselves`,
    );
  }
  const [database, schema, table] = parts;
  for (const [what, name] of Object.entries({ database, schema, table })) {
    if (!IDENTIFIER.test(name)) {
      throw invalid(
        `the name of the ${what} must be 1 to 127 letters, digits, '_' and '-', not '${shortened(name)}'`,
      );
    }
  }
  return { database, schema, table };
}
