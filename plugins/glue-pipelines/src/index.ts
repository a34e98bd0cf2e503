/**
 * Shows AWS Glue workflows on Backstage entity pages and starts their runs.
 *
 * @packageDocumentation
 */
export { gluePipelinesPlugin as default } from './plugin';
export { gluePipelinesApiRef } from './api/GluePipelinesApi';
export type {
  GluePipelinesApi,
  RequestOptions,
  WorkflowOfEntity,
} from './api/GluePipelinesApi';
export { GluePanelBlueprint } from './extensions/gluePanel';
export { GlueFleetColumnBlueprint } from './extensions/glueFleetColumn';
export type { AddedPanel, GluePanelProps } from './workflow/AddedPanels';
export type { AddedColumn, GlueFleetColumnProps } from './fleet/addedColumns';
export { gluePipelinesTranslationRef } from './translation/ref';
export { FailingNow, MyPipelines } from './home/lazyWidgets';
