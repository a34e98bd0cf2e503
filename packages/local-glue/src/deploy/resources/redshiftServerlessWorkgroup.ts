import { isFound } from '../existence';
import {
  dotted,
  lowerCamelCase,
  typed,
  upperCamelCase,
  without,
} from './properties';
import { ResourceHandler, ResourceState } from './ResourceHandler';

/** Properties that the API has under other operations and this machine has no use for. */
const besides = [
  'RecoveryPointId',
  'SnapshotArn',
  'SnapshotName',
  'SnapshotOwnerAccount',
  'Workgroup',
];

/** AWS::RedshiftServerless::Workgroup. Ref is the workgroup's name. */
export const redshiftServerlessWorkgroup: ResourceHandler = {
  type: 'AWS::RedshiftServerless::Workgroup',
  noun: 'A Redshift Serverless workgroup',
  async create({ name, properties, context }) {
    const { workgroup } = await context.invoke(
      'redshift-serverless',
      'CreateWorkgroup',
      input(properties, name),
    );
    return state(workgroup);
  },
  async update({ name, properties, context }) {
    const { workgroup } = await context.invoke(
      'redshift-serverless',
      'UpdateWorkgroup',
      input(without(properties, 'NamespaceName', 'Tags'), name),
    );
    return state(workgroup);
  },
  async delete({ name, context }) {
    await context.invoke('redshift-serverless', 'DeleteWorkgroup', {
      workgroupName: name,
    });
  },
  isThere: ({ name, context }) =>
    isFound(
      context.invoke('redshift-serverless', 'GetWorkgroup', {
        workgroupName: name,
      }),
    ),
};

function input(
  properties: Record<string, unknown>,
  name: string,
): Record<string, unknown> {
  const members = typed(without(properties, ...besides), {
    numbers: ['BaseCapacity', 'MaxCapacity', 'Port'],
    booleans: ['EnhancedVpcRouting', 'PubliclyAccessible'],
  });
  return { ...(lowerCamelCase(members) as object), workgroupName: name };
}

function state(workgroup: { workgroupName: string }): ResourceState {
  return {
    physicalId: workgroup.workgroupName,
    attributes: dotted({ Workgroup: upperCamelCase(workgroup) }),
  };
}
