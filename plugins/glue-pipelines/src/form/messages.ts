/** What the form of the scaffolder says. */
export const formMessages = {
  browse: {
    open: 'Browse S3',
    title: 'Choose files in S3',
    buckets: 'Buckets',
    none: 'This portal names no bucket to browse. Close this, and write the URI.',
    empty: 'Nothing begins like this.',
    up: 'Up',
    begins: 'Name begins with',
    more: 'There is more than is listed here: write how the name begins.',
    useFolder: 'Use this folder',
    loading: 'Listing…',
    refused: 'It cannot be listed. {{reason}}',
    file: '{{name}}, {{size}}',
  },
  preview: {
    title: 'What the files hold',
    loading: 'Looking into the files…',
    refused: 'The files cannot be looked at. {{reason}}',
    sample:
      'The first rows of {{file}}. Types are those of a sample, of {{files}} file(s).',
    noRows:
      'Rows are shown only of the buckets that can be browsed, and not of Avro or ORC, of Parquet in rare codecs, and of very large parts of Parquet.',
    rows: 'First rows',
    columns: 'Columns: {{columns}}',
  },
  more: 'How the files are written and read',
  draft: {
    restored: 'Draft of {{when}} restored.',
    startAfresh: 'Start afresh',
  },
  steps: {
    none: 'Nothing is done to the rows yet: they stay as they are.',
    add: 'Add a step',
    title: '{{position}}. {{kind}}',
    untitled: '{{position}}. New step',
    up: 'Move step {{position}} up',
    down: 'Move step {{position}} down',
    remove: 'Remove step {{position}}',
    moved: 'The step is number {{position}} now.',
    removed: 'Step {{position}} is removed.',
    before: 'Columns at the beginning: {{columns}}',
    after: 'Columns after it: {{columns}}',
    afterSome:
      'Columns after it, as far as the steps are filled in: {{columns}}',
    column: '{{name}} ({{type}})',
    unknown:
      'The columns are not known: the sources cannot be looked into. Write their names.',
    refused: 'The columns cannot be looked up. {{reason}} Write their names.',
    keys: 'Suggested keys',
    key: '{{left}} = {{right}}',
    keyOf:
      '{{left}} = {{right}} ({{matching}} of {{compared}} values of a sample match)',
  },
  start: {
    ways: 'What starts the pipeline',
    hand: 'People, on demand',
    handHelp: 'Nothing starts it by itself. People may start it in any case.',
    cron: 'A schedule',
    onNewFiles: 'New files',
    after: 'Another pipeline',
    empty: 'Nothing is filled in here: people will start it, on demand.',
    common: 'Common schedules',
    runs: 'Next runs',
    local: 'Here',
    utc: 'UTC',
    ends: 'No run comes after these.',
    never: 'It never starts: its last time is over.',
    events_one: 'A run starts with each new file.',
    events_other:
      'A run starts with {{count}} new files, or {{window}} after the first of them.',
    afterWords:
      'A run starts when one of {{pipeline}} has loaded its table, in the same account and region.',
  },
} as const;
