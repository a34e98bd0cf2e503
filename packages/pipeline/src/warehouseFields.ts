import { z } from 'zod';
import { capacityField } from './capacityField';
import {
  ROLE_ARN_PATTERN,
  roleArnRules,
  SECRET_ARN_PATTERN,
  secretArnRules,
  WORKGROUP_ARN_PATTERN,
  workgroupArnRules,
} from './arnRules';
import { columnField } from './fieldKinds';
import { loadField } from './loadField';
import {
  CLUSTER_PATTERN,
  clusterRules,
  DATABASE_PATTERN,
  databaseRules,
  granteeRules,
  SCHEMA_PATTERN,
  schemaRules,
  SECURITY_GROUP_PATTERN,
  securityGroupRules,
  SUBNET_PATTERN,
  subnetRules,
  TABLE_PATTERN,
  tableRules,
  WAREHOUSE_NAME_PATTERN,
  warehouseNameRules,
  WORKGROUP_PATTERN,
  workgroupRules,
} from './nameRules';
import { text } from './text';

/**
 * A network that there is. Three subnets in three Availability Zones: Amazon
 * Redshift Management Guide, "Considerations when using Amazon Redshift
 * Serverless".
 */
export const networkField = z
  .strictObject({
    subnets: z
      .array(
        text('The id of a subnet.', subnetRules, { pattern: SUBNET_PATTERN }),
      )
      .min(
        3,
        'needs three subnets in three Availability Zones, as Redshift Serverless does',
      )
      .max(16, 'has more than 16 subnets: name those of the warehouse')
      .describe('Ids of at least three subnets in three Availability Zones.'),
    securityGroups: z
      .array(
        text('The id of a security group.', securityGroupRules, {
          pattern: SECURITY_GROUP_PATTERN,
        }),
      )
      .min(1, 'needs a security group: add one that lets nothing in')
      .max(
        5,
        'has more than 5 security groups, the most that an interface takes',
      )
      .describe(
        'Ids of security groups. Nothing needs to come in; S3 must be reached on port 443.',
      ),
  })
  .describe(
    'A network that there is, with a route to S3, instead of a new one.',
  );

const existing = z
  .strictObject({
    workgroup: text(
      'The name of the workgroup of Redshift Serverless.',
      workgroupRules,
      {
        pattern: WORKGROUP_PATTERN,
      },
    ).optional(),
    workgroupArn: text(
      'The ARN of the workgroup, which ends in an id. Needed with a workgroup.',
      workgroupArnRules,
      { pattern: WORKGROUP_ARN_PATTERN },
    ).optional(),
    cluster: text('The name of the provisioned cluster.', clusterRules, {
      pattern: CLUSTER_PATTERN,
    }).optional(),
    copyRole: text(
      'The ARN of a role that Redshift assumes to read S3, one of those that the warehouse has.',
      roleArnRules,
      { pattern: ROLE_ARN_PATTERN },
    ),
    adminSecret: text(
      'The ARN of the secret of a database administrator, who makes the user of the load.',
      secretArnRules,
      { pattern: SECRET_ARN_PATTERN },
    ),
  })
  .describe(
    'A workgroup or a cluster that there is, whoever made it. The database must exist in a cluster.',
  );

/** Where the result is loaded: into which warehouse, and into which table of it. */
export const warehouseField = z
  .strictObject({
    shared: text(
      'The shared warehouse by its name, made from the template glue-redshift-warehouse in the same account and region.',
      warehouseNameRules,
      { pattern: WAREHOUSE_NAME_PATTERN },
    ).optional(),
    existing: existing.optional(),
    network: networkField.optional(),
    capacity: capacityField
      .optional()
      .describe(
        "How large a workgroup of the pipeline's own is: 8 to 32 units unless it says so.",
      ),
    database: text('The Redshift database.', databaseRules, {
      pattern: DATABASE_PATTERN,
    }).default('dev'),
    schema: text('The Redshift schema.', schemaRules, {
      pattern: SCHEMA_PATTERN,
    }).default('public'),
    table: text('The Redshift table that a run loads.', tableRules, {
      pattern: TABLE_PATTERN,
    }),
    evolution: z
      .enum(['fail', 'add-columns', 'replace'])
      .default('fail')
      .describe(
        'What a run does whose result has other columns than the table: it fails, adds the new ones and leaves those that are gone empty, or makes the table anew.',
      ),
    load: loadField,
    distribution: z
      .strictObject({
        style: z
          .enum(['auto', 'even', 'all', 'key'])
          .describe(
            'How rows are spread over nodes: as Redshift finds best, evenly, all of them on each node, or by the value of a column.',
          ),
        column: columnField(
          'The column of the result whose equal values lie together. For the style key.',
        ).optional(),
      })
      .optional()
      .describe(
        'Where the rows of the table lie. Takes effect when the table is made.',
      ),
    sortBy: z
      .array(columnField('A column.'))
      .min(1, 'is empty: name a column, or remove it')
      .max(8, 'has more than 8 columns: the first ones matter')
      .optional()
      .describe(
        'Columns of the result by which the table is sorted. Takes effect when the table is made.',
      ),
    grants: z
      .array(
        z
          .strictObject({
            to: z
              .enum(['role', 'user', 'group'])
              .describe('What the name is of.'),
            name: text('A name of the database.', granteeRules, {
              minLength: 1,
              maxLength: 127,
            }),
          })
          .describe('One who may read the table.'),
      )
      .max(32, 'has more than 32 entries: grant to a role instead')
      .min(1, 'is empty: name somebody, or remove it')
      .optional()
      .describe(
        'Who may read the table. A run gives these rights, and takes none away.',
      ),
  })
  .describe(
    'Where the result is loaded. With neither shared nor existing the pipeline gets a workgroup of its own.',
  );
