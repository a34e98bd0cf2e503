import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
  catalogLocationDeletePermission,
} from '@backstage/plugin-catalog-common/alpha';
import { Permission } from '@backstage/plugin-permission-common';
import {
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateManagementPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  gluePipelinesCollectorReadPermission,
  gluePipelinesLogsReadPermission,
  gluePipelinesRunReadPermission,
  gluePipelinesRunStartPermission,
  gluePipelinesSourceReadPermission,
  gluePipelinesWarehouseReadPermission,
  gluePipelinesWorkflowReadPermission,
} from '@glue-pipelines/backstage-plugin-common';
import { OwnersActPolicy } from './OwnersActPolicy';

const policy = new OwnersActPolicy(new Set(['group:default/platform']));

function as(userEntityRef: string, group: string) {
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: { userEntityRef, ownershipEntityRefs: [userEntityRef, group] },
  };
}

const ada = as('user:default/ada', 'group:default/sales');
const pat = as('user:default/pat', 'group:default/platform');

async function decide(permission: Permission, user?: typeof ada) {
  const decision = await policy.handle({ permission }, user);
  return 'conditions' in decision
    ? decision.conditions
    : { result: decision.result };
}

const allow = { result: 'ALLOW' };
const deny = { result: 'DENY' };
const ifOwner = expect.objectContaining({
  rule: 'IS_ENTITY_OWNER',
  params: { claims: ['user:default/ada', 'group:default/sales'] },
});
const ifCreator = expect.objectContaining({
  rule: 'IS_TASK_OWNER',
  params: { createdBy: ['user:default/ada'] },
});

describe('the policy: owners act, everyone reads, a platform team everything', () => {
  const cases: [Permission, unknown][] = [
    [gluePipelinesWorkflowReadPermission, allow],
    [gluePipelinesRunReadPermission, allow],
    [gluePipelinesLogsReadPermission, allow],
    [gluePipelinesRunStartPermission, ifOwner],
    [gluePipelinesWarehouseReadPermission, ifOwner],
    [gluePipelinesCollectorReadPermission, deny],
    [gluePipelinesSourceReadPermission, allow],
    [catalogEntityReadPermission, allow],
    [catalogEntityRefreshPermission, ifOwner],
    [catalogEntityDeletePermission, ifOwner],
    [catalogLocationCreatePermission, allow],
    [catalogLocationDeletePermission, deny],
    [taskCreatePermission, allow],
    [taskReadPermission, ifCreator],
    [taskCancelPermission, ifCreator],
    [templateManagementPermission, deny],
  ];

  it.each(
    cases.map(
      ([permission, expected]) =>
        [permission.name, permission, expected] as const,
    ),
  )('%s', async (_, permission, expected) => {
    expect(await decide(permission, ada)).toEqual(expected);
    expect(await decide(permission, pat)).toEqual(allow);
    expect(await decide(permission)).toEqual(deny);
  });
});
