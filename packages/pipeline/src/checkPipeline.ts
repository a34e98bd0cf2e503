import { checkAlerts } from './alertsField';
import { checkCapacity } from './capacityField';
import type { z } from 'zod';
import { checkCompute } from './computeField';
import { checkLayout, checkLoad } from './checkLoad';
import { checkColumns } from './columns/checkColumns';
import { checkSourceColumn } from './columns/columnFields';
import { checkEngine } from './engines/engineOf';
import { checkIncremental } from './incrementalField';
import { checkAppended, checkJdbc } from './jdbcField';
import type { PipelineDraft } from './pipelineFields';
import { checkPromises } from './promisesField';
import { checkQuality, sourcesOfQuality } from './quality/rules';
import { repeated } from './repeated';
import type { Report } from './report';
import { checkStart } from './startField';
import { checkPlaces, checkTable } from './tableField';
import { checkScripts } from './transforms/scriptFiles';
import { checkSteps, sourcesOfSteps } from './transforms/steps';

function checkSources({ sources }: PipelineDraft, report: Report) {
  for (const { value, index } of repeated(sources.map(({ name }) => name))) {
    report(
      ['sources', index, 'name'],
      `"${value}" is used by two sources: give each its own name`,
    );
  }
  sources.forEach((source, index) => {
    const at: Report = (path, message) =>
      report(['sources', index, ...path], message);
    const { format, csv } = source;
    for (const own of ['csv', 'json'] as const) {
      if (source[own] && format !== own) {
        at(
          [own],
          `is only for the format ${own}, and the format is ${format}: remove it`,
        );
      }
    }
    if (csv && csv.quote === 'none' && csv.multiLine) {
      at(
        ['csv', 'multiLine'],
        'needs quotes, and csv.quote is none: without them a line break ends a row',
      );
    }
    checkTable(source, at);
    checkJdbc(source, at);
    checkSourceColumns(source, at);
  });
}

function checkSourceColumns(
  { format, columns = [] }: PipelineDraft['sources'][number],
  report: Report,
) {
  for (const { value, index } of repeated(columns.map(({ name }) => name))) {
    report(
      ['columns', index, 'name'],
      `"${value}" occurs twice: remove one, or give the file other names`,
    );
  }
  columns.forEach((column, index) => {
    if (column.key !== undefined && format !== 'json' && format !== 'table') {
      report(
        ['columns', index, 'key'],
        `is only for JSON, and the format is ${format}: remove it`,
      );
    }
    checkSourceColumn(column, (path, message) =>
      report(['columns', index, ...path], message),
    );
  });
}

/** Each source after the first is read by one step, or by rules of the result. */
function checkSourcesOfSteps(
  { sources, transform, quality }: PipelineDraft,
  report: Report,
) {
  const [first, ...others] = sources.map(({ name }) => name);
  if (others.includes(first) || repeated(others).length > 0) {
    // Which source a step means cannot be told before the names differ.
    return;
  }
  const read = sourcesOfSteps(transform);
  read.forEach(({ source, path }, position) => {
    if (source === first) {
      report(
        path,
        `"${source}" is the first source, whose rows the steps begin with: name another source`,
      );
    } else if (!others.includes(source)) {
      report(
        path,
        `no source is named "${source}": use one of ${
          others.join(', ') || '(there is only one source: remove the step)'
        }`,
      );
    } else if (read.findIndex(other => other.source === source) < position) {
      report(path, `"${source}" is read twice: let one step read each source`);
    }
  });
  const compared = sourcesOfQuality(quality);
  for (const { source, index } of compared) {
    if (source !== first && !others.includes(source)) {
      report(
        ['quality', index, 'source'],
        `no source is named "${source}": use one of ${[first, ...others].join(', ')}`,
      );
    }
  }
  const missing = others.filter(
    name => ![...read, ...compared].some(({ source }) => source === name),
  );
  if (missing.length > 0) {
    report(
      ['transform'],
      `does not read ${missing.join(
        ', ',
      )}: add a join or a union of it, or remove the source`,
    );
  }
}

