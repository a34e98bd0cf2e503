import { Table, Workflow } from '@aws-sdk/client-glue';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  InvalidWorkflowArnError,
  parseWorkflowArn,
  partitionOf,
} from '@glue-pipelines/backstage-plugin-common';
import { GlueReader } from '../aws/GlueReader';
import { GlueReadError } from '../aws/GlueReadError';
import { Filters, Place } from '../config';
import { deriveLineage } from './deriveLineage';
import { Lineage, WorkflowFacts } from './Lineage';
import { matchesName, matchesTags } from './matches';

export interface Discovery {
  /** The workflows that the filters let through. */
  workflows: WorkflowFacts[];
  /** ARNs of those that exist, and that the filters do not let through. */
  excluded: Set<string>;
}

/**
 * Reads the workflows of one account and region. What they read and write is
 * extra: where it cannot be read, it stays as it was before.
 * @throws GlueReadError where the workflows or their tags cannot be read
 */
export async function discover(
  glue: GlueReader,
  options: {
    place: Place;
    filters: Filters;
    logger: LoggerService;
    /** By ARN, what was known of those discovered before. */
    before: Map<string, WorkflowFacts>;
  },
): Promise<Discovery> {
  const { place, filters, logger, before } = options;
  const arns = new Map<string, string>();
  const excluded = new Set<string>();
  for (const name of await glue.listWorkflowNames()) {
    const arn = arnOf(place, name, logger);
    if (arn && matchesName(name, filters)) {
      arns.set(name, arn);
    } else if (arn) {
      excluded.add(arn);
    }
  }
  const found = await glue.readWorkflows([...arns.keys()]);
  const selected: { workflow: Workflow; facts: WorkflowFacts }[] = [];
  for (const workflow of found) {
    const arn = arns.get(workflow.Name ?? '');
    const tags = arn && (await glue.readTags(arn));
    if (arn && tags && !matchesTags(tags, filters)) {
      excluded.add(arn);
    } else if (arn && tags) {
      const lineage = before.get(arn)?.lineage ?? { reads: [], writes: [] };
      const facts: WorkflowFacts = { arn, tags, lineage };
      if (workflow.Description) {
        facts.description = workflow.Description;
      }
      selected.push({ workflow, facts });
    }
  }
  try {
    const lineages = await readLineages(
      glue,
      selected.map(({ workflow }) => workflow),
    );
    selected.forEach(({ facts }, index) => {
      facts.lineage = lineages[index];
    });
  } catch (error) {
    if (!(error instanceof GlueReadError)) {
      throw error;
    }
    logger.warn(
      `What Glue workflows read and write stays as it was: ${error.message}`,
    );
  }
  return {
    workflows: selected.map(({ facts }) => facts),
    excluded,
  };
}

/** The workflow's ARN; undefined for a name that no annotation could hold. */
function arnOf(
  { accountId, region }: Place,
  name: string,
  logger: LoggerService,
): string | undefined {
  const arn = `arn:${partitionOf(region)}:glue:${region}:${accountId}:workflow/${name}`;
  try {
    // In a list, a comma separates ARNs.
    if (name.includes(',')) {
      throw new InvalidWorkflowArnError(arn, 'its name contains a comma');
    }
    return parseWorkflowArn(arn).arn;
  } catch (error) {
    if (!(error instanceof InvalidWorkflowArnError)) {
      throw error;
    }
    logger.warn(`A Glue workflow is not discovered: ${error.message}`);
    return undefined;
  }
}

async function readLineages(
  glue: GlueReader,
  workflows: Workflow[],
): Promise<Lineage[]> {
  const names = (workflow: Workflow, type: 'JOB' | 'CRAWLER') =>
    (workflow.Graph?.Nodes ?? [])
      .filter(node => node.Type === type && node.Name)
      .map(node => node.Name!);
  const all = (type: 'JOB' | 'CRAWLER') => [
    ...new Set(workflows.flatMap(workflow => names(workflow, type))),
  ];
  const crawlers = await glue.readCrawlers(all('CRAWLER'));
  const jobs = await glue.readJobs(all('JOB'));
  const databases = new Set(
    crawlers.flatMap(({ DatabaseName }) => DatabaseName || []),
  );
  const tables: Table[] = [];
  for (const database of databases) {
    tables.push(...(await glue.readTables(database)));
  }
  return workflows.map(workflow => {
    const itsCrawlers = new Set(names(workflow, 'CRAWLER'));
    const itsJobs = new Set(names(workflow, 'JOB'));
    return deriveLineage({
      crawlers: crawlers.filter(({ Name }) => itsCrawlers.has(Name ?? '')),
      jobs: jobs.filter(({ Name }) => itsJobs.has(Name ?? '')),
      tables,
    });
  });
}
