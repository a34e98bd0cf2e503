import { Deployments, Resources } from './__testUtils__/Deployments';
import { everything } from './__testUtils__/everything';

jest.setTimeout(120_000);

/** A stack that exports the name of a workflow, and one that imports it. */
const exporting = (workflow: string): Resources => ({
  Workflow: ['AWS::Glue::Workflow', { Name: workflow }],
});
const output = {
  Name: { Value: { Ref: 'Workflow' }, Export: { Name: 'orders:workflow' } },
};
const importing = (value: unknown): Resources => ({
  Start: [
    'AWS::Glue::Trigger',
    {
      Type: 'ON_DEMAND',
      Description: value,
      Actions: [{ JobName: 'load' }],
    },
  ],
});

describe('exports that other stacks import', () => {
  let deployments: Deployments;
  beforeEach(async () => {
    deployments = await Deployments.start();
  });
  afterEach(async () => {
    await deployments.stop();
  });

  const exporter = (workflow: string, outputs: object = output) =>
    deployments.stack(exporting(workflow), { ...outputs });
  const importer = (value: unknown) =>
    deployments.stack(importing(value), {}, 'starts');
  const both = async () => {
    await deployments.deploy(exporter('orders'));
    return deployments.deploy(
      importer({ 'Fn::ImportValue': 'orders:workflow' }),
    );
  };

  it('are not changed, and the stack is changed back', async () => {
    await both();
    const { message, told } = await deployments.deploy(exporter('sales'));
    expect(message).toBe(
      'Stack orders: Export orders:workflow cannot be updated as it is in use by starts. It is "orders" and would become "sales". Deploy those without it first, or export the new one under another name.',
    );
    expect(told).toEqual(['replaced Workflow', 'rolled-back Workflow']);
    const { changes } = await deployments.deploy(exporter('orders'));
    expect(changes).toEqual([{ unchanged: 1 }]);
  });

  it('are not deleted, with their stack or without it', async () => {
    await both();
    const reason =
      'Export orders:workflow cannot be deleted as it is in use by starts.';
    const { message } = await deployments.deploy(exporter('orders', {}));
    expect(message).toContain(reason);
    const destroyed = await deployments.destroy(exporter('orders'));
    expect(destroyed.message).toContain(reason);
    expect(destroyed.told).toEqual([]);
  });

  it('may go when nobody imports them any more', async () => {
    await both();
    await deployments.deploy(importer('nothing'));
    const { told } = await deployments.deploy(exporter('sales'));
    expect(told).toEqual(['replaced Workflow', 'deleted Workflow']);
    await both();
    await deployments.destroy(importer('any'));
    const { message } = await deployments.destroy(exporter('orders'));
    expect(message).toBe('no failure');
  });

  it('change where what they are of was gone and is made again', async () => {
    const secret: Resources = { Login: everything.Login };
    const folder = deployments.stack(secret, {
      Arn: { Value: { Ref: 'Login' }, Export: { Name: 'orders:login' } },
    });
    const { ids } = await deployments.deploy(folder);
    const reader = importer({ 'Fn::ImportValue': 'orders:login' });
    await deployments.deploy(reader);
    await deployments.invoke('secretsmanager', 'DeleteSecret', {
      SecretId: ids.Login,
      ForceDeleteWithoutRecovery: true,
    });
    const { told } = await deployments.deploy(folder);
    expect(told).toEqual(['made-again Login']);
    expect((await deployments.deploy(reader)).told).toEqual(['updated Start']);
  });
});