function checkPartitions({ output }: PipelineDraft, report: Report) {
  if (output.fileSizeMb !== undefined && output.partitionBy.length === 0) {
    report(
      ['output', 'fileSizeMb'],
      'is for the folders of partitionBy, and there are none: remove it, or add partitionBy',
    );
  }
  for (const { value, index } of repeated(output.partitionBy)) {
    report(
      ['output', 'partitionBy', index],
      `"${value}" occurs twice: remove one`,
    );
  }
}

/** Glue adds new folders only where it never changes what there is. */
function checkCatalog(
  { catalog: { tables, crawler } }: PipelineDraft,
  report: Report,
) {
  const at: Report = (path, message) =>
    report(['catalog', 'crawler', ...path], message);
  if (!crawler) {
    return;
  }
  if (tables !== 'crawled') {
    at([], `is for tables: crawled, and tables is ${tables}: remove it`);
  }
  for (const field of ['onChange', 'onDelete'] as const) {
    if (crawler.recrawl === 'newFolders' && crawler[field] !== 'log') {
      at(
        [field],
        `is ${crawler[field]}, and recrawl is newFolders, with which Glue only takes log: write ${field}: log, or recrawl: all`,
      );
    }
  }
}

/** Other warehouses than the pipeline's own, and what only its own one has. */
const OTHERS = ['shared', 'existing'] as const;
const OWN = ['network', 'capacity'] as const;

/** A pipeline names one warehouse, or says where its own one lies and how large it is. */
function checkWarehouse({ warehouse }: PipelineDraft, report: Report) {
  const [other, second] = OTHERS.filter(name => warehouse[name] !== undefined);
  if (second) {
    report(
      ['warehouse', second],
      `names a warehouse, as ${other} does: remove one of them`,
    );
  }
  for (const own of OWN) {
    if (other && warehouse[own]) {
      report(
        ['warehouse', own],
        `is that of a warehouse of the pipeline's own, and ${other} names another one: remove one of them`,
      );
    }
  }
  if (warehouse.capacity) {
    checkCapacity(warehouse.capacity, (path, message) =>
      report(['warehouse', ...path], message),
    );
  }
  const { existing } = warehouse;
  if (!existing) {
    return;
  }
  const { workgroup, workgroupArn, cluster } = existing;
  const at: Report = (path, message) =>
    report(['warehouse', 'existing', ...path], message);
  if (!workgroup && !cluster) {
    at([], 'names no warehouse: add workgroup or cluster');
  }
  if (workgroup && cluster) {
    at(['cluster'], 'is named beside a workgroup: remove one of them');
  }
  if (workgroup && !workgroupArn) {
    at(['workgroupArn'], 'is missing: the role of the load is bound to it');
  }
  if (workgroupArn && !workgroup) {
    at(['workgroup'], 'is missing: the load calls the workgroup by its name');
  }
}

/** Problems as zod has them. */
const reportTo =
  (context: z.RefinementCtx<unknown>): Report =>
  (path, message) =>
    context.addIssue({ code: 'custom', path, message });

/** What of a pipeline must be known before it runs, and is found out when it is made. */
export const checkWhole = (
  pipeline: PipelineDraft,
  context: z.RefinementCtx<unknown>,
): void => checkPlaces(pipeline, reportTo(context));

/** What no single field can tell: how the parts of a pipeline fit together. */
export function checkPipeline(
  pipeline: PipelineDraft,
  context: z.RefinementCtx<unknown>,
): void {
  const report = reportTo(context);
  checkSources(pipeline, report);
  checkSourcesOfSteps(pipeline, report);
  checkSteps(pipeline.transform, report);
  checkScripts(pipeline.transform, report);
  checkQuality(pipeline.quality, report);
  checkPartitions(pipeline, report);
  checkCatalog(pipeline, report);
  checkWarehouse(pipeline, report);
  checkStart(pipeline, report);
  checkPromises(pipeline, report);
  checkAlerts(pipeline, report);
  checkCompute(pipeline, report);
  checkLoad(pipeline.warehouse, report);
  checkIncremental(pipeline, report);
  checkAppended(pipeline, report);
  checkLayout(pipeline.warehouse, report);
  // Which columns there are can be told only where the rest fits together.
  if (context.issues.length === 0) {
    checkColumns(pipeline, report);
  }
  if (context.issues.length === 0) {
    checkEngine(pipeline, report);
  }
}
