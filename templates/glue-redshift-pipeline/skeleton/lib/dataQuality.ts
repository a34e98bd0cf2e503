import * as glue from 'aws-cdk-lib/aws-glue';
import type { Construct } from 'constructs';
import { dataQualityRuleset } from './language.mjs';
import { namesOf } from './names';
import type { Pipeline } from './pipeline';

/**
 * The rules of the result as a ruleset of AWS Glue Data Quality, where it can
 * say them. Runs do not need it: transform judges the result itself, before it
 * is loaded. People evaluate it on the table of the catalog when they want to.
 *
 * The first run makes that table. CreateDataQualityRuleset declares no error for
 * a table that is not there (AWS Glue API reference); no document says more.
 */
export function addRuleset(
  scope: Construct,
  pipeline: Pipeline,
  database: glue.IDatabase,
) {
  const { ruleset } = dataQualityRuleset(pipeline);
  if (!ruleset) {
    return;
  }
  const names = namesOf(pipeline);
  new glue.CfnDataQualityRuleset(scope, 'Ruleset', {
    name: names.workflow,
    description: `What the result of the pipeline ${pipeline.name} must meet`,
    ruleset,
    targetTable: {
      databaseName: database.databaseName,
      tableName: names.processedTable,
    },
  });
}
