import { engineOf } from './engines/engineOf';
import type { PipelineDraft } from './pipelineFields';

/** In quotes Mermaid takes what names and URIs of a pipeline may hold. */
const label = (...lines: string[]) => `"${lines.join('<br>')}"`;

/** What begins runs, in a few words. */
function startWords({ start = {} }: PipelineDraft): string {
  const { cron, onNewFiles, after } = start;
  const words = [
    ...(cron ? [cron] : []),
    ...(onNewFiles ? [`files of ${onNewFiles.sources.join(', ')}`] : []),
    ...(after ? [`after ${after}`] : []),
  ];
  return words.length > 0 ? words.join(' or ') : 'on demand';
}

/**
 * A pipeline as a flowchart of Mermaid: what starts it, its steps, what they read and write.
 *
 * @public
 */
export function pipelineDiagram(pipeline: PipelineDraft): string {
  const { name, sources, catalog, warehouse } = pipeline;
  const crawls = catalog.tables === 'crawled';
  const copied = sources.filter(({ copy }) => copy);
  const onDuckDb = engineOf(pipeline).engine === 'duckdb';
  const steps = [
    ...(copied.length > 0 ? [['prepare', 'prepare']] : []),
    ...(copied.length > 0 && crawls ? [['crawlRaw', 'crawl copies']] : []),
    ['transform', onDuckDb ? 'transform on DuckDB' : 'transform'],
    ...(crawls ? [['crawlResult', 'crawl result']] : []),
    ['load', 'load'],
  ] as [string, string][];
  const table = [warehouse.database, warehouse.schema, warehouse.table];
  return [
    'flowchart LR',
    `  start([${label(startWords(pipeline))}])`,
    ...sources.map(
      ({ name: source, uri, table: from }, index) =>
        `  source${index}[(${label(source, uri ?? `${from?.database}.${from?.name}`)})]`,
    ),
    `  subgraph workflow [${label(`Glue workflow ${name}`)}]`,
    ...steps.map(([id, words]) => `    ${id}[${label(words)}]`),
    `    ${steps.map(([id]) => id).join(' --> ')}`,
    '  end',
    `  table[(${label(table.join('.'))})]`,
    `  start --> ${steps[0]![0]}`,
    ...sources.map(
      ({ copy }, index) =>
        `  source${index} -.-> ${copy ? 'prepare' : 'transform'}`,
    ),
    '  load --> table',
  ].join('\n');
}
