import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Grant } from './grants';

/** What the steps of a pipeline know of its warehouse, whoever made it. */
export interface Warehouse {
  /** By which argument the load names it, and how. */
  readonly jobArguments: Record<string, string>;
  /** What Redshift assumes to read what a job wrote for COPY. */
  readonly copyRoleArn: string;
  /** The role of the load job: by its name it is a user of the database. */
  readonly loadRole: iam.Role;
  /** What the load asks of the warehouse, as that user. */
  readonly grants: Grant[];
}
