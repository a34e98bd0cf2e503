/**
 * What a pipeline may not say: a fault in words, how a good pipeline gets it,
 * and how each of its problems begins.
 */
type Fault = [what: string, change: (pipeline: any) => void, starts: string[]];

const EXISTING = {
  copyRole: 'arn:aws:iam::123456789012:role/redshift-copy',
  adminSecret:
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:admin-a1B2c3',
};

/** Makes the first source a database. */
function toDatabase(pipeline: any, jdbc: object) {
  const [{ uri: _, ...source }, ...others] = pipeline.sources;
  pipeline.sources = [
    { ...source, format: 'jdbc', jdbc: { connection: 'shop-db', ...jdbc } },
    ...others,
  ];
}

/** Faults of `joinedPipeline()`. */
export const FAULTS: Fault[] = [
  ['name too short', p => (p.name = 'ab'), ['name: "ab" is not valid: use 3']],
  ['name in capitals', p => (p.name = 'Covid'), ['name: "Covid"']],
  ['name with a double hyphen', p => (p.name = 'a--b'), ['name: "a--b"']],
  ['name with a quote', p => (p.name = 'a"b-c'), ['name: "a\\"b-c"']],
  ['name with a line break', p => (p.name = 'abc\n'), ['name: "abc\\n"']],
  ['name with an expression', p => (p.name = '${{ x }}'), ['name: "${{ x }}"']],
  ['name with a substitution', p => (p.name = 'a$(ls)b'), ['name: "a$(ls)b"']],
  ['name of 41', p => (p.name = 'a'.repeat(41)), [`name: "${'a'.repeat(41)}"`]],
  [
    'name that S3 keeps',
    p => (p.name = 'sthree-x'),
    ['name: "sthree-x" begins'],
  ],
  [
    'name that Redshift keeps',
    p => (p.name = 'table'),
    ['name: "table" is a reserved word of Redshift'],
  ],
  [
    'description of two lines',
    p => (p.description = 'a\nb'),
    ['description: contains a line break'],
  ],
  [
    'description with a tab',
    p => (p.description = 'a\tb'),
    ['description: contains the character U+0009'],
  ],
  [
    'description with an expression',
    p => (p.description = '${{ secrets.x }}'),
    ['description: contains "${{"'],
  ],
  [
    'description with a dynamic reference',
    p => (p.description = '{{resolve:ssm:x}}'),
    ['description: contains "{{"'],
  ],
  [
    'description that is blank',
    p => (p.description = ' '),
    ['description: is empty'],
  ],
  [
    'description of 257',
    p => (p.description = 'x'.repeat(257)),
    ['description: has 257 characters'],
  ],
  [
    'description that is missing',
    p => delete p.description,
    ['description: is missing: add it'],
  ],
  [
    'owner of another kind',
    p => (p.owner = 'system:default/x'),
    ['owner: "system:default/x"'],
  ],
  ['tag in capitals', p => (p.tags = ['ok', 'Not']), ['tags[1]: "Not"']],
  [
    'no source',
    p => Object.assign(p, { sources: [], transform: [] }),
    ['sources: needs at least one source'],
  ],
  [
    'source name with a hyphen',
    p => (p.sources[0].name = 'a-b'),
    ['sources[0].name: "a-b"'],
  ],
  [
    'two sources of one name',
    p => (p.sources[1].name = 'covid_cases'),
    ['sources[1].name: "covid_cases" is used by two sources'],
  ],
  [
    'a capacity of a warehouse that others have made',
    p => {
      p.warehouse.shared = 'analytics';
      p.warehouse.capacity = { base: 16 };
    },
    [
      "warehouse.capacity: is that of a warehouse of the pipeline's own, and shared names another one: remove one of them",
    ],
  ],
  [
    'a capacity that cannot be',
    p => (p.warehouse.capacity = { base: 12, max: 1024 }),
    [
      'warehouse.capacity.base: must be a multiple of 8',
      'warehouse.capacity.max: must be at most 512',
    ],
  ],
  [
    'a warehouse that may not grow to what it begins with',
    p => (p.warehouse.capacity = { base: 64 }),
    [
      'warehouse.capacity.max: is 32, and capacity.base is 64: allow at least as much',
    ],
  ],
  [
    'format that is unknown',
    p => (p.sources[0].format = 'xml'),
    [
      'sources[0].format: must be "avro" or "csv" or "jdbc" or "json" or "orc" or "parquet" or "table"',
    ],
  ],
  [
    'csv options of another format',
    p => (p.sources[1].csv = {}),
    ['sources[1].csv: is only for the format csv'],
  ],
  [
    'the place of an array in another format',
    p => (p.sources[0].json = { path: '$.records[*]' }),
    ['sources[0].json: is only for the format json'],
  ],
  [
    'a place that is no array',
    p => (p.sources[1].json = { path: '$.records' }),
    ['sources[1].json.path: must be the place of an array: $[*]'],
  ],
  [
    'a place by a filter',
    p => (p.sources[1].json = { path: '$.records[?(@.id)][*]' }),
    ['sources[1].json.path: must be the place of an array'],
  ],
  [
    'join of no source',
    p => (p.transform[0].source = 'jobs'),
    [
      'transform[0].source: no source is named "jobs": use one of hiring',
      'transform: does not read hiring',
    ],
  ],
  [
    'join of the first source',
    p => (p.transform[0].source = 'covid_cases'),
    [
      'transform[0].source: "covid_cases" is the first source',
      'transform: does not read hiring',
    ],
  ],
  [
    'source read twice',
    p => p.transform.push(p.transform[0]),
    ['transform[2].source: "hiring" is read twice'],
  ],
  [
    'join that is missing',
    p => (p.transform = []),
    ['transform: does not read hiring'],
  ],
  [
    'table beside another format',
    p => (p.sources[0].table = { database: 'shop', name: 'orders' }),
    ['sources[0].table: is only for the format table, and the format is csv'],
  ],
  [
    'format table without a table',
    p =>
      Object.assign(p.sources[1], { format: 'table', uri: 's3://shop/orders' }),
    [
      'sources[1].table: is missing, and format is table',
      'sources[1].uri: is the folder of a table: end it with "/"',
    ],
  ],
  [
    'table that is copied',
    p =>
      Object.assign(p.sources[1], {
        format: 'table',
        copy: true,
        table: { database: 'shop', name: 'orders' },
      }),
    ['sources[1].copy: is for files, and format is table'],
  ],
  [
    'table with names of other characters',
    p =>
      Object.assign(p.sources[1], {
        format: 'table',
        table: { database: 'Shop', name: 'ord*', where: 'a\n' },
      }),
    [
      'sources[1].table.database: "Shop" is not valid: write the name as',
      'sources[1].table.name: "ord*" is not valid: write the name as',
      'sources[1].table.where: contains a line break',
    ],
  ],
  [
    'jdbc beside another format',
    p => (p.sources[0].jdbc = { connection: 'shop-db', table: 'orders' }),
    ['sources[0].jdbc: is only for the format jdbc, and the format is csv'],
  ],
  [
    'a database with what only files have',
    p =>
      Object.assign(p.sources[0], {
        format: 'jdbc',
        copy: true,
        incremental: 'files',
      }),
    [
      'sources[0].uri: is of files, and format is jdbc: remove it',
      'sources[0].copy: is for files, and format is jdbc',
      'sources[0].incremental: is files, which a database has none of',
      'sources[0].jdbc: is missing, and format is jdbc',
      'sources[0].incremental: leaves out what was loaded before',
    ],
  ],
  [
    'a database with a table and a query',
    p => toDatabase(p, { table: 'a', query: 'SELECT 1' }),
    ['sources[0].jdbc.query: is beside a table: remove one of them'],
  ],
  [
    'a database without either',
    p => toDatabase(p, {}),
    ['sources[0].jdbc.table: is missing: name a table, or write a query'],
  ],
  [
    'a database with names of other characters',
    p =>
      toDatabase(p, {
        connection: 'shop db',
        secret: 'shop',
        table: 'orders; drop',
      }),
    [
      'sources[0].jdbc.connection: "shop db" is not valid: write the name as',
      'sources[0].jdbc.secret: "shop" is not the ARN of a secret',
      'sources[0].jdbc.table: "orders; drop" is not valid: write it as',
    ],
  ],
  [
    'a query that is none',
    p => toDatabase(p, { query: 'DELETE FROM a' }),
    ['sources[0].jdbc.query: is no query: begin it with SELECT or WITH'],
  ],
  [
    'two queries',
    p => toDatabase(p, { query: 'SELECT 1; DELETE FROM a' }),
    ['sources[0].jdbc.query: has ";", and one query is read'],
  ],
  [
    'a query with a comment',
    p => toDatabase(p, { query: 'SELECT 1 -- one' }),
    ['sources[0].jdbc.query: has a comment'],
  ],
  [
    'a database in parts of no sense',
    p =>
      toDatabase(p, {
        table: 'a',
        partitions: {
          column: 'iso_code',
          lowerBound: 5,
          upperBound: 5,
          count: 4,
        },
      }),
    [
      'sources[0].jdbc.partitions.column: "iso_code" is string: name one of the type int or bigint',
      'sources[0].jdbc.partitions.upperBound: is 5, and lowerBound is 5',
    ],
  ],
  [
    'a database that is appended as a whole',
    p => {
      toDatabase(p, { table: 'a' });
      p.warehouse.load = { mode: 'append' };
    },
    ['sources[0].incremental: is missing, and each run would append'],
  ],
  [
    'a database whose files start runs',
    p => {
      toDatabase(p, { table: 'a' });
      p.start = { onNewFiles: { sources: ['covid_cases'] } };
    },
    [
      'start.onNewFiles.sources[0]: "covid_cases" is a database, which has no files',
    ],
  ],
  [
    'a database on DuckDB',
    p => {
      toDatabase(p, { table: 'a' });
      p.compute = { engine: 'duckdb' };
    },
    ['sources[0].format: is a database, which DuckDB does not do'],
  ],
  [
    'no place',
    p => delete p.sources[0].uri,
    ['sources[0].uri: is missing: add it'],
  ],
  [
    'size of files without folders',
    p => (p.output = { fileSizeMb: 128 }),
    ['output.fileSizeMb: is for the folders of partitionBy'],
  ],
  [
    'join without keys',
    p => (p.transform[0].keys = []),
    ['transform[0].keys: needs at least one pair'],
  ],
  [
    'key in capitals',
    p => (p.transform[0].keys[0].left = 'Date'),
    ['transform[0].keys[0].left: "Date"'],
  ],
  [
    'filter of two statements',
    p => (p.transform[1].condition = '1=1; drop'),
    ['transform[1].condition: has ";" at character 4'],
  ],
  [
    'filter of two lines',
    p => (p.transform[1].condition = 'a\n= 1'),
    ['transform[1].condition: contains a line break'],
  ],
  [
    'filter with a substitution',
    p => (p.transform[1].condition = "a = '${b}'"),
    ['transform[1].condition: contains "${"'],
  ],
  [
    'filter with an open quote',
    p => (p.transform[1].condition = "a = 'b"),
    ["transform[1].condition: has a ' at character 5 that is not closed"],
  ],
  [
    'filter with an open parenthesis',
    p => (p.transform[1].condition = 'upper(iso_code'),
    ['transform[1].condition: ends too early: expected ) or a comma'],
  ],
  [
    'filter with a stray parenthesis',
    p => (p.transform[1].condition = 'iso_code)'),
    ['transform[1].condition: has ")" at character 9'],
  ],
  [
    'select that is empty',
    p => p.transform.push({ kind: 'select', columns: [] }),
    ['transform[2].columns: is empty'],
  ],
  [
    'select with a repetition',
    p =>
      p.transform.push({
        kind: 'select',
        columns: ['date', 'postings', 'date'],
      }),
    ['transform[2].columns[2]: "date" occurs twice'],
  ],
  [
    'partition of a column not selected',
    p =>
      Object.assign(p, {
        transform: [
          ...p.transform,
          { kind: 'select', columns: ['date', 'postings'] },
        ],
        output: { partitionBy: ['iso_code'] },
      }),
    [
      'output.partitionBy[0]: the resulting rows have no column "iso_code": use one of date, postings',
    ],
  ],
  [
    'partition by every column',
    p =>
      Object.assign(p, {
        transform: [...p.transform, { kind: 'select', columns: ['date'] }],
        output: { partitionBy: ['date'] },
      }),
    ['output.partitionBy: names every column'],
  ],
  [
    'table that is reserved',
    p => (p.warehouse.table = 'order'),
    ['warehouse.table: "order" is a reserved word of Redshift'],
  ],
  [
    'table with a dot',
    p => (p.warehouse.table = 'a.b'),
    ['warehouse.table: "a.b"'],
  ],
  [
    'table of 128',
    p => (p.warehouse.table = 'a'.repeat(128)),
    [`warehouse.table: "${'a'.repeat(128)}"`],
  ],
  [
    'schema that is reserved',
    p => (p.warehouse.schema = 'user'),
    ['warehouse.schema: "user" is a reserved word'],
  ],
  [
    'schema of the system',
    p => (p.warehouse.schema = 'pg_temp'),
    ['warehouse.schema: "pg_temp" belongs to Redshift'],
  ],
  [
    'two warehouses',
    p => {
      p.warehouse.shared = 'analytics';
      p.warehouse.network = {
        subnets: ['subnet-0a1b2c3d', 'subnet-0a1b2c3e', 'subnet-0a1b2c3f'],
        securityGroups: ['sg-0a1b2c3d'],
      };
    },
    [
      "warehouse.network: is that of a warehouse of the pipeline's own, and shared names another one",
    ],
  ],
  [
    'a name of a shared warehouse that is none',
    p => (p.warehouse.shared = 'Analytics'),
    ['warehouse.shared: "Analytics" is not valid'],
  ],
  [
    'an existing warehouse without a name',
    p => (p.warehouse.existing = EXISTING),
    ['warehouse.existing: names no warehouse: add workgroup or cluster'],
  ],
  [
    'an existing workgroup without its ARN, and a cluster',
    p =>
      (p.warehouse.existing = { ...EXISTING, workgroup: 'old', cluster: 'x' }),
    [
      'warehouse.existing.cluster: is named beside a workgroup',
      'warehouse.existing.workgroupArn: is missing',
    ],
  ],
  [
    'what is no ARN, and no network',
    p => {
      p.warehouse.existing = {
        cluster: 'old',
        copyRole: 'redshift-copy',
        adminSecret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x',
      };
      p.warehouse.network = {
        subnets: ['subnet-0a1b2c3d'],
        securityGroups: [],
      };
    },
    [
      'warehouse.existing.copyRole: "redshift-copy" is not the ARN of a role',
      'warehouse.existing.adminSecret: ',
      'warehouse.network.subnets: needs three subnets',
      'warehouse.network.securityGroups: needs a security group',
      "warehouse.network: is that of a warehouse of the pipeline's own",
    ],
  ],
  [
    'database of the system',
    p => (p.warehouse.database = 'template1'),
    ['warehouse.database: "template1" belongs to Redshift'],
  ],
  [
    'evolution that there is not',
    p => (p.warehouse.evolution = 'ignore'),
    ['warehouse.evolution:'],
  ],
  [
    'distribution by a column that is not said, or not meant',
    p => (p.warehouse.distribution = { style: 'key' }),
    ['warehouse.distribution.column: is missing, and style is key'],
  ],
  [
    'column of a distribution that takes none',
    p => (p.warehouse.distribution = { style: 'even', column: 'date' }),
    ['warehouse.distribution.column: is for the style key'],
  ],
  [
    'layout by columns that the result does not have',
    p => {
      p.warehouse.distribution = { style: 'key', column: 'day' };
      p.warehouse.sortBy = ['dates'];
    },
    [
      'warehouse.distribution.column: the resulting rows have no column "day"',
      'warehouse.sortBy[0]: the resulting rows have no column "dates"',
    ],
  ],
  [
    'grant to nobody, and to what there is not',
    p =>
      (p.warehouse.grants = [
        { to: 'role', name: ' ' },
        { to: 'team', name: 'analysts' },
      ]),
    [
      'warehouse.grants[0].name: " " begins or ends with a space',
      'warehouse.grants[1].to: must be "role" or "user" or "group"',
    ],
  ],
  [
    'column to sort by that occurs twice',
    p => (p.warehouse.sortBy = ['date', 'date']),
    ['warehouse.sortBy[1]: "date" occurs twice'],
  ],
  [
    'merge without keys',
    p => (p.warehouse.load = { mode: 'merge' }),
    ['warehouse.load.keys: is missing, and mode is merge'],
  ],
  [
    'keys of rows that are appended',
    p => (p.warehouse.load = { mode: 'append', keys: ['date'] }),
    ['warehouse.load.keys: is for the modes merge and history'],
  ],
  [
    'key that occurs twice',
    p => (p.warehouse.load = { mode: 'merge', keys: ['date', 'date'] }),
    ['warehouse.load.keys[1]: "date" occurs twice'],
  ],
  [
    'key that the result has not',
    p => (p.warehouse.load = { mode: 'merge', keys: ['day'] }),
    ['warehouse.load.keys[0]: the resulting rows have no column "day"'],
  ],
  [
    'time of a merge',
    p =>
      (p.warehouse.load = {
        mode: 'merge',
        keys: ['iso_code'],
        changedAt: 'date',
      }),
    ['warehouse.load.changedAt: is for the mode history, and mode is merge'],
  ],
  [
    'time that is a key',
    p =>
      (p.warehouse.load = {
        mode: 'history',
        keys: ['date'],
        changedAt: 'date',
      }),
    ['warehouse.load.changedAt: "date" is one of the keys'],
  ],
  [
    'time that is none',
    p =>
      (p.warehouse.load = {
        mode: 'history',
        keys: ['date'],
        changedAt: 'iso_code',
      }),
    ['warehouse.load.changedAt: "iso_code" is string'],
  ],
  [
    'history beside columns of its own',
    p => {
      p.warehouse.load = { mode: 'history', keys: ['date'] };
      p.transform.push({
        kind: 'derive',
        columns: [{ as: 'valid_to', expression: 'date' }],
      });
    },
    ['warehouse.load.mode: is history, which makes a column valid_to'],
  ],
  [
    'table that is made anew though its rows are kept',
    p =>
      Object.assign(p.warehouse, {
        evolution: 'replace',
        load: { mode: 'append' },
      }),
    ['warehouse.evolution: is replace, which drops all rows'],
  ],
  [
    'table that leaves no room for the name of the one beside it',
    p =>
      Object.assign(p.warehouse, {
        table: 'a'.repeat(122),
        load: { mode: 'append' },
      }),
    ['warehouse.table: has 122 characters, and load.mode append makes'],
  ],
  [
    'start as a rate',
    p => (p.start = { cron: 'rate(1 day)' }),
    [
      'start.cron: "rate(1 day)" is a rate expression, which Glue triggers reject',
    ],
  ],
  [
    'start in two ways',
    p => (p.start = { cron: 'cron(0 6 * * ? *)', after: 'sales' }),
    ['start.after: is a second way to start, beside cron'],
  ],
  [
    'start on a condition that no run can judge',
    p => (p.start = { condition: { newFiles: 3 } }),
    ['start.condition.newFiles: needs incremental: files of the first source'],
  ],
  [
    'condition of partitions where files are counted',
    p => {
      p.sources[0].incremental = 'files';
      p.warehouse.load = { mode: 'append' };
      p.start = { condition: { newPartitions: 3 } };
    },
    [
      'start.condition.newPartitions: needs incremental: partitions of the first',
    ],
  ],
  [
    'condition of nothing',
    p => (p.start = { condition: {} }),
    ['start.condition: says nothing: add newFiles or newPartitions'],
  ],
  [
    'watermark without a column',
    p => {
      p.sources[0].incremental = 'watermark';
      p.warehouse.load = { mode: 'append' };
    },
    ['sources[0].watermark: is missing, and incremental is watermark'],
  ],
  [
    'watermark of whole files',
    p => (p.sources[0].watermark = { column: 'date' }),
    ['sources[0].watermark: is only for incremental: watermark'],
  ],
  [
    'watermark of a text, and rows read again that are appended',
    p => {
      p.sources[0].incremental = 'watermark';
      p.sources[0].watermark = { column: 'iso_code', lookback: 3 };
      p.warehouse.load = { mode: 'append' };
    },
    [
      'sources[0].watermark.column: "iso_code" is string: name one of the type',
      'sources[0].watermark.lookback: reads rows again, and warehouse.load.mode',
    ],
  ],
  [
    'watermark that is not there',
    p => {
      p.sources[0].incremental = 'watermark';
      p.sources[0].watermark = { column: 'id' };
      p.warehouse.load = { mode: 'append' };
    },
    ['sources[0].watermark.column: the source has no column "id": use one of'],
  ],
  [
    'partitions of one object',
    p => {
      p.sources[0].incremental = 'partitions';
      p.warehouse.load = { mode: 'append' };
    },
    ['sources[0].incremental: is partitions, and uri is one object'],
  ],
  [
    'start after itself',
    p => (p.start = { after: p.name }),
    ['start.after: names this pipeline'],
  ],
  [
    'start after what is no pipeline',
    p => (p.start = { after: 'Sales' }),
    ['start.after: "Sales" is not valid'],
  ],
  [
    'start on files of no source',
    p => (p.start = { onNewFiles: { sources: [] } }),
    ['start.onNewFiles.sources: is empty'],
  ],
  [
    'start on files of unknown sources, twice',
    p => (p.start = { onNewFiles: { sources: ['hiring', 'x', 'hiring'] } }),
    [
      'start.onNewFiles.sources[1]: no source is named "x": use one of covid_cases, hiring',
      'start.onNewFiles.sources[2]: "hiring" occurs twice',
    ],
  ],
  [
    'start on more files, or later, than Glue waits for',
    p =>
      (p.start = {
        onNewFiles: { sources: ['hiring'], batchSize: 101, batchWindow: 901 },
      }),
    [
      'start.onNewFiles.batchSize: must be at most 100',
      'start.onNewFiles.batchWindow: must be at most 900 seconds',
    ],
  ],
  [
    'promise of two times',
    p => (p.promises = { by: { time: '07:00' }, every: { hours: 6 } }),
    ['promises.every: says when a run is expected, as by does'],
  ],
  [
    'promise of no time of day',
    p => (p.promises = { by: { time: '7:00', timezone: 'Berlin' } }),
    [
      'promises.by.time: "7:00" is no time of day',
      'promises.by.timezone: "Berlin" is not a time zone',
    ],
  ],
  [
    'promise of a time that YAML took for a number',
    p => (p.promises = { by: { time: 420 } }),
    ['promises.by.time: must be text: write the time in quotes'],
  ],
  [
    'promise that nobody can judge',
    p => (p.promises = { freshHours: 0, longestMinutes: 4 }),
    [
      'promises.freshHours: must be at least 1 hour',
      'promises.longestMinutes: must be at least 5 minutes',
    ],
  ],
  [
    'alert above no DPU hours',
    p => (p.alerts = { emails: ['a@example.com'], dpuHours: 0 }),
    ['alerts.dpuHours: must be more than 0'],
  ],
  [
    'alert without anybody to tell',
    p => (p.alerts = {}),
    ['alerts: tells nobody: add emails, slackSecret or topicArn'],
  ],
  [
    'alert to no address, and to the URL instead of its secret',
    p =>
      (p.alerts = {
        emails: ['data-team'],
        slackSecret: 'https://hooks.slack.com/services/T/B/x',
      }),
    [
      'alerts.emails[0]: "data-team" is no mail address',
      'alerts.slackSecret: "https://hooks.slack.com/services/T/B/x" is no name of a secret',
    ],
  ],
  [
    'alert to a topic of others and to addresses',
    p =>
      (p.alerts = {
        emails: ['a@example.com', 'a@example.com'],
        topicArn: 'arn:aws:sns:eu-west-1:123456789012:alerts',
      }),
    [
      'alerts.emails: is for a topic of the pipeline, and topicArn names another one',
      'alerts.emails[1]: "a@example.com" occurs twice',
    ],
  ],
  [
    'alert to what is no topic',
    p => (p.alerts = { topicArn: 'alerts' }),
    ['alerts.topicArn: "alerts" is not the ARN of a topic'],
  ],
  [
    'too many workers',
    p => (p.compute = { workerType: 'G.2X', workers: 150 }),
    ['compute.workers: is 150, and G.2X allows 2 to 149'],
  ],
  [
    'crawler of a table that is declared',
    p => (p.catalog = { crawler: {} }),
    ['catalog.crawler: is for tables: crawled, and tables is declared'],
  ],
  [
    'crawl of new folders that changes what there is',
    p =>
      (p.catalog = {
        tables: 'crawled',
        crawler: { recrawl: 'newFolders', onDelete: 'log' },
      }),
    [
      'catalog.crawler.onChange: is update, and recrawl is newFolders, with which Glue only takes log',
    ],
  ],
  [
    'part of the rows for a table that is replaced',
    p => (p.sources[0].incremental = 'files'),
    [
      'sources[0].incremental: leaves out what was loaded before, and warehouse.load.mode is replace',
    ],
  ],
  [
    'part of the rows of a source that is joined',
    p => {
      p.sources[1].incremental = 'files';
      p.warehouse.load = { mode: 'append' };
    },
    ['sources[1].incremental: is for the first source'],
  ],
  [
    'copy in words',
    p => (p.sources[0].copy = 'yes'),
    ['sources[0].copy: must be a boolean'],
  ],
  [
    'flexible worker that there is not',
    p => (p.compute = { executionClass: 'FLEX', workerType: 'R.1X' }),
    ['compute.executionClass: is FLEX, which has no R.1X'],
  ],
  [
    'flexible job in a queue',
    p => (p.compute = { executionClass: 'FLEX', jobQueuing: true }),
    ['compute.jobQueuing: is not for the execution class FLEX'],
  ],
  [
    'queue with retries',
    p => (p.compute = { jobQueuing: true, maxRetries: 1 }),
    ['compute.maxRetries: must be 0 with jobQueuing'],
  ],
  [
    'setting of Spark that decides which rows are right',
    p => (p.compute = { sparkConf: { 'spark.sql.ansi.enabled': 'false' } }),
    ['compute.sparkConf.spark.sql.ansi.enabled: is set by the transform job'],
  ],
  [
    'run properties that are not for everybody',
    p =>
      (p.defaultRunProperties = {
        'glue-pipelines.io/rows-loaded': '1',
        db_password: 'x',
        year: 2026,
      }),
    ['defaultRunProperties.year: must be text'],
  ],
  [
    'run properties of the portal, secrets and lines',
    p =>
      (p.defaultRunProperties = {
        'glue-pipelines.io/rows-loaded': '1',
        db_password: 'x',
        note: 'a\nb',
        day: '${x}',
      }),
    [
      'defaultRunProperties.glue-pipelines.io/rows-loaded: has a name of those',
      'defaultRunProperties.db_password: looks like a secret',
      'defaultRunProperties.note: contains a line break',
      'defaultRunProperties.day: contains "${"',
    ],
  ],
  [
    'one worker',
    p => (p.compute = { workers: 1 }),
    ['compute.workers: must be at least 2'],
  ],
  [
    'half a worker',
    p => (p.compute = { workers: 2.5 }),
    ['compute.workers: must be a whole number'],
  ],
  [
    'workers as text',
    p => (p.compute = { workers: '2' }),
    ['compute.workers: must be'],
  ],
  [
    'field that is unknown',
    p => (p.compute = { wokers: 2 }),
    ['compute.wokers: is not a field of pipeline.yaml'],
  ],
  [
    'source without columns',
    p => delete p.sources[0].columns,
    ['sources[0].columns: is missing: add it'],
  ],
  [
    'column twice',
    p => p.sources[0].columns.push({ name: 'date', type: 'string' }),
    ['sources[0].columns[3].name: "date" occurs twice'],
  ],
  [
    'column in capitals',
    p => (p.sources[0].columns[0].name = 'Date'),
    [
      'sources[0].columns[0].name: "Date" is not how the catalog names it: use "date"',
    ],
  ],
  [
    'column with a blank at its end',
    p => (p.sources[0].columns[0].name = 'date '),
    ['sources[0].columns[0].name: "date " begins or ends with a space'],
  ],
  [
    'column that turns its text around',
    p => (p.sources[0].columns[0].name = 'a\u202eb'),
    ['sources[0].columns[0].name: contains the character U+202E'],
  ],
  [
    'column of an unknown type',
    p => (p.sources[0].columns[0].type = 'varchar'),
    ['sources[0].columns[0].type: must be "boolean" or "int" or'],
  ],
  [
    'decimal without its digits',
    p => (p.sources[0].columns[2].type = 'decimal'),
    ['sources[0].columns[2].precision: is missing'],
  ],
  [
    'decimal of more decimals than digits',
    p =>
      Object.assign(p.sources[0].columns[2], {
        type: 'decimal',
        precision: 2,
        scale: 3,
      }),
    ['sources[0].columns[2].scale: is 3, more than the 2 digits'],
  ],
  [
    'decimal of 39 digits',
    p =>
      Object.assign(p.sources[0].columns[2], {
        type: 'decimal',
        precision: 39,
        scale: 0,
      }),
    ['sources[0].columns[2].precision: must be at most 38'],
  ],
  [
    'precision of a whole number',
    p => (p.sources[0].columns[2].precision = 3),
    ['sources[0].columns[2].precision: is only for the type decimal'],
  ],
  [
    'format of a text',
    p => (p.sources[0].columns[1].format = 'yyyy'),
    ['sources[0].columns[1].format: is only for the types date'],
  ],
  [
    'format that is none',
    p => (p.sources[0].columns[0].format = 'DD.MM.JJJJ'),
    ['sources[0].columns[0].format: "DD.MM.JJJJ" has "JJJJ"'],
  ],
  [
    'format with an open quote',
    p => (p.sources[0].columns[0].format = "yyyy'T"),
    ['sources[0].columns[0].format: "yyyy\'T" has a \' that is not closed'],
  ],
  [
    'format of a boolean with one word',
    p =>
      Object.assign(p.sources[0].columns[1], {
        type: 'boolean',
        format: 'yes',
      }),
    ['sources[0].columns[1].format: must be the two words'],
  ],
  [
    'zone of a date',
    p => (p.sources[0].columns[0].zone = 'UTC'),
    ['sources[0].columns[0].zone: is only for the type timestamp'],
  ],
  [
    'zone that is none',
    p =>
      Object.assign(p.sources[0].columns[0], {
        type: 'timestamp',
        zone: 'Berlin',
      }),
    ['sources[0].columns[0].zone: "Berlin" is not a time zone'],
  ],
  [
    'key of CSV',
    p => (p.sources[0].columns[0].key = 'Date'),
    ['sources[0].columns[0].key: is only for JSON'],
  ],
  [
    'line breaks without quotes',
    p => (p.sources[0].csv = { quote: 'none', multiLine: true }),
    ['sources[0].csv.multiLine: needs quotes'],
  ],
  [
    'key of another type than its partner',
    p => (p.sources[1].columns[0].type = 'string'),
    [
      'transform[0].keys[0]: compares "date", a date, with "post_date", a string: give both columns one type',
    ],
  ],
  [
    'filter of a column that is missing',
    p => (p.transform[1].condition = "iso_cod = 'USA'"),
    [
      'transform[1].condition: the rows so far have no column "iso_cod": use "iso_code", or another one of',
    ],
  ],
  [
    'step of no kind',
    p => delete p.transform[1].kind,
    ['transform[1].kind: is missing: say what the step does by one of agg'],
  ],
  [
    'step of an unknown kind',
    p => (p.transform[1].kind = 'filtre'),
    ['transform[1].kind: "filtre" is no kind of step: use "filter", or'],
  ],
  [
    'step with a field of another kind',
    p => (p.transform[1].keys = []),
    ['transform[1].keys: is not a field of pipeline.yaml'],
  ],
  [
    'version of another format',
    p => (p.apiVersion = 'v0'),
    ['apiVersion: must be "glue-pipelines.io/v2"'],
  ],
];
