import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageRoot } from '../base/version';
import {
  startTestServer,
  TestServer,
} from '../integration/__testUtils__/startTestServer';
import { environmentTimeout } from './__testUtils__/pythonEnvironment';

jest.setTimeout(240_000);

const FILES = {
  'branches/a.json': [
    { id: 'b1', name: 'North', rooms: 3, open: ['mo', 'tu'] },
    { id: 'b2', name: 'South', rooms: 1, open: [] },
  ],
  'readers/a.json': [
    {
      id: 'r1',
      name: 'Ada',
      home: { town: 'Graz' },
      contacts: [
        { type: 'mail', value: 'ada@example.com' },
        { type: 'phone', value: '1' },
      ],
    },
    { id: 'r2', name: 'Ben', home: { town: 'Lyon' }, contacts: [] },
  ],
  'cards/a.json': [
    { reader_id: 'r1', branch_id: 'b1', since: '2024-01-02' },
    { reader_id: 'r2', branch_id: 'b1', since: '2024-02-03' },
    { reader_id: 'r2', branch_id: 'b2', since: '2024-03-04' },
  ],
};

const BILLS = `repair,shop id,shop name,shop town,repairs done,average price
brakes,10001,Wheel & Co,Graz,91,$32.25
chain,10002,Spokes,Lyon,14,$15.50
tyre,n/a,Nobody,Nowhere,33,$9.00
`;

const TABLES = {
  branches: 'id string, name string, rooms int, open array<string>',
  readers:
    'id string, name string, home struct<town:string>, contacts array<struct<type:string,value:string>>',
  cards: 'reader_id string, branch_id string, since string',
  bills:
    'repair string, shop id bigint, shop name string, shop town string, repairs done bigint, average price string',
};

const SCRIPTS = ['join_and_relationalize', 'clean_and_map', 'resolve_choice'];

