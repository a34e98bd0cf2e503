import {
  CreateNamespaceCommand,
  CreateWorkgroupCommand,
  DeleteNamespaceCommand,
  DeleteWorkgroupCommand,
  GetNamespaceCommand,
  GetWorkgroupCommand,
  ListNamespacesCommand,
  ListWorkgroupsCommand,
  RedshiftServerlessClient,
  UpdateNamespaceCommand,
  UpdateWorkgroupCommand,
} from '@aws-sdk/client-redshift-serverless';
import { TestServices } from '../__testUtils__/TestServices';

describe('Redshift Serverless', () => {
  let server: TestServices;
  let client: RedshiftServerlessClient;
  const namespaceName = 'covid-hiring';
  const workgroupName = 'covid-hiring';

  beforeEach(async () => {
    server = await TestServices.start();
    client = new RedshiftServerlessClient(server.clientConfig);
  });

  afterEach(async () => {
    client.destroy();
    await server.remove();
  });

  const warehouse = () =>
    server.warehouses.of({
      kind: 'namespace',
      name: namespaceName,
      firstDatabase: 'reports',
    });
  const CreateNamespace = (dbName?: string) =>
    client.send(
      new CreateNamespaceCommand({
        namespaceName,
        dbName,
        adminUsername: 'admin',
        adminUserPassword: 'Secret123',
        iamRoles: ['arn:aws:iam::000000000000:role/copy'],
      }),
    );
  const CreateWorkgroup = (members: object = {}) =>
    client.send(
      new CreateWorkgroupCommand({
        workgroupName,
        namespaceName,
        baseCapacity: 8,
        ...members,
      }),
    );

  it('makes a namespace with its database, and a workgroup with its endpoint', async () => {
    await CreateNamespace('reports');
    const { namespace } = await client.send(
      new GetNamespaceCommand({ namespaceName }),
    );
    expect(namespace).toMatchObject({
      namespaceName,
      dbName: 'reports',
      adminUsername: 'admin',
      status: 'AVAILABLE',
    });
    expect(namespace?.creationDate).toBeInstanceOf(Date);
    expect(JSON.stringify(namespace)).not.toContain('Secret123');
    expect((await warehouse()).databases()).toEqual(['dev', 'reports']);
    expect(server.warehouses.own.databases()).toEqual(['dev']);

    await CreateWorkgroup();
    const { workgroup } = await client.send(
      new GetWorkgroupCommand({ workgroupName }),
    );
    expect(workgroup).toMatchObject({
      workgroupName,
      namespaceName,
      baseCapacity: 8,
      status: 'AVAILABLE',
      endpoint: {
        address:
          'covid-hiring.000000000000.us-east-1.redshift-serverless.amazonaws.com',
        port: 5439,
      },
    });
    const { workgroups } = await client.send(new ListWorkgroupsCommand({}));
    expect(workgroups).toHaveLength(1);
    const { namespaces } = await client.send(new ListNamespacesCommand({}));
    expect(namespaces).toHaveLength(1);
  });

  it('changes what is given and keeps the rest', async () => {
    await CreateNamespace();
    await CreateWorkgroup({ maxCapacity: 64 });
    const { namespace } = await client.send(
      new UpdateNamespaceCommand({ namespaceName, logExports: ['userlog'] }),
    );
    expect(namespace).toMatchObject({
      logExports: ['userlog'],
      iamRoles: ['arn:aws:iam::000000000000:role/copy'],
    });
    const { workgroup } = await client.send(
      new UpdateWorkgroupCommand({ workgroupName, port: 5440 }),
    );
    expect(workgroup).toMatchObject({
      maxCapacity: 64,
      endpoint: { port: 5440 },
    });
  });

  it('deletes a namespace only without a workgroup', async () => {
    await CreateNamespace();
    await CreateWorkgroup();
    const remove = () =>
      client.send(new DeleteNamespaceCommand({ namespaceName }));
    await expect(remove()).rejects.toMatchObject({ name: 'ConflictException' });
    await client.send(new DeleteWorkgroupCommand({ workgroupName }));
    await remove();
    await expect(
      client.send(new GetNamespaceCommand({ namespaceName })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('keeps the tables without the workgroup, not without the namespace', async () => {
    const tables = async () => {
      const [{ rows }] = await (
        await warehouse()
      ).execute('dev', ['select table_name from svv_tables']);
      return rows;
    };
    await CreateNamespace();
    await CreateWorkgroup();
    await (await warehouse()).execute('dev', ['create table t (a int)']);
    await client.send(new DeleteWorkgroupCommand({ workgroupName }));
    await CreateWorkgroup({ workgroupName: 'another' });
    expect(await tables()).toEqual([['t']]);
    await client.send(new DeleteWorkgroupCommand({ workgroupName: 'another' }));
    await client.send(new DeleteNamespaceCommand({ namespaceName }));
    await CreateNamespace();
    expect(await tables()).toEqual([]);
  });

  it('refuses duplicates, unknown namespaces and invalid names', async () => {
    await CreateNamespace();
    await expect(CreateNamespace()).rejects.toMatchObject({
      name: 'ConflictException',
    });
    await CreateWorkgroup();
    await expect(CreateWorkgroup()).rejects.toThrow('exists already');
    await expect(CreateWorkgroup({ workgroupName: 'second' })).rejects.toThrow(
      'a namespace has one',
    );
    await expect(
      CreateWorkgroup({ workgroupName: 'other', namespaceName: 'missing' }),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(
      CreateWorkgroup({ workgroupName: 'local-glue' }),
    ).rejects.toThrow('exists already');
    await expect(CreateWorkgroup({ workgroupName: 'A' })).rejects.toThrow(
      'lower case letters',
    );
  });
});
