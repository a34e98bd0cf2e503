import { Deployments, Resources } from './__testUtils__/Deployments';

jest.setTimeout(120_000);

const bucket = (policy: string): Resources => ({
  Data: ['AWS::S3::Bucket', {}, { DeletionPolicy: policy }],
});
const login: Resources = {
  Login: [
    'AWS::SecretsManager::Secret',
    { GenerateSecretString: { ExcludePunctuation: true } },
  ],
};
const workflow: Resources = {
  Workflow: ['AWS::Glue::Workflow', { Name: 'orders' }],
};

describe('destroying a stack', () => {
  let deployments: Deployments;
  beforeEach(async () => {
    deployments = await Deployments.start();
  });
  afterEach(async () => {
    await deployments.stop();
  });

  it('can be done twice, and of what was never deployed', async () => {
    const folder = deployments.stack({ ...workflow, ...bucket('Delete') });
    expect((await deployments.destroy(folder)).changes).toEqual([{}]);
    await deployments.deploy(folder);
    const { told } = await deployments.destroy(folder);
    expect(told).toEqual(['deleted Data', 'deleted Workflow']);
    const again = await deployments.destroy(folder);
    expect(again.message).toBe('no failure');
    expect(again.changes).toEqual([{}]);
    expect((await deployments.deploy(folder)).changes).toEqual([
      { created: 2 },
    ]);
  });

  it('deletes what is left after somebody has deleted some of it', async () => {
    const folder = deployments.stack({ ...workflow, ...bucket('Delete') });
    const { ids } = await deployments.deploy(folder);
    await deployments.server.context.buckets.remove(ids.Data);
    const { message } = await deployments.destroy(folder);
    expect(message).toBe('no failure');
    await expect(
      deployments.invoke('glue', 'GetWorkflow', { Name: 'orders' }),
    ).rejects.toMatchObject({ code: 'EntityNotFoundException' });
  });

  it.each(['Retain', 'RetainExceptOnCreate'])(
    'keeps what the policy %s keeps; the next deployment makes another',
    async policy => {
      const folder = deployments.stack(bucket(policy));
      const first = await deployments.deploy(folder);
      const { buckets } = deployments.server.context;
      await buckets.put(first.ids.Data, 'orders.csv', 'id');

      const { told } = await deployments.destroy(folder);
      expect(told).toEqual(['retained Data']);
      expect((await deployments.destroy(folder)).told).toEqual([]);
      const second = await deployments.deploy(folder);
      expect(second.told).toEqual(['created Data']);
      expect(second.ids.Data).not.toBe(first.ids.Data);
      expect(await buckets.has(first.ids.Data, 'orders.csv')).toBe(true);
    },
  );

  it('keeps what a later template no longer has, if it says so', async () => {
    await deployments.deploy(
      deployments.stack({ ...workflow, ...bucket('Retain') }),
    );
    const { told } = await deployments.deploy(deployments.stack(workflow));
    expect(told).toEqual(['retained Data']);
  });

  it('refuses a bucket with objects, and goes on when it is empty', async () => {
    const folder = deployments.stack({ ...workflow, ...bucket('Delete') });
    const { ids } = await deployments.deploy(folder);
    const { buckets } = deployments.server.context;
    await buckets.put(ids.Data, 'orders.csv', 'id');
    const { message } = await deployments.destroy(folder);
    expect(message).toContain(`The bucket "${ids.Data}" is not empty`);
    await buckets.delete(ids.Data, 'orders.csv');
    const { told } = await deployments.destroy(folder);
    expect(told).toEqual(['deleted Data', 'deleted Workflow']);
  });

  it('goes the other way after a replacement that was changed back, too', async () => {
    const warehouse = (namespace: string): Resources => ({
      Namespace: [
        'AWS::RedshiftServerless::Namespace',
        { NamespaceName: namespace },
      ],
      Workgroup: [
        'AWS::RedshiftServerless::Workgroup',
        { WorkgroupName: 'orders', NamespaceName: { Ref: 'Namespace' } },
      ],
    });
    const folder = deployments.stack(warehouse('orders'));
    await deployments.deploy(folder);
    // The workgroup keeps its name, so it cannot follow.
    await deployments.deploy(deployments.stack(warehouse('sales')));
    const { told, message } = await deployments.destroy(folder);
    expect(message).toBe('no failure');
    expect(told).toEqual(['deleted Workgroup', 'deleted Namespace']);
  });

  it('deletes what reads a secret that is gone', async () => {
    const folder = deployments.stack({
      ...login,
      Namespace: [
        'AWS::RedshiftServerless::Namespace',
        {
          NamespaceName: 'orders',
          AdminUsername: 'admin',
          AdminUserPassword: {
            'Fn::Sub': '{{resolve:secretsmanager:${Login}}}',
          },
        },
      ],
    });
    const { ids } = await deployments.deploy(folder);
    await deployments.invoke('secretsmanager', 'DeleteSecret', {
      SecretId: ids.Login,
      ForceDeleteWithoutRecovery: true,
    });
    const { message } = await deployments.destroy(folder);
    expect(message).toBe('no failure');
    await expect(
      deployments.invoke('redshift-serverless', 'GetNamespace', {
        namespaceName: 'orders',
      }),
    ).rejects.toMatchObject({ code: 'ResourceNotFoundException' });
  });
});