/** Scripts in the style of AWS's examples, one after the other in one job: one Spark session. */
describe('scripts of awsglue', () => {
  let server: TestServer;
  let printed: string[];

  beforeAll(async () => {
    server = await startTestServer();
    const { invoke, buckets, jobs, dataDir } = server.context;
    await jobs.settled();
    buckets.create('library');
    for (const [key, rows] of Object.entries(FILES)) {
      await buckets.put(
        'library',
        key,
        rows.map(row => JSON.stringify(row)).join('\n'),
      );
    }
    await buckets.put('library', 'bills/a.csv', BILLS);
    await invoke('glue', 'CreateDatabase', {
      DatabaseInput: { Name: 'library' },
    });
    for (const [name, columns] of Object.entries(TABLES)) {
      await invoke('glue', 'CreateTable', {
        DatabaseName: 'library',
        TableInput: tableInput(name, columns),
      });
    }
    await invoke('redshift-serverless', 'CreateNamespace', {
      namespaceName: 'library',
      dbName: 'dev',
    });
    const { workgroup } = await invoke(
      'redshift-serverless',
      'CreateWorkgroup',
      { workgroupName: 'library', namespaceName: 'library' },
    );
    const secret = await invoke('secretsmanager', 'CreateSecret', {
      Name: 'library-credentials',
      SecretString: JSON.stringify({ username: 'admin', password: 'x' }),
    });
    await invoke('glue', 'CreateConnection', {
      ConnectionInput: {
        Name: 'library-redshift',
        ConnectionType: 'JDBC',
        ConnectionProperties: {
          JDBC_CONNECTION_URL: `jdbc:redshift://${workgroup.endpoint.address}:5439/dev`,
          SECRET_ID: secret.ARN,
        },
      },
    });
    const folder = join(packageRoot, 'python/tests/scripts');
    const texts = SCRIPTS.map(name =>
      readFileSync(join(folder, `${name}.py`), 'utf8'),
    );
    await buckets.put('library', 'job.py', texts.join('\n'));
    const jobRunId = `jr_${'0'.repeat(64)}`;
    const outcome = await jobs.start({
      jobRunId,
      jobName: 'scripts',
      commandName: 'glueetl',
      scriptLocation: 's3://library/job.py',
      glueVersion: '5.1',
      arguments: {},
      timeoutMinutes: 4,
    }).done;
    if (outcome.errorMessage) throw new Error(outcome.errorMessage);
    const log = join(dataDir, 'logs', jobRunId, 'stdout.log');
    printed = readFileSync(log, 'utf8').trimEnd().split('\n');
  }, environmentTimeout);

  afterAll(() => server.stop());

  const lineOf = (begin: string) =>
    printed.find(line => line.startsWith(`${begin} `))?.slice(begin.length + 1);

  it('joins and relationalizes into Redshift', async () => {
    expect(lineOf('joined')).toBe(
      "3 ['branch_id', 'branch_name', 'contacts', 'home', 'id', 'name', 'since']",
    );
    expect(lineOf('tables')).toBe("['card', 'card_contacts']");
    const rows = await query(
      'select c.name, c."home.town", k.index, k."contacts.val.value" from card c ' +
        'join card_contacts k on k.id = c.contacts order by k.index',
    );
    expect(rows).toEqual([
      ['Ada', 'Graz', 0, 'ada@example.com'],
      ['Ada', 'Graz', 1, '1'],
    ]);
    expect(await query('select count(*) from card')).toEqual([[3]]);
  });

  it('cleans and maps into structs', () => {
    expect(printed).toEqual(
      expect.arrayContaining([
        '|-- shop id: choice',
        '|    |-- long',
        '|    |-- string',
        '|-- shop id: long',
        '|    |-- address: struct',
        '|    |    |-- town: string',
        '|    |-- average: double',
      ]),
    );
    expect(lineOf('without a number')).toBe('1');
    expect(lineOf('written')).toBe(
      "Row(repair='brakes', shop=Row(id=10001, name='Wheel & Co', address=Row(town='Graz')), price=Row(average=32.25))",
    );
  });

  it.each([
    ['cast:long', 'shop id:bigint', '(10001, 91), (10002, 14), (None, 33)'],
    ['project:long', 'shop id:bigint', '(10001, 91), (10002, 14), (None, 33)'],
    [
      'make_cols',
      'shop id_long:bigint,shop id_string:string',
      "(10001, None, 91), (10002, None, 14), (None, 'n/a', 33)",
    ],
    [
      'make_struct',
      'shop id:struct<long:bigint,string:string>',
      "(Row(long=10001, string=None), 91), (Row(long=10002, string=None), 14), (Row(long=None, string='n/a'), 33)",
    ],
  ])('resolves a choice by %s', (action, columns, rows) => {
    expect(lineOf(action)).toBe(
      `struct<${columns},repairs done:bigint> [${rows}]`,
    );
  });

  it('asks what was resolved by SQL', () => expect(lineOf('many')).toBe('2'));

  async function query(Sql: string): Promise<unknown[][]> {
    const { invoke } = server.context;
    const { Id } = await invoke('redshift-data', 'ExecuteStatement', {
      WorkgroupName: 'library',
      Database: 'dev',
      Sql,
    });
    let status;
    do {
      await sleep(20);
      status = await invoke('redshift-data', 'DescribeStatement', { Id });
      if (status.Status === 'FAILED') throw new Error(status.Error);
    } while (status.Status !== 'FINISHED');
    const { Records } = await invoke('redshift-data', 'GetStatementResult', {
      Id,
    });
    return Records.map((record: object[]) =>
      record.map(field => Object.values(field)[0]),
    );
  }
});

function tableInput(name: string, columns: string) {
  const isCsv = name === 'bills';
  return {
    Name: name,
    Parameters: { classification: isCsv ? 'csv' : 'json' },
    StorageDescriptor: {
      Location: `s3://library/${name}/`,
      Columns: columns.split(', ').map(column => {
        const blank = column.lastIndexOf(' ');
        return { Name: column.slice(0, blank), Type: column.slice(blank + 1) };
      }),
      SerdeInfo: {
        Parameters: isCsv
          ? { 'field.delim': ',', 'skip.header.line.count': '1' }
          : {},
      },
    },
  };
}
