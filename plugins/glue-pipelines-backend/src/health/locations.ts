import { GlueLocation } from '../aws/GlueApi';

/** Account and region of a location as the collection queue writes it: `arn:aws:glue:eu-west-1:123456789012`. */
export function parseLocation(location: string): GlueLocation {
  const [, partition, , region, accountId] = location.split(':');
  return { partition, region, accountId };
}

/** What is told of by account and region. */
export type AccountAndRegion = Pick<GlueLocation, 'accountId' | 'region'>;

/** Sorts by account. */
export function keyOf({ accountId, region }: AccountAndRegion): string {
  return `${accountId} ${region}`;
}
