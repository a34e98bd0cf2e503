import { Price } from '@glue-pipelines/backstage-plugin-common';
import { CostConfig } from '../config';

/** What pages compute amounts with. */
export function priceOf({ pricePerDpuHour, currency }: CostConfig): Price {
  return {
    perDpuHour: pricePerDpuHour,
    currency,
    note: 'An estimate: DPU hours of jobs as AWS Glue tells them, times the configured price. Crawlers, storage and requests are not in it',
  };
}
