import { isRedshiftReservedWord } from './redshiftReservedWords';
import type { Rule } from './rule';
import { noTemplateSyntax, oneLine } from './oneLine';

/** @public */
export const PIPELINE_NAME_PATTERN = '^[a-z](?!.*--)[a-z0-9-]{1,38}[a-z0-9]$';
/** @public */
export const SOURCE_NAME_PATTERN = '^[a-z][a-z0-9_]{0,40}$';
/**
 * No blank at either end. What else a name may not have only the rules say.
 *
 * @public
 */
export const COLUMN_PATTERN = '^\\S(.*\\S)?$';
/** @public */
export const RESULT_COLUMN_PATTERN = '^[a-z_][a-z0-9_]{0,126}$';
/** @public */
export const FUNCTION_PATTERN = '^[a-z][a-z0-9_]{0,62}$';
/** @public */
export const TABLE_PATTERN = '^[a-z_][a-z0-9_]{0,126}$';
/** @public */
export const SCHEMA_PATTERN = '^[a-z_][a-z0-9_]{0,126}$';
/** @public */
export const DATABASE_PATTERN = '^[a-z][a-z0-9_]{0,63}$';
/**
 * What Athena and IAM take of what the Data Catalog does.
 *
 * @public
 */
export const CATALOG_NAME_PATTERN = '^[a-z0-9_][a-z0-9_-]{0,254}$';
/** @public */
export const WAREHOUSE_NAME_PATTERN = PIPELINE_NAME_PATTERN;
/** @public */
export const WORKGROUP_PATTERN = '^[a-z0-9-]{3,64}$';
/** @public */
export const CLUSTER_PATTERN = '^[a-z](-?[a-z0-9]){0,62}$';
/** @public */
export const SUBNET_PATTERN = '^subnet-[0-9a-f]{8,17}$';
/** @public */
export const SECURITY_GROUP_PATTERN = '^sg-[0-9a-f]{8,17}$';
/** @public */
export const TAG_PATTERN = '^[a-z0-9+#:]+(-[a-z0-9+#:]+)*$';
/** @public */
export const OWNER_PATTERN =
  '^((group|user):)?([a-z0-9]+(-[a-z0-9]+)*/)?[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$';

const quoted = (value: string) => JSON.stringify(value);

const matching =
  (pattern: string, remedy: string): Rule =>
  value =>
    new RegExp(pattern, 'u').test(value)
      ? undefined
      : `${quoted(value)} is not valid: ${remedy}`;

const notReserved: Rule = value =>
  isRedshiftReservedWord(value)
    ? `${quoted(
        value,
      )} is a reserved word of Redshift: choose another name, for example ${quoted(
        `${value}_data`,
      )}`
    : undefined;

/**
 * The name begins the names of the S3 bucket, the Redshift Serverless
 * namespace and workgroup, the Glue workflow and the CloudFormation stacks.
 *
 * Sources: Amazon S3 User Guide, "General purpose bucket naming rules"
 * (prefixes that are taken); Amazon Redshift Serverless API Reference,
 * CreateNamespace (no reserved words, at most 64 characters).
 *
 * @public
 */
export const pipelineNameRules: Rule[] = [
  matching(
    PIPELINE_NAME_PATTERN,
    'use 3 to 40 lower-case letters, digits and single hyphens, beginning with a letter and ending with a letter or digit, for example "covid-hiring"',
  ),
  value =>
    /^(sthree-|amzn-s3-demo-)/.test(value)
      ? `${quoted(
          value,
        )} begins like the names that S3 keeps for itself: choose a name that does not begin with "sthree-" or "amzn-s3-demo-"`
      : undefined,
  value =>
    isRedshiftReservedWord(value)
      ? `${quoted(
          value,
        )} is a reserved word of Redshift: choose another name, for example ${quoted(
          `${value}-data`,
        )}`
      : undefined,
];

/** @public */
export const sourceNameRules: Rule[] = [
  matching(
    SOURCE_NAME_PATTERN,
    'use 1 to 41 lower-case letters, digits and underscores, beginning with a letter, for example "covid_cases"',
  ),
];

/**
 * Columns are named as the Data Catalog names them, whatever characters they have.
 *
 * @public
 */
export const columnRules: Rule[] = [
  oneLine,
  noTemplateSyntax,
  value =>
    value.trim() === '' || value !== value.trim()
      ? `${quoted(
          value,
        )} begins or ends with a space, or is empty: write the name as the catalog has it`
      : undefined,
  value =>
    value.toLowerCase() === value
      ? undefined
      : `${quoted(
          value,
        )} is not how the catalog names it: use ${quoted(value.toLowerCase())}`,
  value =>
    value.length > 255
      ? `has ${value.length} characters: the catalog takes at most 255`
      : undefined,
];

/** @public */
export const resultColumnRules: Rule[] = [
  matching(
    RESULT_COLUMN_PATTERN,
    'use at most 127 lower-case letters, digits and underscores, not beginning with a digit, for example "average_delay"',
  ),
  notReserved,
];

// The Python Language Reference, "Keywords", those in lower case.
const PYTHON_KEYWORDS = new Set(
  `and as assert async await break class continue def del elif else except
  finally for from global if import in is lambda nonlocal not or pass raise
  return try while with yield`.split(/\s+/),
);

