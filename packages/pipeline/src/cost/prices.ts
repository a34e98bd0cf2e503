/**
 * List prices of AWS in US East (N. Virginia), in US dollars, without
 * discounts and taxes. Other regions differ by some percent.
 *
 * Sources: the pages "AWS Glue pricing", "Amazon Redshift pricing".
 *
 * @public
 */
export const LIST_PRICES = {
  /** An hour of a DPU: Spark jobs, Python shell jobs and crawlers. */
  dpuHour: 0.44,
  /** An hour of a DPU of a job with the execution class FLEX. */
  flexDpuHour: 0.29,
  /** An hour of a processing unit of Redshift Serverless. */
  rpuHour: 0.375,
} as const;

export type Prices = { [price in keyof typeof LIST_PRICES]: number };
