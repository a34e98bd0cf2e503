import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from './tryCase';

/**
 * How many of a kind an account has in a region unless it asks AWS for more.
 * Sources: Amazon VPC User Guide, "Amazon VPC quotas"; Amazon Redshift
 * Management Guide, "Quotas and limits in Amazon Redshift"; AWS General
 * Reference, "AWS Glue endpoints and quotas", "IAM and AWS STS quotas".
 */
const QUOTAS: Record<string, number> = {
  'AWS::EC2::VPC': 5,
  'AWS::RedshiftServerless::Workgroup': 25,
  'AWS::Glue::Workflow': 250,
  'AWS::IAM::Role': 1_000,
};

const PIPELINES = 100;

/** Resources of an app by type. */
function countTypes(cdkOut: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of readdirSync(cdkOut)) {
    if (file.endsWith('.template.json')) {
      const { Resources } = JSON.parse(
        readFileSync(join(cdkOut, file), 'utf8'),
      ) as { Resources: Record<string, { Type: string }> };
      for (const { Type } of Object.values(Resources)) {
        counts.set(Type, (counts.get(Type) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Prints what a hundred pipelines take of an account that share a warehouse, and judges it. */
export function judgeQuotas(warehouse: string, pipeline: string): Verdict {
  const once = countTypes(warehouse);
  const each = countTypes(pipeline);
  const needs = Object.entries(QUOTAS).map(([type, quota]) => ({
    type,
    quota,
    needed: (once.get(type) ?? 0) + PIPELINES * (each.get(type) ?? 0),
  }));
  console.log(`\n${PIPELINES} pipelines that share a warehouse:`);
  for (const { type, quota, needed } of needs) {
    console.log(
      `  ${type.padEnd(36)} ${String(needed).padStart(5)} of ${quota}`,
    );
  }
  console.log('');
  const beyond = needs.filter(({ needed, quota }) => needed > quota);
  return beyond.length === 0
    ? { kind: 'right', detail: '' }
    : {
        kind: 'wrong',
        detail: `beyond the quota: ${beyond.map(({ type }) => type).join(', ')}`,
      };
}
