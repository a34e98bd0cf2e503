import { RunSummary } from '@glue-pipelines/backstage-plugin-common';
import { WorkflowOfEntity } from '../api/GluePipelinesApi';
import { useTexts } from '../translation/ref';
import { Panel } from '../workflow/Panel';
import { CatalogSection } from './CatalogSection';
import { WarehouseSection } from './WarehouseSection';

/** What a workflow reads and writes. */
export function DataPanel(props: {
  workflow: WorkflowOfEntity;
  /** The last runs, newest first. */
  runs: readonly RunSummary[];
}) {
  const { workflow, runs } = props;
  const t = useTexts();
  return (
    <Panel title={t('data.title')}>
      <WarehouseSection workflow={workflow} runs={runs} />
      <CatalogSection workflow={workflow} />
    </Panel>
  );
}
