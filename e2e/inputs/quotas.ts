import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Verdict } from './tryCase';

/**
 * How many of a kind an account has in a region unless it asks AWS for more.
 * Sources: Amazon VPC User Guide, "Amazon VPC quotas"; Amazon Redshift
 * Management Guide, "Quotas and limits in Amazon Redshift"; AWS General
 * Reference, "AWS Glue endpoints and quotas", "IAM and AWS STS quotas", "Amazon
 * S3 endpoints and quotas"; Amazon EventBridge User Guide, "Amazon EventBridge
 * quotas"; Amazon CloudWatch User Guide, "CloudWatch service quotas".
 */
const QUOTAS: Record<string, number> = {
  'AWS::EC2::VPC': 5,
  'AWS::RedshiftServerless::Workgroup': 25,
  'AWS::Glue::Workflow': 250,
  'AWS::Glue::Crawler': 1_000,
  'AWS::Glue::Trigger': 1_000,
  'AWS::Events::Rule': 300,
  'AWS::IAM::Role': 1_000,
  'AWS::CloudWatch::Alarm': 5_000,
  'AWS::S3::Bucket': 10_000,
};

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
}

/** The resources of a synthesized app, by the names of their stacks. */
export function resourcesOf(cdkOut: string): [string, Resource[]][] {
  return readdirSync(cdkOut)
    .filter(file => file.endsWith('.template.json'))
    .map(file => {
      const { Resources } = JSON.parse(
        readFileSync(join(cdkOut, file), 'utf8'),
      ) as { Resources: Record<string, Resource> };
      return [file.replace('.template.json', ''), Object.values(Resources)];
    });
}

/** How many resources of a type apps have together, each app as often as is said. */
export function countTypes(
  apps: { cdkOut: string; times?: number }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { cdkOut, times = 1 } of apps) {
    for (const { Type } of resourcesOf(cdkOut).flatMap(([, all]) => all)) {
      counts.set(Type, (counts.get(Type) ?? 0) + times);
    }
  }
  return counts;
}

/** Prints what is needed of an account beside what it has, and judges it. */
export function judgeQuotas(
  who: string,
  counts: ReadonlyMap<string, number>,
): Verdict {
  const needs = Object.entries(QUOTAS).map(([type, quota]) => ({
    type,
    quota,
    needed: counts.get(type) ?? 0,
  }));
  console.log(`\n${who}:`);
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
