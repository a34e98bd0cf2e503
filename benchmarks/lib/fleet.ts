/** The workflows that the portal's benchmarks are about, by their numbers. */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';
export const OWNER_TAG = 'glue-pipelines.io/entity';

export const flowName = (index: number) => `flow-${index}`;
export const flowArn = (index: number) =>
  `arn:aws:glue:${REGION}:${ACCOUNT}:workflow/${flowName(index)}`;
export const entityRef = (index: number) =>
  `component:default/${flowName(index)}`;
/** Run 0 is the oldest. */
export const runIdOf = (index: number, run: number) =>
  `wr_${String(index).padStart(5, '0')}_${String(run).padStart(6, '0')}`;

/** How one child process is told what to do. */
export interface FleetSize {
  workflows: number;
  runsEach: number;
}