/**
 * A function of Python, and the file and the module that hold it.
 *
 * @public
 */
export const functionRules: Rule[] = [
  matching(
    FUNCTION_PATTERN,
    'use at most 63 lower-case letters, digits and underscores, beginning with a letter, for example "clean_orders"',
  ),
  value =>
    PYTHON_KEYWORDS.has(value)
      ? `${quoted(value)} is a keyword of Python: choose another name, for example ${quoted(`${value}_rows`)}`
      : undefined,
];

/** @public */
export const tableRules: Rule[] = [
  matching(
    TABLE_PATTERN,
    'use at most 127 lower-case letters, digits and underscores, not beginning with a digit, for example "covid_hiring_table"',
  ),
  notReserved,
];

/** @public */
export const schemaRules: Rule[] = [
  matching(
    SCHEMA_PATTERN,
    'use at most 127 lower-case letters, digits and underscores, not beginning with a digit, for example "public"',
  ),
  value =>
    /^(pg_|information_schema$|catalog_history$)/.test(value)
      ? `${quoted(
          value,
        )} belongs to Redshift itself: choose a schema of your own, or "public"`
      : undefined,
  notReserved,
];

/** @public */
export const databaseRules: Rule[] = [
  matching(
    DATABASE_PATTERN,
    'use at most 64 lower-case letters, digits and underscores, beginning with a letter, for example "dev"',
  ),
  value =>
    /^(template0|template1|padb_harvest|awsdatacatalog)$/.test(value)
      ? `${quoted(
          value,
        )} belongs to Redshift itself: choose another database, or "dev"`
      : undefined,
  notReserved,
];

/**
 * Roles may be of an identity provider, `provider:name`, and users of IAM, `IAMR:name`.
 *
 * @public
 */
export const granteeRules: Rule[] = [
  oneLine,
  noTemplateSyntax,
  value =>
    value.trim() === '' || value !== value.trim()
      ? `${quoted(
          value,
        )} begins or ends with a space, or is empty: write the name as the database has it`
      : undefined,
  value =>
    value.length > 127
      ? `has ${value.length} characters: names of Redshift have at most 127`
      : undefined,
];

/**
 * The name of a shared warehouse is that of its namespace and of its workgroup.
 *
 * @public
 */
export const warehouseNameRules: Rule[] = [
  matching(
    WAREHOUSE_NAME_PATTERN,
    'use 3 to 40 lower-case letters, digits and single hyphens, beginning with a letter and ending with a letter or digit, for example "analytics"',
  ),
  notReserved,
];

// Amazon Redshift Management Guide, "Naming constraints in Amazon Redshift".
/** @public */
export const workgroupRules: Rule[] = [
  matching(
    WORKGROUP_PATTERN,
    'use the name of the workgroup, 3 to 64 lower-case letters, digits and hyphens',
  ),
];

/** @public */
export const clusterRules: Rule[] = [
  matching(
    CLUSTER_PATTERN,
    'use the name of the cluster, 1 to 63 lower-case letters, digits and single hyphens, beginning with a letter',
  ),
];

/** @public */
export const subnetRules: Rule[] = [
  matching(
    SUBNET_PATTERN,
    'use the id of a subnet, for example "subnet-0a1b2c3d4e5f60718"',
  ),
];

/** @public */
export const securityGroupRules: Rule[] = [
  matching(
    SECURITY_GROUP_PATTERN,
    'use the id of a security group, for example "sg-0a1b2c3d4e5f60718"',
  ),
];

/** @public */
export const tagRules: Rule[] = [
  matching(
    TAG_PATTERN,
    'use lower-case letters, digits and "+", "#", ":", in words joined by single hyphens, for example "data-platform"',
  ),
  value =>
    value.length > 63
      ? `${quoted(value)} has ${value.length} characters: use at most 63`
      : undefined,
];

/** @public */
export const ownerRules: Rule[] = [
  matching(
    OWNER_PATTERN,
    'name a group or a user of the catalog, for example "group:default/data-engineering"',
  ),
  value =>
    value.split(/[:/]/).some(part => part.length > 63)
      ? `${quoted(
          value,
        )} has a part of more than 63 characters: use the reference that the catalog shows`
      : undefined,
];

/**
 * A database or a table of the Glue Data Catalog.
 *
 * @public
 */
export const catalogNameRules: Rule[] = [
  matching(
    CATALOG_NAME_PATTERN,
    'write the name as the Data Catalog has it: lower-case letters, digits, underscores and hyphens',
  ),
];

/** @public */
export const CONNECTION_PATTERN = '^[A-Za-z0-9_][A-Za-z0-9_-]{0,254}$';

/**
 * A connection of AWS Glue.
 *
 * @public
 */
export const connectionRules: Rule[] = [
  matching(
    CONNECTION_PATTERN,
    'write the name as Glue has it: letters, digits, underscores and hyphens',
  ),
];

/** @public */
export const DATABASE_TABLE_PATTERN =
  '^[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*){0,2}$';

/**
 * A table of any database, whose name needs no quotes there.
 *
 * @public
 */
export const databaseTableRules: Rule[] = [
  matching(
    DATABASE_TABLE_PATTERN,
    'write it as schema.table, of letters, digits and underscores; other names go into a query',
  ),
];
