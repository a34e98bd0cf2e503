import type { Account } from '../../base/Account';
import type { Log } from '../../base/Log';
import type { Orchestrator } from './engine/Orchestrator';
import type { GlueStore } from './store/GlueStore';

/** What its operations reach. */
export interface GlueContext extends Account {
  readonly log: Log;
  readonly store: GlueStore;
  readonly orchestrator: Orchestrator;
}
