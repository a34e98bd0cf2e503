import { createHash } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import { migrations } from './migrations';

/** SQL without what says nothing: white space and comments. */
const bare = (sql: string) =>
  sql
    .replace(/--[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

const digest = (sql: string) =>
  createHash('sha256').update(bare(sql)).digest('hex').slice(0, 12);

/** Data folders out there have these: they never change. A new one is one more line. */
const released: Record<string, string> = {
  'glue-1-definitions': 'fc92a1a2b702',
  'glue-2-runs': '59cb48761689',
  'glue-3-events': 'a8bc7d6c90b4',
  'glue-3-resumed-runs': '757c0f93ab4d',
  'glue-3-trigger-chains': '593fe9a35f85',
  'glue-4-table-versions': 'ceae084c78be',
  'glue-4-partition-indexes': '4426856e712d',
  'glue-5-crawlers': 'f1387b83b821',
  'glue-6-job-bookmarks': 'd531d7819d36',
  'glue-7-security-configurations': 'de0f417b4ff6',
  'redshift-1-statements': '9a11b6fcf8d5',
  'redshift-2-resources': '3066e0b7bf7f',
  'redshift-3-result-files': 'eb849520b3f5',
  'secrets-1-secrets-and-versions': '55415b923acb',
  'events-1-rules': '1c936c38235e',
  'deploy-001-stacks': '121da16b3951',
  'deploy-002-imports': 'b7b5dac64359',
};

describe('migrations', () => {
  it('are as they were released', () => {
    expect(
      Object.fromEntries(migrations.map(({ id, sql }) => [id, digest(sql)])),
    ).toEqual(released);
  });

  it('are numbered in their order, within their area', () => {
    const last = new Map<string, number>();
    for (const { id } of migrations) {
      const [, area, number] = /^([a-z]+)-(\d+)-[a-z-]+$/.exec(id)!;
      expect(Number(number)).toBeGreaterThanOrEqual(last.get(area) ?? 1);
      last.set(area, Number(number));
    }
  });

  it('do not depend on those of another area', () => {
    const areas = new Set(migrations.map(({ id }) => id.split('-')[0]));
    for (const area of areas) {
      const database = new Sqlite(':memory:');
      for (const { id, sql } of migrations) {
        if (id.startsWith(`${area}-`)) database.exec(sql);
      }
      database.close();
    }
    expect(areas.size).toBeGreaterThan(1);
  });
});
