import { WarehouseKind } from './warehouse';

/**
 * How a warehouse is: `available` answers queries, `changing` may answer some,
 * `starting` will soon, `paused` does when somebody resumes it, `failed` needs
 * somebody.
 *
 * @public
 */
export type WarehouseState =
  'available' | 'changing' | 'starting' | 'paused' | 'failed';

/** Statuses by what they mean; those of resizing are `available, ...`. Sources: Cluster, Amazon Redshift API Reference; Workgroup, Amazon Redshift Serverless API Reference. */
const CLUSTER_STATES: Record<string, WarehouseState> = {
  available: 'available',
  paused: 'paused',
  pausing: 'paused',
  creating: 'starting',
  resuming: 'starting',
  rebooting: 'starting',
  modifying: 'changing',
  renaming: 'changing',
  resizing: 'changing',
  'rotating-keys': 'changing',
  'updating-hsm': 'changing',
  'final-snapshot': 'changing',
};
const WORKGROUP_STATES: Record<string, WarehouseState> = {
  AVAILABLE: 'available',
  CREATING: 'starting',
  MODIFYING: 'changing',
};

/**
 * What the status that AWS gives to a cluster or a workgroup means.
 *
 * @public
 */
export function warehouseState(
  kind: WarehouseKind,
  rawStatus: string,
): WarehouseState {
  const states = kind === 'cluster' ? CLUSTER_STATES : WORKGROUP_STATES;
  return states[rawStatus.split(',')[0]] ?? 'failed';
}

/**
 * Whether it is worth to ask a warehouse in this state a query.
 *
 * @public
 */
export function answersQueries(state: WarehouseState): boolean {
  return state === 'available' || state === 'changing';
}
