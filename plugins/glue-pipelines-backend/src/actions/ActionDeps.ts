import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import { CauseRule } from '@glue-pipelines/backstage-plugin-common';
import { EntityWorkflows } from '../service/EntityWorkflows';
import { FleetService } from '../service/fleet/FleetService';
import { LogReads } from '../service/LogReads';
import { Caller, RunWrites } from '../service/RunWrites';
import { WorkflowService } from '../service/WorkflowService';

/** What actions are made of: the same that the REST API is made of. */
export interface ActionDeps {
  registry: ActionsRegistryService;
  auth: AuthService;
  entities: EntityWorkflows;
  service: WorkflowService;
  fleet: FleetService;
  writes: RunWrites;
  logReads: LogReads;
  /** Causes that an adopter knows besides. */
  causes?: readonly CauseRule[];
}

/** Only people change things: an agent acts for one. */
export const callerOf = (
  { auth }: ActionDeps,
  credentials: BackstageCredentials,
): Caller => ({
  credentials: async () => {
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Only people may start, stop or resume runs: sign in as one',
      );
    }
    return credentials;
  },
});

export const ENTITY_REF =
  'The catalog entity that names the workflow, e.g. component:default/covid-hiring';
export const WORKFLOW_ARN =
  'The ARN of the workflow, as list-glue-workflows gives it';
export const COLLECTED_AT =
  'When AWS was last read with success, ISO 8601 in UTC: how old the answer is';
