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
} as const;
