import { Stack, Validations } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Encryption } from './Encryption';
import { grantTo } from './grants';
import { namesOf } from './names';
import type { Pipeline, Source } from './pipeline';
import { serviceOf } from './serviceOf';
import { readCatalog, useData, writeCatalog, writeLogs } from './stepGrants';

export interface CrawlersProps {
  pipeline: Pipeline;
  options: NonNullable<Pipeline['catalog']['crawler']>;
  bucket: s3.IBucket;
  database: glue.IDatabase;
  /** With a key of the pipeline's own. */
  encryption: Encryption | undefined;
}

interface CrawlerOptions {
  /** Ends the crawler's name. */
  name: string;
  stage: 'raw' | 'processed';
  prefixes: string[];
  classifier?: glue.CfnClassifier;
}

/** What a classifier says of a source's files; equal for sources that one crawler may crawl. */
const dialectOf = ({ format, csv }: Source) =>
  format === 'csv' && csv
    ? {
        containsHeader: csv.header ? 'PRESENT' : 'ABSENT',
        delimiter: csv.delimiter,
        // Glue takes no file without quotes: one that no text has is none.
        quoteSymbol: csv.quote === 'none' ? '\u0007' : csv.quote,
        // Blanks of texts mean something; columns of numbers have none.
        disableValueTrimming: true,
        // Glue takes a file of one column for no CSV unless it is told.
        allowSingleColumn: true,
      }
    : undefined;

type Options = CrawlersProps['options'];

/** In Glue's words. */
const UPDATE: Record<Options['onChange'], string> = {
  update: 'UPDATE_IN_DATABASE',
  log: 'LOG',
};
const DELETE: Record<Options['onDelete'], string> = {
  remove: 'DELETE_FROM_DATABASE',
  deprecate: 'DEPRECATE_IN_DATABASE',
  log: 'LOG',
};
const RECRAWL: Record<Options['recrawl'], string> = {
  all: 'CRAWL_EVERYTHING',
  newFolders: 'CRAWL_NEW_FOLDERS_ONLY',
};

/** The crawlers that make catalog tables of what prepare and transform wrote. */
export class Crawlers extends Construct {
  readonly raw: glue.CfnCrawler[];
  readonly processed: glue.CfnCrawler;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CrawlersProps,
  ) {
    super(scope, id);
    const { pipeline } = props;
    const names = namesOf(pipeline);
    const groups = this.groups();
    this.raw = groups.map(sources => {
      const [{ name }] = sources as [Source];
      return this.createCrawler({
        name: groups.length === 1 ? 'raw' : `raw-${name}`,
        stage: 'raw',
        // One target per source, so that the crawler never merges two folders into one table.
        prefixes: sources.map(source => names.rawPrefix(source.name)),
        classifier: this.createClassifier(sources[0]!),
      });
    });
    this.processed = this.createCrawler({
      name: 'processed',
      stage: 'processed',
      prefixes: [names.processedPrefix],
    });
  }

  /**
   * The copied sources that one crawler may crawl together. A custom classifier
   * serves all targets of its crawler and is tried before Glue's own, so it
   * would take the header of one source for a row, and JSON for CSV.
   */
  private groups(): Source[][] {
    const groups = new Map<string, Source[]>();
    const { sources } = this.props.pipeline;
    for (const source of sources.filter(({ copy }) => copy)) {
      const key = JSON.stringify(dialectOf(source) ?? 'built-in');
      groups.set(key, [...(groups.get(key) ?? []), source]);
    }
    return [...groups.values()];
  }

  private createCrawler({
    name,
    stage,
    prefixes,
    classifier,
  }: CrawlerOptions): glue.CfnCrawler {
    const { pipeline, options, bucket, database, encryption } = this.props;
    const names = namesOf(pipeline);
    const stack = Stack.of(this);
    const role = new iam.Role(this, `${name}-role`, {
      assumedBy: serviceOf(this, 'glue'),
      description: `Crawler ${name}`,
    });
    grantTo(role, [
      ...useData(bucket, { read: prefixes }),
      readCatalog(stack, names.database),
      writeCatalog(stack, names.database),
      writeLogs(stack, 'crawlers', encryption),
      ...(encryption ? [encryption.grant] : []),
    ]);
    const crawler = new glue.CfnCrawler(this, name, {
      name: names.step(name),
      role: role.roleArn,
      databaseName: database.databaseName,
      tablePrefix: `${stage}_`,
      targets: {
        s3Targets: prefixes.map(prefix => ({
          path: bucket.s3UrlForObject(prefix),
          // What prepare tells of the copies is no data.
          exclusions: ['_files.json'],
        })),
      },
      schemaChangePolicy: {
        updateBehavior: UPDATE[options.onChange],
        deleteBehavior: DELETE[options.onDelete],
      },
      recrawlPolicy: { recrawlBehavior: RECRAWL[options.recrawl] },
      configuration: JSON.stringify({
        Version: 1,
        CrawlerOutput: {
          Partitions: { AddOrUpdateBehavior: 'InheritFromTable' },
        },
      }),
      ...(encryption && {
        crawlerSecurityConfiguration:
          encryption.configuration.securityConfigurationName,
      }),
      ...(classifier && { classifiers: [classifier.ref] }),
    });
    // A crawler that starts before its role may do anything fails at once.
    crawler.node.addDependency(role);
    if (!encryption) {
      Validations.of(crawler).acknowledge({
        id: 'AwsSolutions-GL1',
        reason:
          'CloudWatch Logs encrypts what it stores; the log of a crawler names tables and holds no rows.',
      });
    }
    return crawler;
  }

  /** Says of CSV whether its first line names the columns: Glue's own classifier guesses. */
  private createClassifier(source: Source): glue.CfnClassifier | undefined {
    const dialect = dialectOf(source);
    return (
      dialect &&
      new glue.CfnClassifier(this, `csv-${source.name}`, {
        csvClassifier: {
          name: namesOf(this.props.pipeline).step(`csv-${source.name}`),
          ...dialect,
        },
      })
    );
  }
}
