import fs from 'fs-extra';
import { join } from 'node:path';

/**
 * What the CDK writes to `validation-report.json`; only what is read here.
 * Source: `PolicyValidationReportJson` of `@aws-cdk/cloud-assembly-schema`.
 */
interface ValidationReport {
  pluginReports: {
    pluginName: string;
    conclusion: 'success' | 'failure';
    violations: {
      ruleName: string;
      description: string;
      suggestedFix?: string;
      severity: string;
      violatingConstructs: { constructPath: string }[];
    }[];
  }[];
}

/** One line for each finding of a failed report, with its rule and the construct's path. */
export function findingsOf({ pluginReports }: ValidationReport): string[] {
  return pluginReports
    .filter(({ conclusion }) => conclusion === 'failure')
    .flatMap(({ violations }) => violations)
    .filter(({ severity }) => severity !== 'warning' && severity !== 'info')
    .flatMap(({ ruleName, description, suggestedFix, violatingConstructs }) =>
      violatingConstructs.map(
        ({ constructPath }) =>
          `${ruleName} at ${constructPath}: ${description}${
            suggestedFix ? ` ${suggestedFix}` : ''
          }`,
      ),
    );
}

/** The findings that stand in a synthesized app; none where it was not validated. */
export async function readFindings(cdkOut: string): Promise<string[]> {
  const file = join(cdkOut, 'validation-report.json');
  return (await fs.pathExists(file)) ? findingsOf(await fs.readJson(file)) : [];
}
