import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To see the workflows of an entity and how they are. Asked in addition to reading the entity itself.
 *
 * @public
 */
export const gluePipelinesWorkflowReadPermission = createPermission({
  name: 'glue-pipelines.workflow.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To see the runs of an entity's workflows, with their properties.
 *
 * @public
 */
export const gluePipelinesRunReadPermission = createPermission({
  name: 'glue-pipelines.run.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To read what the jobs and crawlers of an entity's runs wrote. Apart from the
 * runs, since logs may quote data: a policy can keep them for fewer people.
 *
 * @public
 */
export const gluePipelinesLogsReadPermission = createPermission({
  name: 'glue-pipelines.logs.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To start a workflow through an entity that names it. Its action is `update`
 * so that policies which allow reading only, by action, do not allow this.
 *
 * @public
 */
export const gluePipelinesRunStartPermission = createPermission({
  name: 'glue-pipelines.run.start',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To end an entity's runs before they have ended by themselves.
 *
 * @public
 */
export const gluePipelinesRunStopPermission = createPermission({
  name: 'glue-pipelines.run.stop',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To let an entity's runs go on from what failed in them.
 *
 * @public
 */
export const gluePipelinesRunResumePermission = createPermission({
  name: 'glue-pipelines.run.resume',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To pause and resume the schedule of an entity's workflows: while it is
 * paused, nothing starts them but people.
 *
 * @public
 */
export const gluePipelinesScheduleUpdatePermission = createPermission({
  name: 'glue-pipelines.schedule.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To let jobs of an entity's workflows read again what they have read before,
 * which may load it twice.
 *
 * @public
 */
export const gluePipelinesBookmarkResetPermission = createPermission({
  name: 'glue-pipelines.bookmark.reset',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To show how an entity's pipelines are to whoever has a link, signed in or
 * not, and to take that back.
 *
 * @public
 */
export const gluePipelinesBadgeSharePermission = createPermission({
  name: 'glue-pipelines.badge.share',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To see rows of the tables that an entity's workflows load, and the values
 * that could not be loaded. Its action is `read`, but what it reads is data and
 * not how a pipeline is: policies that let everybody read should decide on it
 * by its name.
 *
 * @public
 */
export const gluePipelinesWarehouseReadPermission = createPermission({
  name: 'glue-pipelines.warehouse.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To see how the collector is: of all accounts and teams, and of no entity. For
 * who runs the portal; policies that let everybody read should decide on it by
 * its name.
 *
 * @public
 */
export const gluePipelinesCollectorReadPermission = createPermission({
  name: 'glue-pipelines.collector.read',
  attributes: { action: 'read' },
});

/**
 * To browse the buckets that the portal names, and to see what the files of a
 * source hold, where a pipeline is made: by the portal's role, and of no entity.
 * Its action is `read`, and what it reads is data.
 *
 * @public
 */
export const gluePipelinesSourceReadPermission = createPermission({
  name: 'glue-pipelines.source.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of the plugin, for registration and for policies.
 *
 * @public
 */
export const gluePipelinesPermissions = [
  gluePipelinesWorkflowReadPermission,
  gluePipelinesRunReadPermission,
  gluePipelinesLogsReadPermission,
  gluePipelinesRunStartPermission,
  gluePipelinesRunStopPermission,
  gluePipelinesRunResumePermission,
  gluePipelinesScheduleUpdatePermission,
  gluePipelinesBookmarkResetPermission,
  gluePipelinesBadgeSharePermission,
  gluePipelinesWarehouseReadPermission,
  gluePipelinesCollectorReadPermission,
  gluePipelinesSourceReadPermission,
];
