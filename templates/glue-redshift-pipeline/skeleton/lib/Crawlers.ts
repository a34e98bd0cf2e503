import { Stack, Validations } from 'aws-cdk-lib';
import * as glue from 'aws-cdk-lib/aws-glue';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { grantTo } from './grants';
import { type Names, namesOf } from './names';
import type { Pipeline, Source } from './pipeline';
import { readCatalog, useData, writeCatalog, writeLogs } from './stepGrants';

export interface CrawlersProps {
  pipeline: Pipeline;
  bucket: s3.IBucket;
  database: glue.IDatabase;
}

/** The crawlers that make catalog tables of what prepare and transform wrote. */
export class Crawlers extends Construct {
  readonly raw: glue.CfnCrawler;
  readonly processed: glue.CfnCrawler;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: CrawlersProps,
  ) {
    super(scope, id);
    const { pipeline } = props;
    const names = namesOf(pipeline);
    // One target per source, so that the crawler never merges two folders into one table.
    this.raw = this.createCrawler(names, 'raw', {
      prefixes: pipeline.sources.map(({ name }) => names.rawPrefix(name)),
      classifiers: pipeline.sources
        .map(source => this.createClassifier(source))
        .filter(classifier => classifier !== undefined),
    });
    this.processed = this.createCrawler(names, 'processed', {
      prefixes: [names.processedPrefix],
      classifiers: [],
    });
  }

  private createCrawler(
    names: Names,
    stage: 'raw' | 'processed',
    {
      prefixes,
      classifiers,
    }: { prefixes: string[]; classifiers: glue.CfnClassifier[] },
  ): glue.CfnCrawler {
    const { bucket, database } = this.props;
    const stack = Stack.of(this);
    const role = new iam.Role(this, `${stage}-role`, {
      assumedBy: new iam.ServicePrincipal('glue.amazonaws.com'),
      description: `Crawler of the ${stage} data`,
    });
    grantTo(role, [
      ...useData(bucket, { read: prefixes }),
      readCatalog(stack, names.database),
      writeCatalog(stack, names.database),
      writeLogs(stack),
    ]);
    const crawler = new glue.CfnCrawler(this, stage, {
      name: names.step(stage),
      role: role.roleArn,
      databaseName: database.databaseName,
      tablePrefix: `${stage}_`,
      targets: {
        s3Targets: prefixes.map(prefix => ({
          path: bucket.s3UrlForObject(prefix),
        })),
      },
      schemaChangePolicy: {
        updateBehavior: 'UPDATE_IN_DATABASE',
        deleteBehavior: 'LOG',
      },
      configuration: JSON.stringify({
        Version: 1,
        CrawlerOutput: {
          Partitions: { AddOrUpdateBehavior: 'InheritFromTable' },
        },
      }),
      ...(classifiers.length > 0 && {
        classifiers: classifiers.map(({ ref }) => ref),
      }),
    });
    // A crawler that starts before its role may do anything fails at once.
    crawler.node.addDependency(role);
    Validations.of(crawler).acknowledge({
      id: 'AwsSolutions-GL1',
      reason:
        'CloudWatch Logs encrypts what it stores; the log of a crawler names tables and holds no rows.',
    });
    return crawler;
  }

  /**
   * A classifier for CSV that Glue's own does not recognise for certain: it
   * guesses headers, and finds no lines without one.
   */
  private createClassifier({
    name,
    csv,
  }: Source): glue.CfnClassifier | undefined {
    if (!csv || (csv.header && csv.delimiter === ',')) {
      return undefined;
    }
    return new glue.CfnClassifier(this, `csv-${name}`, {
      csvClassifier: {
        name: namesOf(this.props.pipeline).step(`csv-${name}`),
        containsHeader: csv.header ? 'PRESENT' : 'ABSENT',
        delimiter: csv.delimiter,
      },
    });
  }
}
