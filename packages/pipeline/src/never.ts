/**
 * The schedule of a start trigger that is never to fire by itself.
 *
 * CloudFormation cannot change the type of a trigger in place, and a workflow
 * has one start trigger, so a pipeline whose schedule may come and go keeps a
 * scheduled one. AWS cron ends with the year 2199.
 *
 * @public
 */
export const NEVER = 'cron(0 0 1 1 ? 2199)';
