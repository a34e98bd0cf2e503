import {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  LoggerService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Request } from 'express';
import { spec } from '../../schema/openapi.generated';
import { CollectorHealth } from '../../health/CollectorHealth';
import { Backfills } from '../../backfills/Backfills';
import { Badges } from '../../badges/Badges';
import { Bookmarks } from '../Bookmarks';
import { CatalogTables } from '../catalog/CatalogTables';
import { EntityWorkflows } from '../EntityWorkflows';
import { FleetRuns } from '../fleet/FleetRuns';
import { FleetService } from '../fleet/FleetService';
import { Headroom } from '../headroom/Headroom';
import { Hygiene } from '../hygiene/Hygiene';
import { Lineage } from '../lineage/Lineage';
import { LogReads } from '../LogReads';
import { Caller, RunWrites } from '../RunWrites';
import { UnnamedWorkflows } from '../unnamed/UnnamedWorkflows';
import { Warehouses } from '../Warehouses';
import { WorkflowService } from '../WorkflowService';

/** The router of the API's document: it knows the paths, and checks what is asked. */
export type ApiRouter = ReturnType<
  typeof createValidatedOpenApiRouter<typeof spec>
>;

/** What routes are made of. */
export interface RouteDeps {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  entities: EntityWorkflows;
  service: WorkflowService;
  fleet: FleetService;
  fleetRuns: FleetRuns;
  headroom: Headroom;
  hygiene: Hygiene;
  health: CollectorHealth;
  writes: RunWrites;
  lineage: Lineage;
  logReads: LogReads;
  backfills: Backfills;
  badges: Badges;
  bookmarks: Bookmarks;
  warehouses: Warehouses;
  tables: CatalogTables;
  unnamed: UnnamedWorkflows;
  userInfo: UserInfoService;
  logger: LoggerService;
}

type AnyRequest = Parameters<HttpAuthService['credentials']>[0];

/** Who reads: people, and other parts of the portal. */
export function readerOf(
  { httpAuth }: RouteDeps,
  request: AnyRequest,
): Promise<BackstageCredentials> {
  return httpAuth.credentials(request, { allow: ['user', 'service'] });
}

/** Who changes something: only people do. */
export function callerOf({ httpAuth }: RouteDeps, request: Request): Caller {
  return {
    request,
    credentials: (): Promise<BackstageCredentials<BackstageUserPrincipal>> =>
      httpAuth.credentials(request, { allow: ['user'] }),
  };
}
